"""Dates told in words for running text, where a `?` or a `c.` would be overlooked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explorer.dates import parse
from explorer.dates.calendar import MONTH_NAMES
from explorer.dates.display import describe
from explorer.dates.expression import APPROXIMATE, UNCERTAIN, DateSet, Gap, Interval, SingleDate
from explorer.dates.grammar import read

if TYPE_CHECKING:
    from explorer.dates import EdtfDate

_FULL_NAMES = {name[:3]: name for name in MONTH_NAMES}
_SHORT_NAME = re.compile(rf"\b(?:{'|'.join(_FULL_NAMES)})\b")
_QUALIFIER = re.compile("[?~%]")
_LONG = ("decade", "century", "millennium")
_HEDGES = {
    0: "",
    UNCERTAIN: "perhaps ",
    APPROXIMATE: "about ",
    UNCERTAIN | APPROXIMATE: "perhaps about ",
}


def date_in_words(date: EdtfDate) -> str:
    """The date as a clause: `28 September 1960`, `perhaps about 1957`, `some time in the 1960s`.

    An interval reads `from … to …`, one of several dates `… or …`.  Raises EdtfError if the text of the date
    is not EDTF.
    """
    shape = read(date.text)
    if isinstance(shape, SingleDate):
        return _single(shape)
    return _interval(shape) if isinstance(shape, Interval) else _set(shape)


def months_in_full(described: str) -> str:
    """A described date with the names of its months in full: `28 September 1960`."""
    return _SHORT_NAME.sub(lambda found: _FULL_NAMES[found[0]], described)


def _single(date: SingleDate) -> str:
    return _HEDGES[date.flags] + _unhedged(date)


def _unhedged(date: SingleDate) -> str:
    written = "-".join(filter(None, (date.year, date.month, date.day)))
    if date.time:
        written += f"T{date.time}"
    described = describe(parse(_QUALIFIER.sub("", written)))
    if date.year_unknown and not date.day and not date.month:
        return "at an unknown date"
    within = date.precision in _LONG and "X" in date.year
    return f"some time in the {described}" if within else months_in_full(described).replace("c. ", "about ")


def _interval(interval: Interval) -> str:
    start, end = interval.start, interval.end
    if isinstance(start, SingleDate):
        first = _single(start) + (" or before" if interval.begins_before else "")
        if end is Gap.OPEN:
            return f"from {first} on"
        if not isinstance(end, SingleDate):
            return f"from {first} to an unknown date"
        return f"from {first} to {_end(end, interval)}"
    if isinstance(end, SingleDate):
        last = _end(end, interval)
        return f"until {last}" if start is Gap.OPEN else f"from an unknown date to {last}"
    return "at any time"


def _end(end: SingleDate, interval: Interval) -> str:
    return _single(end) + (" or later" if interval.ends_after else "")


def _set(dates: DateSet) -> str:
    *others, last = (_member(member, dates) for member in dates.members)
    word = "or" if dates.one_of else "and"
    return f"{', '.join(others)} {word} {last}" if others else last


def _member(member: SingleDate | Interval, dates: DateSet) -> str:
    if isinstance(member, SingleDate):
        return _single(member)
    if dates.one_of and isinstance(member.start, Gap) and isinstance(member.end, SingleDate):
        return f"{_single(member.end)} or before"
    if dates.one_of and isinstance(member.end, Gap) and isinstance(member.start, SingleDate):
        return f"{_single(member.start)} or later"
    return _interval(member)
