"""The date record: an EDTF text and the days that it can mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Precision = Literal["millennium", "century", "decade", "year", "season", "month", "day", "unknown"]


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """One EDTF date (ISO 8601-2:2019), parsed once.

    `text` is the date as written.  `earliest` and `latest` are the first and the last day it can mean, as
    proleptic Gregorian ordinals (1 is 0001-01-01, 0 and below are earlier, without limit); None is an open or
    unknown end, and both are None where the year is unknown.  `precision` is that of the coarsest part: a
    day, a month, …; of an interval the coarser of its ends.  `approximate` is `~`, `uncertain` is `?`, `%` is
    both; on any part of the date it counts for the whole.
    """

    text: str
    earliest: int | None
    latest: int | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False


class EdtfError(ValueError):
    """A text that is no EDTF date: `message` says why, `position` is the offset of the character, from 0."""

    def __init__(self, message: str, position: int, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.hint = hint
