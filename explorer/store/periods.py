"""Periods: the centuries, decades, years or months that the time axis is cut into."""

from __future__ import annotations

from typing import Literal

from explorer.dates import civil, ordinal
from explorer.records import dataclass

Zoom = Literal["century", "decade", "year", "month"]
# From the widest to the narrowest.
ZOOMS: tuple[Zoom, ...] = ("century", "decade", "year", "month")

_YEARS: dict[Zoom, int] = {"century": 100, "decade": 10, "year": 1}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the axis with a heading: `first` is the number of its first event, `key` its first year.

    `key` is None where there is no first year; `known` then tells an open beginning from an unknown date.
    `month` (1 to 12) is there only where the axis is cut into months, and None there for what begins with its
    year and is not of January alone; `known` is then False where no more is known of any than the year.
    """

    key: int | None
    first: int
    zoom: Zoom = "year"
    known: bool = True
    month: int | None = None


def period_of(day: int, zoom: Zoom) -> tuple[int, int | None, int]:
    """The first year of the period that a day (an ordinal) lies in, its month, and the first day after it."""
    year, month, _ = civil(day)
    if zoom == "month":
        return year, month, ordinal(year + month // 12, month % 12 + 1, 1)
    years = _YEARS[zoom]
    first = year // years * years
    return first, None, ordinal(first + years, 1, 1)
