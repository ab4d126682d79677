"""The order of dates in time, and whether a date lies within a range of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explorer.dates.record import EdtfDate

SortKey = tuple[int, int, bool, int, str]

_OPEN_START, _DATED, _UNKNOWN = 0, 1, 2


def sort_key(date: EdtfDate) -> SortKey:
    """The place of a date among others: by its first day, then the shorter before the longer, then by text.

    Dates with an open or unknown start come first, by their last day; an open end is longer than any other.
    Dates without either bound ("date unknown") come last.
    """
    earliest, latest = date.earliest, date.latest
    if earliest is None:
        group = _UNKNOWN if latest is None else _OPEN_START
        return group, 0, False, latest or 0, date.text
    return _DATED, earliest, latest is None, latest or 0, date.text


def certainly_within(date: EdtfDate, earliest: int | None, latest: int | None) -> bool:
    """Whether every day that the date can mean lies between two days (ordinals, both included; None is open).

    A date without either bound is certainly in no range.
    """
    if date.earliest is None and date.latest is None:
        return False
    begins = earliest is None or (date.earliest is not None and date.earliest >= earliest)
    ends = latest is None or (date.latest is not None and date.latest <= latest)
    return begins and ends


def possibly_within(date: EdtfDate, earliest: int | None, latest: int | None) -> bool:
    """Whether some day between the bounds of the date lies between two days (ordinals, both included).

    Gaps inside the date do not count: `[1957,1960]` is possibly in 1958.  A date without either bound could
    be anywhere, but who asks for a range does not look for it: it is possibly in an unbounded range only.
    """
    if date.earliest is None and date.latest is None:
        return earliest is None and latest is None
    begins = latest is None or date.earliest is None or date.earliest <= latest
    ends = earliest is None or date.latest is None or date.latest >= earliest
    return begins and ends
