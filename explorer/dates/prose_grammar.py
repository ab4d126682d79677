"""The grammar of dates without modifiers: from a stretch of tokens to what it means.

Each form is a pattern over the kinds of tokens (see `prose_tokens`), none of which repeats anything without
a bound: at each token the work is limited, and so linear in all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from explorer.dates.prose_tokens import MONTHS, ORDINALS, SEASON_CODES
from explorer.dates.prose_units import (
    Stretch,
    Unit,
    between,
    century,
    decade,
    season,
    unit_stretch,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from explorer.dates.prose_tokens import Token

_YEAR = r"(?:A(?P<ad>[dny])|(?P<n>[dny])(?P<era>[eA])|(?P<y>y)(?![eA]))"
_TAIL = f"(?:,?p?{_YEAR})?"
_SEPARATOR = r"(?P<sep>[-tua])T?"
_DIGITS = re.compile(r"[0-9]+")
_SPECIAL_DATES = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")


class Match:
    """What a pattern found: the tokens of its named groups."""

    def __init__(self, match: re.Match[str], tokens: Sequence[Token], *, as_range: bool = False) -> None:
        self._match = match
        self._tokens = tokens
        self._as_range = as_range

    def has(self, name: str) -> bool:
        """Whether a group took part."""
        return self._match.groupdict().get(name) is not None

    def text(self, name: str) -> str:
        """The text of a group's token."""
        return self._tokens[self._match.start(name)].text

    def number(self, name: str) -> int:
        """The number that a token begins with or spells."""
        text = self.text(name)
        digits = _DIGITS.match(text)
        return int(digits[0]) if digits else ORDINALS[text]

    def pair(self, name: str) -> tuple[int, int]:
        """The two numbers of a token; the second with the digits that it leaves out."""
        first, last = (int(part) for part in _DIGITS.findall(self.text(name)))
        if first < 1000 or last >= 100:
            return first, last
        left_out = 10 ** len(_DIGITS.findall(self.text(name))[1])
        return first, first // left_out * left_out + last

    @property
    def month(self) -> int:
        """The number of the month."""
        return MONTHS[self.text("m").rstrip(".")]

    @property
    def year(self) -> int | None:
        """The year, with its era; None where none is stated."""
        if self.has("ad"):
            return self.number("ad")
        if self.has("n"):
            return self.in_era(self.number("n"))
        return self.number("y") if self.has("y") else None

    def in_era(self, year: int) -> int:
        """A year BC where the era says so."""
        return 1 - year if self.before_christ else year

    @property
    def before_christ(self) -> bool:
        """Whether the era is that before Christ."""
        return self.has("era") and self.text("era")[0] == "b"

    def joined(self, first: Stretch, last: Stretch) -> Stretch:
        """Two dates as a range, or as a set where `and` joins them."""
        if self.has("sep") and self._match["sep"] == "a" and not self._as_range:
            return Stretch(first.first, last.last, f"{{{first.edtf},{last.edtf}}}")
        if first.text or last.text:
            return between(first, last)
        return Stretch(first.first, last.last)


Readings = tuple[Stretch, ...]


def _one(unit: Unit) -> Readings:
    return (unit_stretch(unit),)


def _day(match: Match) -> Readings:
    return _one(Unit(match.year, match.month, match.number("d")))


def _days(match: Match) -> Readings:
    first, last = match.pair("r") if match.has("r") else (match.number("d1"), match.number("d2"))
    year, month = match.year, match.month
    return (match.joined(unit_stretch(Unit(year, month, first)), unit_stretch(Unit(year, month, last))),)


def _month(match: Match) -> Readings:
    return _one(Unit(match.year, match.month))


def _months(match: Match) -> Readings:
    first, last = (MONTHS[match.text(name).rstrip(".")] for name in ("m1", "m2"))
    return (match.joined(unit_stretch(Unit(match.year, first)), unit_stretch(Unit(match.year, last))),)


def _season(match: Match) -> Readings:
    year = match.pair("r")[0] if match.has("r") else match.year
    return (season(year, SEASON_CODES[match.text("s")]),) if year is not None else ()


def _year(match: Match) -> Readings:
    return _one(Unit(match.year))


def _years(match: Match) -> Readings:
    first, last = match.pair("r") if match.has("r") else (match.number("n1"), match.number("n2"))
    start, end = unit_stretch(Unit(match.in_era(first))), unit_stretch(Unit(match.in_era(last)))
    return (match.joined(start, end),)


