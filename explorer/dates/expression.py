"""The shape of a parsed EDTF text: single dates, intervals and sets of them.

All three tell `earliest`, `latest` (ordinals or None), `precision` and `flags` alike.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple, get_args

from explorer.dates.record import Precision

UNCERTAIN, APPROXIMATE = 1, 2
# What can follow a date inside an interval or a set.
DELIMITERS = frozenset("/,.]}")

QUALIFIERS = {"": 0, "?": UNCERTAIN, "~": APPROXIMATE, "%": UNCERTAIN | APPROXIMATE}

# Millennia first, then ever finer; a date that tells nothing is coarser than all.
_FINENESS: dict[Precision, int] = {name: rank for rank, name in enumerate(get_args(Precision))}
_FINENESS["unknown"] = -1


class Gap(Enum):
    """An end of an interval at which no date stands."""

    OPEN = ".."
    UNKNOWN = ""


class SingleDate(NamedTuple):
    """One date by its parts as written, "" where there is none.

    `year` is four digits or X with an optional minus, or else `Y…`, `…S…` as a whole; `month` may be the code
    of a season; `time` begins with the hour.
    """

    year: str
    month: str
    day: str
    time: str
    flags: int
    earliest: int | None
    latest: int | None
    precision: Precision

    @property
    def year_unknown(self) -> bool:
        """Whether no digit of the year is known, nor its sign."""
        return self.year == "XXXX"


class Interval(NamedTuple):
    """From one date to another; in a set, all dates between the two.

    `begins_before` and `ends_after` are the `..` of `..2004-06-01/2004-06-20..` (ISO 8601-2): on or before
    the start, on or after the end.
    """

    start: SingleDate | Gap
    end: SingleDate | Gap
    begins_before: bool = False
    ends_after: bool = False

    @property
    def dates(self) -> tuple[SingleDate, ...]:
        """The ends that are dates."""
        return tuple(end for end in (self.start, self.end) if isinstance(end, SingleDate))

    @property
    def earliest(self) -> int | None:
        """The first day of the start; None where it is open, unknown or possibly before."""
        return None if isinstance(self.start, Gap) or self.begins_before else self.start.earliest

    @property
    def latest(self) -> int | None:
        """The last day of the end; None where it is open, unknown or possibly after."""
        return None if isinstance(self.end, Gap) or self.ends_after else self.end.latest

    @property
    def precision(self) -> Precision:
        """That of the coarser end; an open end says nothing of it."""
        return coarsest(self.dates)

    @property
    def flags(self) -> int:
        """The flags of both ends."""
        return _all_flags(self.dates)


class DateSet(NamedTuple):
    """Several dates: one of them (`[…]`), or all of them (`{…}`)."""

    members: tuple[SingleDate | Interval, ...]
    one_of: bool

    @property
    def earliest(self) -> int | None:
        """The first day of any member."""
        days = [member.earliest for member in self.members]
        return None if None in days else min(day for day in days if day is not None)

    @property
    def latest(self) -> int | None:
        """The last day of any member."""
        days = [member.latest for member in self.members]
        return None if None in days else max(day for day in days if day is not None)

    @property
    def precision(self) -> Precision:
        """That of the coarsest member."""
        return coarsest(self.members)

    @property
    def flags(self) -> int:
        """The flags of all members."""
        return _all_flags(self.members)


Expression = SingleDate | Interval | DateSet


def coarsest(dates: tuple[SingleDate | Interval, ...]) -> Precision:
    """The coarsest precision among dates; "unknown" where there are none."""
    return min((date.precision for date in dates), key=_FINENESS.__getitem__, default="unknown")


def _all_flags(dates: tuple[SingleDate | Interval, ...]) -> int:
    flags = 0
    for date in dates:
        flags |= date.flags
    return flags
