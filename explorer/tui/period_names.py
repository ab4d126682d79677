"""What periods of the timeline are called: `March 1960`, `1960`, `1960s`, `20th century`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.dates import describe, parse
from explorer.dates.calendar import MONTH_NAMES

if TYPE_CHECKING:
    from explorer.store import Period

# EDTF has four digits for a year: within these a decade and a century are written as masked years.
_LAST_MASKED = 9999


def period_name(period: Period) -> str:
    """What a heading says: when, or why that is not known."""
    if period.key is None:
        return "no known beginning" if period.known else "date unknown"
    if period.month is not None:
        return f"{MONTH_NAMES[period.month - 1]} {year_name(period.key)}"
    if period.zoom in ("year", "month"):
        return year_name(period.key)
    years = 100 if period.zoom == "century" else 10
    if 0 <= period.key <= _LAST_MASKED:
        masked = f"{period.key // years:0{5 - len(str(years))}}{'X' * (len(str(years)) - 1)}"
        return describe(parse(masked))
    return f"{year_name(period.key)}–{year_name(period.key + years - 1)}"


def year_name(year: int) -> str:
    """A year as people count it: there is no year 0, and years before 1 are BC."""
    return str(year) if year > 0 else f"{1 - year} BC"
