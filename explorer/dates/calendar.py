"""The proleptic Gregorian calendar over all whole years: days as ordinals, and back.

Ordinals count as in `datetime.date.toordinal` (1 is 0001-01-01), years as in ISO 8601 (0 is 1 BC, -43 is
44 BC), but both without limit.  The arithmetic is that of Howard Hinnant, "chrono-Compatible Low-Level Date
Algorithms" (`days_from_civil`, `civil_from_days`): years that begin in March, cycles of 400 years.
"""

from __future__ import annotations

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_DAYS_IN_CYCLE = 146_097
_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# From 0000-03-01, where the cycle begins, to 0001-01-01, which is day 1.
_CYCLE_OFFSET = 306


def is_leap(year: int) -> bool:
    """Whether a year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month (1 to 12) of a year."""
    return 29 if month == 2 and is_leap(year) else _DAYS_IN_MONTH[month - 1]


def ordinal(year: int, month: int, day: int) -> int:
    """The ordinal of a day.  Raises ValueError where the calendar has no such day."""
    if not 1 <= month <= 12:
        raise ValueError(f"no month {month}")
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError(f"no day {day} in month {month} of this year")
    march_year = year - (month <= 2)
    leap_days = march_year // 4 - march_year // 100 + march_year // 400
    return 365 * march_year + leap_days + (153 * ((month + 9) % 12) + 2) // 5 + day - _CYCLE_OFFSET


def civil(day_number: int) -> tuple[int, int, int]:
    """The year, month and day of an ordinal."""
    cycle, day_of_cycle = divmod(day_number + _CYCLE_OFFSET - 1, _DAYS_IN_CYCLE)
    leap_days = day_of_cycle // 1460 - day_of_cycle // 36_524 + day_of_cycle // 146_096
    year_of_cycle = (day_of_cycle - leap_days) // 365
    day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle // 4 - year_of_cycle // 100)
    months_from_march = (5 * day_of_year + 2) // 153
    month = (months_from_march + 2) % 12 + 1
    day = day_of_year - (153 * months_from_march + 2) // 5 + 1
    return 400 * cycle + year_of_cycle + (month <= 2), month, day


def year_of(day_number: int) -> int:
    """The year in which a day lies."""
    return civil(day_number)[0]


def iso_day(day_number: int | None) -> str | None:
    """A day in ISO 8601, None for None.

    Years from 0 to 9999 have four digits and no sign (`0044-03-15`); all others have a sign and as many
    digits as they need, at least four (`-0043-03-15`, `+17000-01-01`): ISO 8601's expanded form, in which the
    number of extra digits is left to agreement.
    """
    if day_number is None:
        return None
    year, month, day = civil(day_number)
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    return f"{sign}{abs(year):04}-{month:02}-{day:02}"