def _decade(match: Match) -> Readings:
    """A decade; `1800s` can also be a century, and for all but the youngest that comes first."""
    year = match.number("D")
    if match.before_christ:
        return (Stretch(Unit(-8 - year), Unit(1 - year)),)
    if year % 100:
        return (decade(year),)
    readings = century(year // 100 + 1), decade(year)
    return readings if year < 2000 else readings[::-1]


def _decades(match: Match) -> Readings:
    first = match.number("D")
    return (between(decade(first), decade(first // 100 * 100 + match.number("G"))),)


def _short_decade(match: Match) -> Readings:
    """`'60s`: the sixties of a century that only the context can tell."""
    return (Stretch(Unit(None), Unit(None), f"XX{match.number('G') // 10}X"),)


def _century(match: Match) -> Readings:
    return (century(match.number("o"), before_christ=match.before_christ),)


def _centuries(match: Match) -> Readings:
    first, last = (century(match.number(name), before_christ=match.before_christ) for name in ("o1", "o2"))
    return (match.joined(first, last),)


def _numeric(match: Match) -> Readings:
    """ISO dates, and day, month and year in figures: in both orders where both are dates."""
    text = match.text("I")
    special = _SPECIAL_DATES.fullmatch(text)
    if special is None:
        parts = [int(part) for part in text.split("-")]
        return _iso_month(*parts) if len(parts) == 2 else _one(Unit(*parts))
    first, second, year = int(special[1]), int(special[3]), int(special[4])
    orders = [(first, second)] if special[2] == "." else [(first, second), (second, first)]
    units = [Unit(year, month, day) for day, month in dict.fromkeys(orders) if 1 <= month <= 12 and day]
    return tuple(unit_stretch(unit) for unit in units if unit.is_real)


def _iso_month(year: int, month: int) -> Readings:
    """A month, years (`1960-64`), or what can be both (`1908-12`)."""
    end = year // 100 * 100 + month
    years = (Stretch(Unit(year), Unit(end)),) if end > year else ()
    return years + (_one(Unit(year, month)) if 1 <= month <= 12 else ())


class Form(NamedTuple):
    """One way of writing a date: its pattern, and what reads it."""

    pattern: re.Pattern[str]
    read: Callable[[Match], Readings]


_TWO_DAYS = f"(?P<d1>[do]){_SEPARATOR}(?P<d2>[do])"
_OF_MONTH = f"p?(?P<m>m){_TAIL}"
# After the day of a month comes no other month, to which it would belong, and no era.
_NOT_ELSEWHERE = "(?!p?m|[eA])"
# Each form by the kinds of token with which it can begin; of those that match, the first counts.
_FORMS: tuple[tuple[str, str, Callable[[Match], Readings]], ...] = (
    ("do", _TWO_DAYS + _OF_MONTH, _days),
    ("R", "(?P<r>R)" + _OF_MONTH, _days),
    ("d", "(?P<d>d)-(?P<m>m)-(?P<y>y)", _day),
    ("do", "(?P<d>[do])p?(?P<m>l),?(?P<y>y)", _day),
    ("do", "(?P<d>[do])" + _OF_MONTH, _day),
    ("m", f"(?P<m1>m){_SEPARATOR}(?P<m2>m),?p?{_YEAR}", _months),
    ("m", f"(?P<m>m)T?{_TWO_DAYS}{_NOT_ELSEWHERE}{_TAIL}", _days),
    ("m", f"(?P<m>m)(?P<r>R){_TAIL}", _days),
    ("m", f"(?P<m>m)T?(?P<d>[do]){_NOT_ELSEWHERE}{_TAIL}", _day),
    ("m", f"(?P<m>m),?p?{_YEAR}", _month),
    ("s", f"(?P<s>s)(?:,|pT?)?(?:{_YEAR}|(?P<r>Y))", _season),
    ("dny", f"(?P<n1>[dny]){_SEPARATOR}(?P<n2>[dny])(?P<era>[eA])", _years),
    ("A", "A(?P<n1>[dny])(?P<sep>[-tu])T?(?P<n2>[dny])(?![eA])", _years),
    ("RXY", "(?P<r>[RXY])(?P<era>[eA])", _years),
    ("A", "A(?P<r>[RXY])", _years),
    ("o", f"(?P<o1>o)-?{_SEPARATOR}(?P<o2>o)-?C(?P<era>e)?", _centuries),
    ("o", "(?P<o>o)-?C(?P<era>[eA])?", _century),
    ("D", "(?P<D>D)-'?(?P<G>G)", _decades),
    ("DF", "(?P<D>[DF])(?P<era>e)", _decade),
    ("D", "(?P<D>D)", _decade),
    ("'", "'(?P<G>G)", _short_decade),
    ("I", "(?P<I>I)", _numeric),
    ("J", "(?P<I>J)", _numeric),
    ("Y", "(?P<r>Y)", _years),
    ("Adny", _YEAR, _year),
)
FORMS_OF: dict[str, tuple[Form, ...]] = {
    kind: tuple(Form(re.compile(pattern), read) for kinds, pattern, read in _FORMS if kind in kinds)
    for kind in set("".join(kinds for kinds, _, _ in _FORMS))
}
"""For each kind of token the forms that can begin with it."""
