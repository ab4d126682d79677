"""Dates that keep their uncertainty: EDTF (ISO 8601-2:2019) as intervals of days."""

from typing import TYPE_CHECKING

from explorer import lazily
from explorer.dates.calendar import civil, days_in_month, is_leap, iso_day, ordinal, year_of
from explorer.dates.compare import Agreement, compare, contains
from explorer.dates.display import describe, describe_within
from explorer.dates.edtf import parse
from explorer.dates.order import SortKey, certainly_within, possibly_within, sort_key
from explorer.dates.record import EdtfDate, EdtfError, Precision

if TYPE_CHECKING:
    from explorer.dates.prose import DateMention, find_dates
    from explorer.dates.stated import CALENDARS, StatedDateError, gregorian
else:
    __getattr__ = lazily.exports(
        __name__,
        {"prose": "DateMention find_dates", "stated": "CALENDARS StatedDateError gregorian"},
    )

__all__ = [
    "CALENDARS",
    "Agreement",
    "DateMention",
    "EdtfDate",
    "EdtfError",
    "Precision",
    "SortKey",
    "StatedDateError",
    "certainly_within",
    "civil",
    "compare",
    "contains",
    "days_in_month",
    "describe",
    "describe_within",
    "find_dates",
    "gregorian",
    "is_leap",
    "iso_day",
    "ordinal",
    "parse",
    "possibly_within",
    "sort_key",
    "year_of",
]
