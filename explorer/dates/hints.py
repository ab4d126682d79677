"""What somebody may have meant who wrote a date that is no EDTF: guesses for the parser to check."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from explorer.dates.calendar import MONTH_NAMES
from explorer.dates.seasons import SEASONS

# Longer texts are no slips of one date, and a guess would not fit on a line.
_MAX_LENGTH = 60

Guesses = tuple[str, ...]

_MONTHS = {name[:3].lower(): f"{number:02}" for number, name in enumerate(MONTH_NAMES, start=1)}
_SEASONS = {SEASONS[code].name: code for code in ("21", "22", "23", "24")} | {"fall": "23"}
_OPEN_WORDS = {"open": "..", "present": "..", "now": "..", "today": "..", "unknown": "", "?": ""}

# Hyphen and minus sign; dashes stay what they are, for they stand between dates.
_HYPHENS = {0x2010: "-", 0x2212: "-"}

_NAMED_PARTS = {
    "MONTH": r"(?P<m>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?",
    "DAY": r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?\.?",
    "YEAR": r"(?P<y>[0-9]{4})",
    "SEASON": "(?P<s>spring|summer|autumn|fall|winter)",
}


def rewritings(text: str) -> Iterator[Guesses]:
    """Groups of texts that may be the EDTF for what was meant; those in a group are equally likely."""
    if len(text) <= _MAX_LENGTH:
        tidy = " ".join(unicodedata.normalize("NFKC", text).translate(_HYPHENS).split())
        yield _date(tidy)
        yield _interval(tidy)


def _date(text: str) -> Guesses:
    for source, rewrite in _RULES:
        match = _pattern(source).fullmatch(text)
        if match is not None:
            return rewrite(match)
    return (_spelling(text),)


def _interval(text: str) -> Guesses:
    for source, rewrite in _INTERVAL_RULES:
        match = _pattern(source).fullmatch(text)
        if match is not None:
            return rewrite(match)
    return ()


def _spelling(text: str) -> str:
    """The text in capitals, with one sign for two qualifiers, without spaces; a set with `..` and closed."""
    text = re.sub(r"[?~]{2}", "%", text.replace(" ", "")).upper().replace("U", "X")
    closing = {"[": "]", "{": "}"}.get(text[:1])
    if closing is None:
        return text
    text = text.replace("/", "..").replace(";", ",")
    return text if text.endswith(("]", "}")) else text + closing


def _qualified(qualifier: str) -> Callable[[re.Match[str]], Guesses]:
    return lambda match: tuple(guess + qualifier for guess in _date(match[1]))


def _calendar(match: re.Match[str]) -> Guesses:
    parts = match.groupdict()
    month = _MONTHS[parts["m"][:3].lower()]
    day = parts.get("d")
    return ("-".join([parts.get("y") or "XXXX", month] + ([day.zfill(2)] if day else [])),)


def _numbers(match: re.Match[str]) -> Guesses:
    year, *parts = (part for part in match.groups() if part)
    return ("-".join([year, *(part.zfill(2) for part in parts)]),)


def _day_or_month_first(match: re.Match[str]) -> Guesses:
    first, second, year = match[1].zfill(2), match[3].zfill(2), match[4]
    guesses = [f"{year}-{second}-{first}"]
    if match[2] != ".":
        guesses.append(f"{year}-{first}-{second}")
    return tuple(dict.fromkeys(guesses))


def _decade(match: re.Match[str]) -> Guesses:
    return (f"{match[1]}X", f"{match[1][:2]}XX") if match[1][2] == "0" else (f"{match[1]}X",)


def _time(match: re.Match[str]) -> Guesses:
    return (f"{match[1]}T{match[2]}:{match[3] or '00'}{match[4] or ''}",)


def _before_christ(match: re.Match[str]) -> Guesses:
    year = int(match[1]) - 1
    return (f"-{year:04}" if year else "0000",)


def _end(text: str) -> str:
    return _OPEN_WORDS[text.lower()] if text.lower() in _OPEN_WORDS else _date(text)[0]


@cache
def _pattern(source: str) -> re.Pattern[str]:
    """A rule's pattern, compiled when the first date goes wrong: most datasets never need it."""
    for name, part in _NAMED_PARTS.items():
        source = source.replace(name, part)
    return re.compile(source, re.IGNORECASE)


