"""The date record: an EDTF text and the days that it can mean."""

from __future__ import annotations

from typing import Literal

from explorer.records import dataclass

Precision = Literal["millennium", "century", "decade", "year", "season", "month", "day", "unknown"]


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """One EDTF date (ISO 8601-2:2019), parsed once.

    `text` is the date as written.  `earliest` and `latest` are the first and the last day it can mean, as
    proleptic Gregorian ordinals (1 is 0001-01-01, 0 and below are earlier, without limit); None is an open or
    unknown end, and both are None where the year is unknown.

    `precision` is the unit of the finest part whose digits are all given: `1985-04-XX` and `XXXX-04` are
    known to the month, `196X` to the decade; "season" stands for every part of a year that is longer than a
    month, "millennium" also for anything longer.  An interval or a set has the coarsest of its dates, and it
    is "unknown" where one of them does not even tell the millennium.

    `approximate` is `~`, `uncertain` is `?`, `%` is both; on any part of the date it counts for the whole.
    Neither moves the bounds: how far off a "circa" may be is for a historian to say, not for a parser.
    """

    text: str
    earliest: int | None
    latest: int | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False


class EdtfError(ValueError):
    """A text that is no EDTF date.

    `message` says why, `hint` what to do about it ("" where nothing is evident); both are clauses, without a
    capital or a full stop.  `position` is the offset of the offending character, from 0; it is the length of
    the text where something is missing at its end.
    """

    def __init__(self, message: str, position: int, hint: str = "") -> None:
        super().__init__(message, position, hint)
        self.message = message
        self.position = position
        self.hint = hint

    def __str__(self) -> str:
        return self.message
