"""Dates that a source states in another calendar, converted to the Gregorian one.

The Julian calendar differs from the Gregorian only in that every fourth year is a leap year and that its
0001-01-01 is the day -1 of `calendar` (Reingold and Dershowitz, "Calendrical Calculations",
`fixed-from-julian`); the arithmetic of years that begin in March is that of `calendar.ordinal`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explorer.dates.calendar import MONTH_NAMES, days_in_month, iso_day, ordinal
from explorer.dates.edtf import parse

if TYPE_CHECKING:
    from explorer.dates.record import EdtfDate

CALENDARS = ("julian", "gregorian")

# From 0000-03-01 to 0001-01-01, which is day -1.
_JULIAN_OFFSET = 308
_LAST_DAY = ordinal(9999, 12, 31)
_STYLES = {"o": "julian", "n": "gregorian"}
_STYLE = re.compile(r"[ ]?\(?\b([on])(?:\.[ ]?s\b\.?|s\b|ld style\b|ew style\b)\)?$", re.IGNORECASE)
_DAY, _NAME = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?", r"(?P<name>[a-z]{3,9})\.?"
_YEAR = r"(?P<year>[0-9]{1,4})(?: (?P<era>(?:b\.?c|a\.?d|b?\.?c\.?e)\.?))?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?",
        rf"(?:{_DAY} (?:of )?)?{_NAME},? {_YEAR}",
        rf"{_NAME} {_DAY},? {_YEAR}",
        _YEAR,
    )
)


class StatedDateError(ValueError):
    """A stated date that cannot be converted; its text says why, in a clause."""


def gregorian(text: str, calendar: str) -> EdtfDate:
    """The Gregorian date of a day, a month or a year that is stated in a calendar.

    `text` is English (`24 Jan 1918`, `January 24, 1918`, `Jan 1918`, `44 BC`) or ISO (`1918-01-24`), with
    `O.S.` (Old Style, Julian) or `N.S.` (New Style, Gregorian) behind it if you like; `calendar` is one of
    CALENDARS.  A Julian month or year becomes the interval of its days, in the proleptic Gregorian calendar.
    A year is taken to begin on 1 January, also where it then began in March.

    Raises StatedDateError for another calendar, for a text that is no such date or that contradicts the
    calendar, and for a day that the calendar does not have.
    """
    if calendar not in CALENDARS:
        raise StatedDateError(f"the calendar ‘{calendar}’ is none of {', '.join(CALENDARS)}")
    year, month, day = _read(_without_style(" ".join(text.split()), calendar))
    start = _ordinal(year, 1 if month is None else month, 1 if day is None else day, calendar)
    if calendar == "gregorian":
        sign, parts = "-" if year < 0 else "", (f"-{part:02}" for part in (month, day) if part)
        return parse(f"{sign}{abs(year):04}{''.join(parts)}")
    end = _ordinal(year, month or 12, day or _length(year, month or 12, calendar), calendar)
    if end > _LAST_DAY:
        raise StatedDateError("it is after the year 9999 of the Gregorian calendar")
    return parse(f"{iso_day(start)}/{iso_day(end)}" if start < end else f"{iso_day(start)}")


def _without_style(text: str, calendar: str) -> str:
    style = _STYLE.search(text)
    if style is None:
        return text
    stated = _STYLES[style[1].lower()]
    if stated != calendar:
        raise StatedDateError(f"‘{style[0].strip()}’ means the {stated} calendar, not the {calendar} one")
    return text[: style.start()].rstrip(" ,")


def _read(text: str) -> tuple[int, int | None, int | None]:
    """Year, month and day."""
    for form in _FORMS:
        match = form.fullmatch(text)
        if match:
            parts = match.groupdict()
            month = _month(parts["name"]) if parts.get("name") else _number(parts.get("month"))
            return _year(int(parts["year"]), parts.get("era")), month, _number(parts.get("day"))
    raise StatedDateError("it is no day, month or year such as ‘24 January 1918’ or ‘1918-01-24’")


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _year(number: int, era: str | None) -> int:
    if number == 0 and era:
        raise StatedDateError("there is no year 0 before or after Christ")
    return 1 - number if era and era[0] in "bB" else number


def _month(name: str) -> int:
    for number, full in enumerate(MONTH_NAMES, start=1):
        if name.lower() in (full.lower(), full[:3].lower(), full[:4].lower()):
            return number
    raise StatedDateError(f"there is no month ‘{name}’")


def _length(year: int, month: int, calendar: str) -> int:
    if month == 2 and calendar == "julian":
        return 28 + (year % 4 == 0)
    return days_in_month(year, month)


def _ordinal(year: int, month: int, day: int, calendar: str) -> int:
    if not 1 <= month <= 12:
        raise StatedDateError(f"there is no month {month}")
    if not 1 <= day <= _length(year, month, calendar):
        raise StatedDateError(
            f"{MONTH_NAMES[month - 1]} has no day {day} in this year of the {calendar} calendar"
        )
    if calendar == "gregorian":
        return ordinal(year, month, day)
    march_year = year - (month <= 2)
    return 365 * march_year + march_year // 4 + (153 * ((month + 9) % 12) + 2) // 5 + day - _JULIAN_OFFSET
