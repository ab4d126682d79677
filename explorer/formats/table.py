"""Events as a table for people: a line each, fitted to the terminal, uncut on a pipe."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from explorer.dates import describe
from explorer.evidence import disputed
from explorer.formats.cells import fit
from explorer.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from explorer.store import Store


class _Column(NamedTuple):
    """A column; it is left out where a line has fewer than `room` cells."""

    name: str
    room: int = 0


_COLUMNS = (
    _Column("DATE"),
    _Column("TITLE"),
    _Column("COUNTRIES", room=90),
    _Column("SOURCES", room=64),
    _Column("ID", room=56),
)
_DATE, _TITLE, _COUNTRIES, _SOURCES, _ID = range(len(_COLUMNS))
# Who gives way where a line is short: each is cut down to so many cells before the next one is.
_GIVE_WAY = ((_TITLE, 32), (_SOURCES, 10), (_COUNTRIES, 9), (_TITLE, 16), (_ID, 12), (_DATE, 10), (_TITLE, 1))
_GAP = 2


def event_table(store: Store, numbers: Iterable[int], width: int | None) -> Iterator[str]:
    """A head and a line for each event, all of at most `width` cells; without a width nothing is cut."""
    rows = [_row(store, number) for number in numbers]
    natural = [
        max(cell_len(column.name), *(cell_len(row[place]) for row in rows), 0)
        for place, column in enumerate(_COLUMNS)
    ]
    widths = natural if width is None else _fitted(natural, width)
    for row in ([column.name for column in _COLUMNS], *rows):
        cells = [fit(cell, room) for cell, room in zip(row, widths, strict=True) if room]
        yield (" " * _GAP).join(cells).rstrip() + "\n"


def _row(store: Store, number: int) -> list[str]:
    event = store.events[number]
    return [
        describe(event.date),
        printable(event.title),
        printable(" ".join(event.countries)),
        _sources(store, number),
        printable(event.id),
    ]


def _sources(store: Store, number: int) -> str:
    verdicts = Counter(passage.verdict for passage in store.passages(number))
    found = [f"{count} {verdict}" for verdict, count in verdicts.items()] or ["none"]
    return ", ".join((["disputed"] if disputed(store.events[number]) else []) + found)


def _fitted(natural: list[int], width: int) -> list[int]:
    """The widths of the columns so that a line has at most `width` cells; 0 leaves a column out."""
    widths = [size if width >= column.room else 0 for size, column in zip(natural, _COLUMNS, strict=True)]
    excess = sum(widths) + _GAP * (sum(map(bool, widths)) - 1) - width
    for place, least in _GIVE_WAY:
        cut = max(0, min(excess, widths[place] - least))
        widths[place] -= cut
        excess -= cut
    return widths
