"""Dates in plain English as people type them into a search, rewritten as EDTF."""

from __future__ import annotations

import re

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_GAP = r"[\s.,_-]+"
_YEAR = r"(?P<year>[\dX]{4})"
_MONTH = r"(?P<month>[a-z]{3,9})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:(?P<day>\d\d?){_GAP})?{_MONTH}{_GAP}{_YEAR}",
        rf"{_MONTH}{_GAP}(?P<day>\d\d?){_GAP}{_YEAR}",
        rf"{_YEAR}-(?P<month>\d\d?)(?:-(?P<day>\d\d?))?",
    )
)
_CIRCA = re.compile(r"(?:ca?\.?|circa)\s*(?=\d)", re.IGNORECASE)
_ROUND = re.compile(r"(\d{2,3}?)(0{1,2})['’]?s", re.IGNORECASE)
_ERA = re.compile(r"(\d{1,4})\s*(BCE?|AD|CE)", re.IGNORECASE)
_BEGUN = re.compile(rf"(?:\d{{1,4}}{_GAP})?(?P<letters>[a-z]{{1,9}})[\s.,]*(?:\d\d?[\s.,]*)?", re.IGNORECASE)
_UNSPECIFIED = re.compile(r"[\dXx-]+")


def to_edtf(text: str) -> str:
    """The EDTF text of a plain date; any other text as it is.

    `28 Sep 1960`, `September 28, 1960`, `Sept. 1960`, `1960-9-28`, `c. 1957`, `1960s`, `196x`, `44 BC`.
    `1900s` is the century, as `1800s` is; write 190X for the decade.
    """
    text = text.strip()
    if circa := _CIRCA.match(text):
        return to_edtf(text[circa.end() :]) + "~"
    if match := _ROUND.fullmatch(text):
        return match[1].ljust(4, "X")
    if match := _ERA.fullmatch(text):
        return _of_era(int(match[1]), match[2].upper())
    if _UNSPECIFIED.fullmatch(text):
        text = text.upper()
    for form in _FORMS:
        if (match := form.fullmatch(text)) and (month := _month(match["month"])):
            day = f"-{match['day']:0>2}" if match["day"] else ""
            return f"{match['year'].upper()}-{month}{day}"
    return text


def begins_plain_date(text: str) -> bool:
    """Whether a text without a year yet may be the beginning of a plain date: `28 S`, `Sept. 28,`, `c.`."""
    begun = _BEGUN.fullmatch(text.strip())
    words = (*_MONTHS, "circa", "bce", "ad", "ce")
    return begun is not None and any(word.startswith(begun["letters"].lower()) for word in words)


def _month(text: str) -> str | None:
    """The two digits of a month that is written as a number or as the beginning of its name."""
    if text.isdigit():
        return f"{text:0>2}"
    for number, name in enumerate(_MONTHS, 1):
        if name.startswith(text.lower()):
            return f"{number:02}"
    return None


def _of_era(year: int, era: str) -> str:
    """The year of an era in astronomical counting, where 1 BC is the year 0."""
    if era.startswith("B"):
        return f"-{year - 1:04}" if year > 1 else f"{1 - year:04}"
    return f"{year:04}"
