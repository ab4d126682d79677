"""Giving up a query that nobody waits for any more: the next letter has been typed."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_Item = TypeVar("_Item")


class SupersededError(Exception):
    """The query was given up."""


def _never() -> bool:
    return False


_is_superseded: ContextVar[Callable[[], bool]] = ContextVar("is_superseded", default=_never)


@contextmanager
def supersedable(is_superseded: Callable[[], bool]) -> Iterator[None]:
    """Let the queries that are run within raise SupersededError soon after `is_superseded` says so."""
    token = _is_superseded.set(is_superseded)
    try:
        yield
    finally:
        _is_superseded.reset(token)


def while_wanted(items: Iterable[_Item]) -> Iterator[_Item]:
    """The items, as long as the query that goes through them is wanted; raises SupersededError."""
    is_superseded = _is_superseded.get()
    for item in items:
        if is_superseded():
            raise SupersededError
        yield item
