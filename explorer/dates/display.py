"""Dates as people read them, short enough for a column of a timeline."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from explorer.dates.calendar import year_of
from explorer.dates.expression import APPROXIMATE, UNCERTAIN, DateSet, Gap, Interval, SingleDate
from explorer.dates.grammar import read
from explorer.dates.wording import SHORT_MONTH_NAMES, Wording, words_of

if TYPE_CHECKING:
    from explorer.dates.record import EdtfDate

# A set with more members shows only its first and its last.
_MOST_MEMBERS = 4
# A screen of events after a keystroke is, most of it, the one before.
_KEPT = 4096


def describe(date: EdtfDate) -> str:
    """The date in English: `28 Sep 1960`, `c. 1957`, `1960s`, `5–9 Jun 2024`, `since 1989`.

    Years before 1 are counted BC (`-0043` is `44 BC`), years before 1000 marked AD.  What the text leaves out
    is left out (`1985-04-XX` reads `Apr 1985`), except the year (`April, year unknown`).  Digits that no
    phrase fits stay as written (`25 Dec 15XX`), an unknown month before a day is `…`, an unknown end of an
    interval `?`.  Raises EdtfError if the text of the date is not EDTF.
    """
    return _described(date.text)


@lru_cache(_KEPT)
def _described(text: str) -> str:
    return _plainly(text) or _worded(text)


def _plainly(text: str) -> str:
    """What `_worded` says of the dates that are most frequent, from the year 1000 to 9999; "" of others."""
    in_words = _PLAIN.get(len(text))
    if in_words is None or text[0] not in "123456789":
        return ""
    try:
        return in_words(text)
    except ValueError:
        # Some other form of the same length.
        return ""


def _year(text: str) -> str:
    return str(date.fromisoformat(text + "-01-01").year)


def _qualified_year(text: str) -> str:
    return _QUALIFIED.get(text[4], "").format(_year(text[:4]))


def _month(text: str) -> str:
    return _month_of(date.fromisoformat(text + "-01"))


def _years(text: str) -> str:
    first, last = _year(text[:4]), _year(text[5:])
    return f"{first}–{last}" if text[4] == "/" and text[:4] < text[5:] else ""


def _day(text: str) -> str:
    if text[7] != "-":
        raise ValueError("a week date, perhaps")
    day = date.fromisoformat(text)
    return f"{day.day} {_month_of(day)}"


def _month_of(day: date) -> str:
    return f"{SHORT_MONTH_NAMES[day.month - 1]} {day.year}"


# The standard library takes only ASCII digits, and refuses what the calendar does not have.
_PLAIN = {4: _year, 5: _qualified_year, 7: _month, 9: _years, 10: _day}
_QUALIFIED = {"~": "c. {}", "?": "{}?", "%": "c. {}?"}


def _worded(text: str) -> str:
    shape = read(text)
    if isinstance(shape, DateSet):
        return _set(shape)
    return _interval(shape) if isinstance(shape, Interval) else _single(shape)


def describe_within(date: EdtfDate, width: int) -> str:
    """The date in at most `width` characters where its years fit in so many; else as `describe` has it.

    What does not fit in full is told by its first and last year: `1952–1958`, `since 1902`, `c. 1956–1963`;
    what does not fit so either in fewer signs: `c. 1959–`, `–c. 1989`, `c. 1956–63?`.
    """
    full = describe(date)
    if len(full) <= width:
        return full
    forms = (_years_of(date), _years_of(date, terse=True))
    return next((form for form in forms if form and len(form) <= width), full)


def _years_of(date: EdtfDate, *, terse: bool = False) -> str:
    circa, doubt = "c. " if date.approximate else "", "?" if date.uncertain else ""
    first = None if date.earliest is None else year_of(date.earliest)
    last = None if date.latest is None else year_of(date.latest)
    if min(first or 1, last or 1) < 1 or first is last is None:
        return ""
    if first is None:
        return f"{'–' if terse else 'until '}{circa}{last}{doubt}"
    if last is None:
        return f"{circa}{first}{doubt}–" if terse else f"since {circa}{first}{doubt}"
    if first == last:
        return f"{circa}{first}{doubt}"
    end = f"{last % 100:02}" if terse and first // 100 == last // 100 else last
    return f"{circa}{first}–{end}{doubt}"


def _single(date: SingleDate) -> str:
    words = words_of(date)
    phrase = " ".join(words.parts)
    # An estimate (`1950S2`) is "c." by itself.
    circa = "c. " if date.flags & APPROXIMATE and not phrase.startswith("c. ") else ""
    return f"{circa}{phrase}{'?' if date.flags & UNCERTAIN else ''}{words.suffix}"


def _interval(interval: Interval) -> str:
    start, end = interval.start, interval.end
    if isinstance(start, SingleDate) and isinstance(end, SingleDate):
        return _between(interval, start, end)
    if isinstance(start, SingleDate):
        first = f"by {_single(start)}" if interval.begins_before else _single(start)
        return f"since {first}" if end is Gap.OPEN else f"{first}–?"
    if isinstance(end, SingleDate):
        last = f"{_single(end)} or later" if interval.ends_after else _single(end)
        return f"until {last}" if start is Gap.OPEN else f"?–{last}"
    return "any time"


def _between(interval: Interval, start: SingleDate, end: SingleDate) -> str:
    if interval.begins_before or interval.ends_after:
        before = "by " if interval.begins_before else ""
        after = " or later" if interval.ends_after else ""
        return f"{before}{_single(start)} – {_single(end)}{after}"
    first, last = words_of(start), words_of(end)
    if start.flags or end.flags or first.suffix != last.suffix:
        return _dashed(_single(start), _single(end))
    if first == last:
        return _single(start)
    return _dashed(" ".join(_unshared(first, last)), " ".join(last.parts)) + last.suffix


def _unshared(first: Wording, last: Wording) -> tuple[str, ...]:
    """The parts of the first date without those that the last one repeats: `5` of `5 Jun 2024–9 Jun 2024`."""
    kept = len(first.parts)
    if kept == len(last.parts):
        while kept > 1 and first.parts[kept - 1] == last.parts[kept - 1]:
            kept -= 1
    return first.parts[:kept]


def _dashed(start: str, end: str) -> str:
    return f"{start} – {end}" if "–" in start + end or "," in start + end else f"{start}–{end}"


def _set(dates: DateSet) -> str:
    members = dates.members
    if len(members) > _MOST_MEMBERS:
        first, last = _member(members[0], dates), _member(members[-1], dates)
        count = f"one of {len(members):,}" if dates.one_of else f"{len(members):,} dates"
        return f"{first} … {last} ({count})"
    words = [_member(member, dates) for member in members]
    if not dates.one_of or len(words) == 1:
        return ", ".join(words)
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _member(member: SingleDate | Interval, dates: DateSet) -> str:
    if isinstance(member, SingleDate):
        return _single(member)
    if dates.one_of and isinstance(member.start, Gap):
        return f"{_interval(member).removeprefix('until ')} or earlier"
    if dates.one_of and isinstance(member.end, Gap):
        return f"{_interval(member).removeprefix('since ')} or later"
    return _interval(member)