_Rule = tuple[str, Callable[[re.Match[str]], Guesses]]

_RULES: tuple[_Rule, ...] = (
    (r"(?:circa|ca|c|about|around|approximately|approx)\b\.? ?(.+)", _qualified("~")),
    (r"~ ?(.+)", _qualified("~")),
    (r"(?:probably|possibly|perhaps|maybe) (.+)", _qualified("?")),
    (r"(.+) ?\(\?\)|(?:(.{5,}) \?)", lambda match: (_date(match[1] or match[2])[0] + "?",)),
    (r"([0-9]{4})[-–/. ]([0-9]{1,2})(?:[-–/. ]([0-9]{1,2}))?", _numbers),
    (r"([0-9]{4})(0[1-9]|1[0-2])([0-3][0-9])", _numbers),
    (r"([0-9]{1,2})([-./])([0-9]{1,2})\2([0-9]{4})", _day_or_month_first),
    (r"DAY (?:of )?MONTH(?:,? YEAR)?", _calendar),
    (r"MONTH(?: DAY)?,? YEAR", _calendar),
    (r"YEAR,? MONTH(?: DAY)?", _calendar),
    (r"MONTH(?: DAY)?", _calendar),
    (r"(?:the )?([0-9]{3})0['’]?s", _decade),
    (r"(?:the )?([0-9]{1,2})(?:st|nd|rd|th) century", lambda match: (f"{int(match[1]) - 1:02}XX",)),
    (r"SEASON(?: of)?,? YEAR", lambda match: (f"{match['y']}-{_SEASONS[match['s'].lower()]}",)),
    (r"Q([1-4])[ /-]?YEAR", lambda match: (f"{match['y']}-{32 + int(match[1])}",)),
    (r"YEAR[ /-]?Q([1-4])", lambda match: (f"{match['y']}-{32 + int(match[2])}",)),
    (r"([0-9]{1,4}) ?b\.?c\.?(?:e\.?)?", _before_christ),
    (r"(?:ad|a\.d\.) ?([0-9]{1,4})", lambda match: (match[1].zfill(4),)),
    (r"([0-9]{1,4}) ?(?:ad|ce|a\.d\.|c\.e\.)", lambda match: (match[1].zfill(4),)),
    (r"\+?(-?[1-9][0-9]{4,})", lambda match: (f"Y{match[1]}",)),
    (r"\+(.+)", lambda match: (match[1],)),
    (r"([0-9]{1,3})[?*_xu-]+", lambda match: (match[1] + "X" * (4 - len(match[1])),)),
    (r"unknown|undated|no date|n\.? ?d\.?|none|\?+|-+", lambda _: ("XXXX",)),
    (
        r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?(Z|[+-][0-9:]+)?",
        _time,
    ),
)
_INTERVAL_RULES: tuple[_Rule, ...] = (
    (r"(?:since|from|after) (.+?)(?: on)?", lambda match: (f"{_end(match[1])}/..",)),
    (r"(?:until|till|up to|to|before|by) (.+)", lambda match: (f"../{_end(match[1])}",)),
    (
        r"([0-9]{2})([0-9]{2}) ?[-–/] ?([0-9]{2})",
        lambda match: (f"{match[1]}{match[2]}/{match[1]}{match[3]}",),
    ),
    (r"([0-9]{4})-([0-9]{4})", lambda match: (f"{match[1]}/{match[2]}",)),
    (r"\.\.(.+)", lambda match: (f"../{_end(match[1])}",)),
    (r"([^/]+)\.\.", lambda match: (f"{_end(match[1])}/..",)),
    (
        r"(?:from |between )?(.+?)(?: ?[/–—] ?| - | ?\.\. ?| to | and | until )(.+)",
        lambda match: (f"{_end(match[1])}/{_end(match[2])}",),
    ),
)
