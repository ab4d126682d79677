"""Parts of a year, a month, a decade or a century: `late 1980s`, `mid-1961`, `the end of March 1917`.

How much "late" covers, no standard says.  Here early, mid and late are thirds, marked approximate: of a year
its four months (EDTF 37 to 39), of a month its tens of days, of a decade four, three and three years, of a
century its thirds.  "Beginning" and "end" are the same thirds; halves are exact.
"""

from __future__ import annotations

from explorer.dates.calendar import days_in_month
from explorer.dates.prose_units import Stretch, Unit, year_text

# Of decade and century the starts of its thirds in years.
_THIRDS_OF_DECADE, _THIRDS_OF_CENTURY = (0, 4, 7, 10), (0, 34, 67, 100)
_FIRST_THIRD_OF_YEAR, _FIRST_HALF_OF_YEAR = 37, 40


def thirds(stretch: Stretch, first: int, last: int) -> Stretch | None:
    """From one third (0, 1, 2) of a stretch to another; None where it has none, as a day."""
    start, end = stretch.first, stretch.last
    if start.day or stretch.approximate or (start.year is None and not start.month):
        return None
    if start.month:
        if start != end:
            return _months(stretch, first, last) if stretch.text else None
        return _days(start, first, last)
    if start == end:
        return _thirds_of_year(start, first, last)
    bounds = {10: _THIRDS_OF_DECADE, 100: _THIRDS_OF_CENTURY}.get(_years_in(stretch))
    return _years(start, bounds[first], bounds[last + 1] - 1) if bounds else None


def half(stretch: Stretch, number: int) -> Stretch | None:
    """The first (0) or second (1) half of a year, a decade or a century; None of anything else."""
    start, length = stretch.first, _years_in(stretch)
    if start.month or start.year is None:
        return None
    if length == 1:
        text = f"{year_text(start.year)}-{_FIRST_HALF_OF_YEAR + number}"
        return Stretch(Unit(start.year, 6 * number + 1), Unit(start.year, 6 * number + 6), text)
    first = start.moved(number * length // 2)
    return Stretch(first, first.moved(length // 2 - 1))


def _years_in(stretch: Stretch) -> int:
    first, last = stretch.first.year, stretch.last.year
    return 0 if first is None or last is None else last - first + 1


def _thirds_of_year(unit: Unit, first: int, last: int) -> Stretch:
    start, end = unit._replace(month=4 * first + 1), unit._replace(month=4 * last + 4)
    text = f"{unit.edtf}-{_FIRST_THIRD_OF_YEAR + first}~" if first == last else ""
    return Stretch(start, end, text, approximate=True)


def _months(stretch: Stretch, first: int, last: int) -> Stretch:
    start = stretch.first
    return Stretch(start.moved(first), start.moved(last), approximate=True)


def _days(unit: Unit, first: int, last: int) -> Stretch:
    length = days_in_month(2001 if unit.year is None else unit.year, unit.month)
    end = length if last == 2 else 10 * (last + 1)
    return Stretch(unit._replace(day=10 * first + 1), unit._replace(day=end), approximate=True)


def _years(start: Unit, first: int, last: int) -> Stretch:
    return Stretch(start.moved(first), start.moved(last), approximate=True)
