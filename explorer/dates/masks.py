"""Dates with unspecified digits: what an X can stand for, and the first and last day that follow.

Only days that exist count: `196X-02-29` runs from 1960-02-29 to 1968-02-29, `1985-0X-31` from January to
August.  A wholly unknown year (`XXXX`) has no bounds, though the standard would allow 0000 to 9999: a source
that names no year does not mean that range.  `-XXXX`, some year before year 0, has no first day.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from explorer.dates.calendar import days_in_month, ordinal
from explorer.dates.seasons import SEASONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.dates.record import Precision

Span = tuple[int | None, int | None]

_DIGITS = "0123456789"


def _readings(top: int) -> dict[str, tuple[int, ...]]:
    """Each two-character mask with the numbers from 1 to `top` that it can mean; "" means all of them."""
    readings: dict[str, list[int]] = {}
    for number in range(1, top + 1):
        written = f"{number:02}"
        for mask in (written, written[0] + "X", "X" + written[1], "XX", ""):
            readings.setdefault(mask, []).append(number)
    return {mask: tuple(numbers) for mask, numbers in readings.items()}


MONTHS = _readings(12)
DAYS = _readings(31)


def years(mask: str, *, descending: bool = False) -> Iterator[int]:
    """The years that four digits or X, perhaps after a minus, can mean, in time order or against it."""
    negative = mask[0] == "-"
    pools = [_DIGITS if digit == "X" else digit for digit in mask[-4:]]
    # The magnitudes of negative years grow towards the past.
    if negative != descending:
        pools = [pool[::-1] for pool in pools]
    for digits in product(*pools):
        magnitude = int("".join(digits))
        if not negative:
            yield magnitude
        elif magnitude:
            yield -magnitude


def span(year: str, month: str, day: str) -> Span | None:
    """The first and the last day that a date can mean; None where no such day exists.

    `month` is a key of MONTHS or SEASONS, `day` a key of DAYS and "" with a season.
    """
    if month in SEASONS:
        days: tuple[int, int] | None = _season_span(year, month)
    elif "X" in year or "X" in month or "X" in day:
        days = _masked_span(year, month, day)
    else:
        return _exact_span(int(year), month, day)
    if days is None or not year.endswith("XXXX"):
        return days
    return None, (days[1] if year[0] == "-" else None)


def precision(year: str, month: str, day: str) -> Precision:
    """The unit of the finest part whose digits are all given (see `EdtfDate`)."""
    if day and "X" not in day:
        return "day"
    if month in SEASONS:
        return "season"
    if month and month != "XX":
        return "season" if "X" in month else "month"
    first_unknown = year[-4:].find("X")
    return "year" if first_unknown < 0 else _YEAR_PRECISIONS[first_unknown]


_YEAR_PRECISIONS: tuple[Precision, ...] = ("unknown", "millennium", "century", "decade")


def _season_span(year: str, code: str) -> tuple[int, int]:
    season = SEASONS[code]
    return season.first_day(next(years(year))), season.last_day(next(years(year, descending=True)))


def _exact_span(year: int, month: str, day: str) -> tuple[int, int] | None:
    if not month:
        return ordinal(year, 1, 1), ordinal(year, 12, 31)
    length = days_in_month(year, int(month))
    if not day:
        first = ordinal(year, int(month), 1)
        return first, first + length - 1
    if int(day) > length:
        return None
    only = ordinal(year, int(month), int(day))
    return only, only


def _masked_span(year: str, month: str, day: str) -> tuple[int, int] | None:
    months, days = MONTHS[month], DAYS[day]
    first = _first_with_day(days[0], ((y, m) for y in years(year) for m in months))
    if first is None:
        return None
    backwards = ((y, m) for y in years(year, descending=True) for m in reversed(months))
    last = _first_with_day(days[0], backwards) or first
    length = days_in_month(*last)
    return ordinal(*first, days[0]), ordinal(*last, next(d for d in reversed(days) if d <= length))


def _first_with_day(day: int, months: Iterator[tuple[int, int]]) -> tuple[int, int] | None:
    return next(((year, month) for year, month in months if day <= days_in_month(year, month)), None)
