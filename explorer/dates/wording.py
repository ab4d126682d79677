"""The words for one date: day, month or season, year."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from explorer.dates.calendar import MONTH_NAMES, days_in_month
from explorer.dates.masks import DAYS, MONTHS
from explorer.dates.seasons import SEASONS
from explorer.dates.years import read_year_number

if TYPE_CHECKING:
    from explorer.dates.expression import SingleDate

Parts = tuple[str, ...]

SHORT_MONTH_NAMES = tuple(name[:3] for name in MONTH_NAMES)
# Years of more digits than this are shown as powers of ten.
_MOST_DIGITS = 12
_TEENS = range(11, 14)
_ORDINAL_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


class Wording(NamedTuple):
    """A date in words: parts from the finest to the coarsest, and what comes after its qualifier."""

    parts: Parts
    suffix: str = ""


def words_of(date: SingleDate) -> Wording:
    """The words for a date; qualifiers are left to the caller."""
    if date.year[0] == "Y" or "S" in date.year:
        return Wording(_number(date.year))
    if date.year_unknown:
        parts = _parts(_day(date), _month(date, MONTH_NAMES))
        return Wording(parts, ", year unknown") if parts else Wording(("date unknown",))
    hemisphere = f"({SEASONS[date.month].hemisphere})" if _is_hemispheric(date.month) else ""
    parts = _parts(_day(date), _month(date, SHORT_MONTH_NAMES), *_year(date), hemisphere)
    return Wording(parts, f" {date.time[:5]}" if date.time else "")


def _parts(*words: str) -> Parts:
    return tuple(word for word in words if word)


def _is_hemispheric(month: str) -> bool:
    return month in SEASONS and bool(SEASONS[month].hemisphere)


def _day(date: SingleDate) -> str:
    if date.day in ("", "XX"):
        return ""
    if date.day.isdigit():
        return str(int(date.day))
    if date.day[0] == "X":
        return date.day
    year = int(date.year) if date.year.isdigit() else 2000
    top = max(days_in_month(year, month) for month in MONTHS[date.month])
    numbers = [number for number in DAYS[date.day] if number <= top]
    return f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0])


def _month(date: SingleDate, names: Parts) -> str:
    if date.month in SEASONS:
        return SEASONS[date.month].name
    if date.month == "" or (date.month == "XX" and not _day(date)):
        return ""
    # A day without its month keeps a gap in the middle.
    if _day(date) and "X" in date.month:
        return "…"
    readings = [names[month - 1] for month in MONTHS[date.month]]
    return (" or " if len(readings) < 3 else "–").join(dict.fromkeys((readings[0], readings[-1])))


def _year(date: SingleDate) -> Parts:
    if "X" in date.year:
        return _masked_year(date)
    year = int(date.year)
    crosses = date.month in SEASONS and SEASONS[date.month].crosses_new_year
    return _years(year, year + 1) if crosses else _single_year(year)


def _masked_year(date: SingleDate) -> Parts:
    digits, era = date.year[-4:], "BC" if date.year[0] == "-" else ""
    known = digits.rstrip("X")
    if not known:
        return ("unknown year", era)
    if "X" not in known and len(known) == 3:
        return _decade(int(known), before_christ=bool(era))
    if "X" not in known and date.month in ("", "XX") and not _day(date):
        return _long_period(int(known), "century" if len(known) == 2 else "millennium", era)
    return (date.year,)


def _decade(tens: int, *, before_christ: bool) -> Parts:
    if before_christ:
        return _years(-10 * tens - 9, -10 * tens)
    if not tens:
        return _years(0, 9)
    return _parts(f"{tens}0s", "AD" if tens < 100 else "")


def _long_period(number: int, unit: str, era: str) -> Parts:
    counted = number + 1
    ending = "th" if counted in _TEENS else _ORDINAL_ENDINGS.get(counted % 10, "th")
    return _parts(
        f"{counted}{ending} {unit}", era or ("AD" if number < (10 if unit == "century" else 1) else "")
    )


def _single_year(year: int) -> Parts:
    if year < 1:
        return _amount(1 - year), "BC"
    return _parts(str(year) if year <= 9999 else _amount(year), "AD" if year < 1000 else "")


def _years(first: int, last: int) -> Parts:
    """Consecutive years of four digits or fewer: `1963–64`, `50–41 BC`."""
    if first >= 1000:
        return (f"{first}–{last % 100:02}" if first // 100 == last // 100 else f"{first}–{last}",)
    start, end = _single_year(first), _single_year(last)
    return (
        (f"{start[0]}–{end[0]}", end[1]) if start[1:] == end[1:] else (f"{' '.join(start)}–{' '.join(end)}",)
    )


def _number(text: str) -> Parts:
    number = read_year_number(text, 0)
    first, *era = _single_year(number.value)
    return (f"c. {first}" if number.rounded else first, *era)


def _amount(number: int) -> str:
    digits = str(number)
    if len(digits) <= _MOST_DIGITS:
        return f"{number:,}" if number > 9999 else digits
    return f"{digits[0]}.{digits[1:3]}e{len(digits) - 1}"
