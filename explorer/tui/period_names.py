"""What periods of the timeline are called: `March 1960`, `1960`, `1960s`, `20th century`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.dates import describe, parse
from explorer.dates.calendar import MONTH_NAMES

if TYPE_CHECKING:
    from explorer.store import Period

# EDTF has four digits for a year: within these a decade and a century are written as masked years.
_LAST_MASKED = 9999


def period_name(period: Period | None, width: int | None = None) -> str:
    """What a heading says: when, or why that is not known; in short, where it is longer than `width`."""
    names = _names(period)
    return next((name for name in names if width is None or len(name) <= width), names[-1])


def _names(period: Period | None) -> tuple[str, ...]:
    """The name of a period, and a shorter one."""
    if period is None:
        return "most relevant first", "best first"
    if period.key is None:
        return ("no known beginning", "before") if period.known else ("date unknown",)
    if period.month is not None:
        month = MONTH_NAMES[period.month - 1]
        return f"{month} {year_name(period.key)}", f"{month[:3]} {year_name(period.key)}"
    if period.zoom == "month" and not period.known:
        return f"{year_name(period.key)}, month unknown", year_name(period.key)
    if period.zoom in ("year", "month"):
        return (year_name(period.key),)
    years = 100 if period.zoom == "century" else 10
    if 0 <= period.key <= _LAST_MASKED:
        masked = f"{period.key // years:0{5 - len(str(years))}}{'X' * (len(str(years)) - 1)}"
        return (describe(parse(masked)),)
    return (f"{year_name(period.key)}–{year_name(period.key + years - 1)}",)


def year_name(year: int) -> str:
    """A year as people count it: there is no year 0, and years before 1 are BC."""
    return str(year) if year > 0 else f"{1 - year} BC"
