"""Reading EDTF, levels 0, 1 and 2: from a text to the shape of what it says.

Stricter than the standard's wording in a few places where it is silent:

- a time of day goes to the second (`24:00:00`, the end of the day, and the leap second `:60` included); it
  may follow only a whole day without X or qualifier, and the day is the one written, whatever the zone;
- an X may stand for digits of months 01 to 12 and of days, not for those of season codes;
- year numbers (`Y…`) have no leading zeros, and there is no year -0000;
- an interval or a range must be able to run forward: the last day of its end is not before the first day of
  its start;
- `..` before a date opens only the first member of a set, `..` after one only the last.

Every reader takes the text and a position and is linear in what it reads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explorer import lazily
from explorer.dates.expression import DELIMITERS, QUALIFIERS, DateSet, Expression, Gap, Interval, SingleDate
from explorer.dates.masks import DAYS, MONTHS, precision, span
from explorer.dates.record import EdtfError
from explorer.dates.seasons import SEASONS
from explorer.dates.years import read_year_number

if TYPE_CHECKING:
    from explorer.dates import diagnosis
else:
    # Needed where a text is no date, and not for the first frame.
    diagnosis = lazily.Module("explorer.dates.diagnosis")

_DATE = re.compile(
    r"([?~%]?)(-?[0-9X]{4})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
)
_YEAR, _MONTH, _DAY = 2, 5, 8
_LONG_YEAR_START = re.compile(r"([?~%]?)Y")
_TIME = re.compile(
    r"T((?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)|24:00:00)(?:Z|[+-][01][0-9](?::[0-5][0-9])?)?)"
)
_CLOSING = {"[": "]", "{": "}"}


def read(text: str) -> Expression:
    """The shape of an EDTF text of any level.  Raises EdtfError."""
    if text[:1] in _CLOSING:
        return _set(text)
    start: SingleDate | Gap
    start, position = _start(text)
    if text[position : position + 1] == "/":
        return _interval(text, start, position + 1)
    if isinstance(start, Gap) or text.startswith(".."):
        raise EdtfError("‘..’ opens an interval or a set: ‘/’ is missing", position, "write ../ and the end")
    if position < len(text):
        raise _stray_delimiter(text, position)
    return start


def _start(text: str) -> tuple[SingleDate | Gap, int]:
    if text.startswith("/"):
        return Gap.UNKNOWN, 0
    if text.startswith("../") or text == "..":
        return Gap.OPEN, 2
    return _single(text, 2 if text.startswith("..") else 0, timed=True)


def _interval(text: str, start: SingleDate | Gap, position: int) -> Interval:
    if isinstance(start, SingleDate) and start.time:
        raise EdtfError("the dates of an interval have no time of day", text.index("T"))
    end, stop = _end(text, position)
    ends_after = isinstance(end, SingleDate) and text.startswith("..", stop)
    stop += 2 * ends_after
    if stop < len(text):
        raise _stray_delimiter(text, stop)
    if start is end is Gap.UNKNOWN:
        raise EdtfError("an interval needs a start or an end", 0)
    begins_before = isinstance(start, SingleDate) and text.startswith("..")
    interval = Interval(start, end, begins_before, ends_after)
    _require_forward(interval, position)
    return interval


def _end(text: str, position: int) -> tuple[SingleDate | Gap, int]:
    if position == len(text):
        return Gap.UNKNOWN, position
    if text.startswith("..", position):
        return Gap.OPEN, position + 2
    return _single(text, position)


def _set(text: str) -> DateSet:
    members: list[SingleDate | Interval] = []
    position = 1
    while True:
        member, position = _member(text, position)
        members.append(member)
        if text[position : position + 1] != ",":
            break
        if isinstance(member, Interval) and member.end is Gap.OPEN:
            raise EdtfError("‘..’ after a date ends a set: nothing can follow it", position)
        position += 1
    _require_closed(text, position)
    return DateSet(tuple(members), one_of=text[0] == "[")


def _member(text: str, position: int) -> tuple[SingleDate | Interval, int]:
    if text.startswith("..", position):
        if position > 1:
            raise EdtfError("‘..’ before a date begins a set: nothing can precede it", position)
        end, stop = _single(text, position + 2)
        return Interval(Gap.OPEN, end), stop
    start, stop = _single(text, position)
    if not text.startswith("..", stop):
        return start, stop
    if text[stop + 2 : stop + 3] in (",", "]", "}", ""):
        return Interval(start, Gap.OPEN), stop + 2
    end, end_stop = _single(text, stop + 2)
    interval = Interval(start, end)
    _require_forward(interval, stop + 2)
    return interval, end_stop


def _require_closed(text: str, position: int) -> None:
    closing = _CLOSING[text[0]]
    if not text.startswith(closing, position):
        hint = "write .. for a range in a set" if text.startswith("/", position) else ""
        raise EdtfError(f"the set that ‘{text[0]}’ opens needs ‘,’ or ‘{closing}’ here", position, hint)
    if position + 1 < len(text):
        raise EdtfError(f"nothing can follow the ‘{closing}’ of a set", position + 1)


def _require_forward(interval: Interval, position: int) -> None:
    earliest, latest = interval.earliest, interval.latest
    if earliest is not None and latest is not None and latest < earliest:
        raise EdtfError("the end is before the start", position)


def _stray_delimiter(text: str, position: int) -> EdtfError:
    if text[position] == "/":
        return EdtfError("an interval has only one ‘/’", position)
    return diagnosis.stranger(text, position, f"{diagnosis.shown(text[position])} cannot follow a date")


def _single(text: str, position: int, *, timed: bool = False) -> tuple[SingleDate, int]:
    """The date at a position and where it ends: at the end of the text or at a delimiter."""
    match = _DATE.match(text, position)
    if match is None:
        return _long_year(text, position)
    stop = match.end()
    following = text[stop : stop + 1]
    if following and following not in DELIMITERS:
        if following == "S" and match[_MONTH] is None and not match[3]:
            return _numbered_year(text, match.start(_YEAR), match[1])
        if following == "T" and match[_DAY] and timed:
            return _timed(text, match)
        raise _misfit(text, match)
    return _calendar_date(match), stop


def _calendar_date(match: re.Match[str], time: str = "") -> SingleDate:
    q1, year, q2, q3, month, q4, q5, day, q6 = match.groups("")
    if year == "-0000":
        raise EdtfError("there is no year -0000", match.start(_YEAR), "write 0000 for 1 BC")
    if month not in MONTHS and month not in SEASONS:
        raise diagnosis.no_month(month, match.start(_MONTH))
    days = None if day not in DAYS or (day and month in SEASONS) else span(year, month, day)
    if days is None:
        raise diagnosis.no_day(year, month, day, match.start(_DAY))
    flags = 0
    for qualifier in q1 + q2 + q3 + q4 + q5 + q6:
        flags |= QUALIFIERS[qualifier]
    return SingleDate(year, month, day, time, flags, *days, precision(year, month, day))


def _timed(text: str, match: re.Match[str]) -> tuple[SingleDate, int]:
    stop = match.end()
    if not match[0].lstrip("-").replace("-", "").isdigit():
        raise EdtfError("only a whole day without X, ‘?’, ‘~’ or ‘%’ can have a time", stop)
    time = _TIME.match(text, stop)
    if time is None:
        raise diagnosis.bad_time(text, stop)
    date = _calendar_date(match, time[1])
    following = text[time.end() : time.end() + 1]
    if following and following not in DELIMITERS:
        raise diagnosis.trailing(text, time.end(), "time")
    return date, time.end()


def _misfit(text: str, match: re.Match[str]) -> EdtfError:
    """The date itself may be wrong too, and then that is the first thing to say."""
    _calendar_date(match)
    stop = match.end()
    if text[stop] == "T" and match[_DAY]:
        return EdtfError("the dates of intervals and sets have no time of day", stop)
    return diagnosis.trailing(text, stop, "day" if match[_DAY] else "month" if match[_MONTH] else "year")


def _long_year(text: str, position: int) -> tuple[SingleDate, int]:
    start = _LONG_YEAR_START.match(text, position)
    if start is None:
        raise diagnosis.no_date(text, position)
    return _numbered_year(text, start.end() - 1, start[1])


def _numbered_year(text: str, position: int, qualifier: str) -> tuple[SingleDate, int]:
    number = read_year_number(text, position)
    flags, stop = QUALIFIERS[qualifier], number.end
    if text[stop : stop + 1] in ("?", "~", "%"):
        flags |= QUALIFIERS[text[stop]]
        stop += 1
    if text[stop : stop + 1] not in DELIMITERS and stop < len(text):
        raise diagnosis.trailing(text, stop, "year of this kind")
    year = text[position : number.end]
    return SingleDate(year, "", "", "", flags, *number.span, number.precision), stop
