"""Sections whose names are known before what they hold is: other processes may still be at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from explorer.building.indexing import Pieces


def made_later(names: Iterable[str], make: Callable[[], Pieces]) -> Pieces:
    """The sections of these names that `make` makes, which is called when one is first looked into."""
    later = _Later(make)
    return {name: _Section(later, name) for name in names}


class _Later:
    def __init__(self, make: Callable[[], Pieces]) -> None:
        self._make = make
        self._made: Pieces | None = None

    def made(self) -> Pieces:
        if self._made is None:
            self._made = self._make()
        return self._made


class _Section:
    def __init__(self, later: _Later, name: str) -> None:
        self._later = later
        self._name = name

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._later.made()[self._name])
