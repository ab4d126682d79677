"""Days and ranges of days as people type them, and as they are still typing them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explorer.dates import EdtfDate, EdtfError, parse
from explorer.search.plain_dates import begins_plain_date, to_edtf
from explorer.search.syntax import Days
from explorer.search.written import UnreadableError, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

_TWO_ENDS = re.compile(r"([^/\[\]{}]*?)\s*(?:\.\.|[–—])\s*([^/\[\]{}]*)")
_TWO_YEARS = re.compile(r"(\d{4})-(\d{2,4})")
_SHORT_YEAR = re.compile(r"\d\d")
_CENTURY = re.compile(r"\d\d(?=\d\d$)")
# What may be missing of a date that somebody is typing: an end of one of these.
_ENDINGS = ("1960-11-11T11:11:11Z", "9999-11]", "9999-11}", "-0044", "Y170000", "/1960", "s")


def read_days(text: str, *, unfinished: bool = False) -> Days | None:
    """The days that a text covers: an EDTF date, a form of `plain_dates`, or two of those with `..` between.

    An end may be left open (`1960..`).  Of an unfinished text, which somebody is still typing, a date stands
    for all that begin so (`19` for 1900 to 1999), and None says that nothing is told yet.
    Raises UnreadableError for what is no date and could not become one.
    """
    if unfinished and text.endswith(".") and not text.endswith(".."):
        text = text[:-1]
    if ends := _ends(text, unfinished):
        return _between(*ends, unfinished=unfinished)
    date = _read(text, unfinished)
    if date is not None and date.earliest is None and date.latest is None:
        raise UnreadableError(
            f"{shown(text)} has no year", hint="a date to search for needs one, as in 1960-04"
        )
    return None if date is None else Days(date.earliest, date.latest)


def _ends(text: str, unfinished: bool) -> tuple[str, str] | None:
    """The two ends of a range that is no EDTF interval."""
    if match := _TWO_ENDS.fullmatch(text):
        return match[1], _full_year(match[1], match[2])
    if (match := _TWO_YEARS.fullmatch(text)) and _parsed(text) is None:
        # `1960-1964` and `1960-64`; but `1960-13` is a mistake, and `1960-19` only the beginning of a range.
        last = _full_year(match[1], match[2])
        if len(last) == 4 or (unfinished and last.ljust(4, "9") >= match[1]):
            return match[1], last
    return None


def _between(first: str, last: str, *, unfinished: bool) -> Days | None:
    if not first and not last:
        if unfinished:
            return None
        raise UnreadableError(
            "a range needs a date on one side at least", hint="for example 1960.. or ..1964"
        )
    begin = _read(first, unfinished=False) if first else None
    end = _read(last, unfinished) if last else None
    days = Days(begin.earliest if begin else None, end.latest if end else None)
    if days.earliest is not None and days.latest is not None and days.earliest > days.latest:
        raise UnreadableError(
            f"{shown(first)} comes after {shown(last)}",
            hint="the earlier end first",
            instead=f"{last}..{first}",
        )
    return days


def _full_year(first: str, last: str) -> str:
    """The end of `1960-64` and `1960..64` in four digits, where it is later than the beginning."""
    century = _CENTURY.match(first)
    if century and _SHORT_YEAR.fullmatch(last) and century.group() + last > first:
        return century.group() + last
    return last


def _read(text: str, unfinished: bool) -> EdtfDate | None:
    try:
        return _parse(text)
    except EdtfError as error:
        if unfinished and (begun := _begun(text)) is not None:
            return begun[0]
        raise _explained(text, error) from None


def _parse(text: str) -> EdtfDate:
    try:
        return parse(text)
    except EdtfError:
        plain = to_edtf(text)
        if plain == text:
            raise
    return parse(plain)


def _begun(text: str) -> tuple[EdtfDate | None] | None:
    """The date that somebody has begun to type, if any yet; None where no date begins so.

    A digit that is missing is one that is not specified; beyond that only the finished part counts.
    """
    for fill in ("X", "XX", "XXX"):
        if date := _parsed(text + fill):
            return (date,)
    endings = (ending[cut:] for ending in _ENDINGS for cut in range(len(ending)))
    if not begins_plain_date(text) and not any(_parsed(text + ending) for ending in endings):
        return None
    return (next(_shorter(text), None),)


def _shorter(text: str) -> Iterator[EdtfDate]:
    for length in range(len(text) - 1, max(len(text) - 12, 0), -1):
        if date := _parsed(text[:length]):
            yield date


def _parsed(text: str) -> EdtfDate | None:
    try:
        return _parse(text)
    except EdtfError:
        return None


def _explained(text: str, error: EdtfError) -> UnreadableError:
    if re.fullmatch(r"\d{1,3}", text):
        instead = text.ljust(4, "X")
        hint = f"a year has four digits: {text:0>4}, or {instead} for all that begin so"
        return UnreadableError(f"{text} is no date", hint=hint, instead=instead)
    as_written = to_edtf(text) == text
    return UnreadableError(
        f"{shown(text)} is no date: {error.message}",
        error.position if as_written else 0,
        error.hint or "for example 1960, 1960-09, 1960-09-28 or 1960..1964",
    )
