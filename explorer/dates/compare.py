"""What two dates say of each other: the same, one more exactly than the other, or something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from explorer.dates.calendar import civil, is_leap
from explorer.dates.expression import DateSet, Expression, Interval, SingleDate
from explorer.dates.grammar import read
from explorer.dates.masks import DAYS, MONTHS
from explorer.dates.seasons import SEASONS

if TYPE_CHECKING:
    from explorer.dates.record import EdtfDate

Agreement = Literal["same", "refines", "overlaps", "conflicts"]

# Days from minus to plus infinity, both included.
_Span = tuple[float, float]
_Spans = tuple[_Span, ...]
_INFINITY = float("inf")

# A set of days of the year is a bit mask: bit 0 is 1 January, bit 59 is 29 February, bit 365 is 31 December.
_MONTH_STARTS = (0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366)
_WHOLE_YEAR = (1 << 366) - 1
_LEAP_DAY = 1 << 59
# So many days in a row hold every day of the year, also where a century has no leap year (1896 to 1904).
_EVERY_DAY = 8 * 366


def compare(a: EdtfDate, b: EdtfDate) -> Agreement:
    """How two dates agree, taken as sets of days; `compare(a, b)` is always `compare(b, a)`.

    "same" are equal sets, whatever the qualifiers; "refines" means that one contains the other; "overlaps"
    that they share days; "conflicts" that they share none.

    An interval is all its days, and a date with unspecified digits in its year all from the first to the last
    such year (`1X60` counts as 1060 to 1960); a set (`[1957,1960]`) is only the days of its members.  Where
    an X stands before or in the month or the day, only days count that fit: `156X-12-25` conflicts with
    `1565-06`, `XXXX-04` is refined by `1961-04-16`, conflicts with `1961-05`, and overlaps with `1961`.  An
    interval of which both ends lack the year is taken to last less than a year.
    """
    days_a, days_b = _days(a), _days(b)
    if _disjoint(days_a, days_b):
        return "conflicts"
    a_in_b, b_in_a = _contains(days_b, days_a), _contains(days_a, days_b)
    if a_in_b and b_in_a:
        return "same"
    return "refines" if a_in_b or b_in_a else "overlaps"


def contains(outer: EdtfDate, inner: EdtfDate) -> bool:
    """Whether all days of `inner` are days of `outer`, both read as in `compare`; true of the same dates."""
    return _contains(_days(outer), _days(inner))


class _Days(NamedTuple):
    """The days in some spans of time (in order, apart from each other) that are certain days of the year."""

    spans: _Spans
    of_year: int


def _days(date: EdtfDate) -> _Days:
    if not _has_gaps(date.text):
        return _Days((_span(date),), _WHOLE_YEAR)
    shape = read(date.text)
    if isinstance(shape, DateSet):
        return _Days(_merged(sorted(_span(member) for member in shape.members)), _WHOLE_YEAR)
    return _Days((_span(shape),), _days_of_year(shape))


def _has_gaps(text: str) -> bool:
    return "X" in text or text.startswith(("[", "{"))


def _span(date: EdtfDate | Expression) -> _Span:
    earliest, latest = date.earliest, date.latest
    return -_INFINITY if earliest is None else earliest, _INFINITY if latest is None else latest


def _merged(spans: list[_Span]) -> _Spans:
    merged = [spans[0]]
    for first, last in spans[1:]:
        if first <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(merged[-1][1], last)
        else:
            merged.append((first, last))
    return tuple(merged)


def _disjoint(a: _Days, b: _Days) -> bool:
    shared = _intersection(a.spans, b.spans)
    of_year = a.of_year & b.of_year
    return not shared or (of_year != _WHOLE_YEAR and not _reached(shared) & of_year)


def _contains(outer: _Days, inner: _Days) -> bool:
    if _intersection(outer.spans, inner.spans) != inner.spans:
        return False
    return outer.of_year == _WHOLE_YEAR or not _reached(inner.spans) & inner.of_year & ~outer.of_year


def _intersection(a: _Spans, b: _Spans) -> _Spans:
    shared: list[_Span] = []
    in_a, in_b = 0, 0
    while in_a < len(a) and in_b < len(b):
        first, last = max(a[in_a][0], b[in_b][0]), min(a[in_a][1], b[in_b][1])
        if first <= last:
            shared.append((first, last))
        if a[in_a][1] < b[in_b][1]:
            in_a += 1
        else:
            in_b += 1
    return tuple(shared)


def _reached(spans: _Spans) -> int:
    """The days of the year that occur in spans of time."""
    reached = 0
    for first, last in spans:
        reached |= _reached_by(first, last)
    return reached


def _reached_by(first: float, last: float) -> int:
    if first == -_INFINITY or last == _INFINITY or last - first >= _EVERY_DAY:
        return _WHOLE_YEAR
    first_year, month, day = civil(int(first))
    start = _day_of_year(month, day)
    last_year, month, day = civil(int(last))
    end = _day_of_year(month, day)
    reached = 0
    for year in range(first_year, last_year + 1):
        days = _stretch(start if year == first_year else 0, end if year == last_year else 365)
        reached |= days if is_leap(year) else days & ~_LEAP_DAY
    return reached


def _days_of_year(shape: SingleDate | Interval) -> int:
    if isinstance(shape, SingleDate):
        return _named_days(shape)
    start, end = shape.start, shape.end
    if not (isinstance(start, SingleDate) and isinstance(end, SingleDate)):
        return _WHOLE_YEAR
    if not (start.year_unknown and end.year_unknown) or shape.begins_before or shape.ends_after:
        return _WHOLE_YEAR
    first, last = _first_named(start), _last_named(end)
    return _stretch(first, last) if first <= last else _stretch(first, 365) | _stretch(0, last)


def _named_days(date: SingleDate) -> int:
    """The days of the year that the month or season and the day allow."""
    named = 0
    for month in _months(date):
        length = _MONTH_STARTS[month] - _MONTH_STARTS[month - 1]
        if date.day:
            named |= sum(1 << _day_of_year(month, day) for day in DAYS[date.day] if day <= length)
        else:
            named |= _stretch(_MONTH_STARTS[month - 1], _MONTH_STARTS[month] - 1)
    return named


def _months(date: SingleDate) -> tuple[int, ...]:
    return SEASONS[date.month].months if date.month in SEASONS else MONTHS[date.month]


def _first_named(date: SingleDate) -> int:
    return _day_of_year(_months(date)[0], DAYS[date.day][0])


def _last_named(date: SingleDate) -> int:
    month = _months(date)[-1]
    return min(_day_of_year(month, DAYS[date.day][-1]), _MONTH_STARTS[month] - 1)


def _stretch(first: int, last: int) -> int:
    return (1 << last + 1) - (1 << first)


def _day_of_year(month: int, day: int) -> int:
    return _MONTH_STARTS[month - 1] + day - 1
