"""A kind of state: how what is remembered of one dataset is written as JSON and read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from explorer.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, eq=False)
class Kind(Generic[Value]):
    """One kind, in a file of its own.

    `name` is the file's name without its ending, `noun` what a message calls it, `empty` what is remembered
    of a dataset that has not been seen yet.  `decode` raises ValueError for what `encode` cannot have made.
    Of so many datasets, those last written to, the state is kept; None keeps it of all.
    """

    name: str
    noun: str
    empty: Value
    encode: Callable[[Value], Any]
    decode: Callable[[Any], Value]
    datasets: int | None = None


def expect(value: object, *kinds: type) -> Any:
    """The value, if it is of one of these types; raises ValueError.  True and false are no numbers."""
    if isinstance(value, kinds) and (not isinstance(value, bool) or bool in kinds):
        return value
    raise ValueError(f"{type(value).__name__} stands where {kinds[0].__name__} was expected")


def expect_texts(value: object) -> tuple[str, ...]:
    """The items of a list of texts; raises ValueError."""
    return tuple(expect(item, str) for item in expect(value, list))
