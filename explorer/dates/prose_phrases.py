"""Dates with what modifies them: `circa`, `late`, `before`, `since`, `between … and …`, `from … to …`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from explorer.dates import prose_units as units
from explorer.dates.prose_grammar import FORMS_OF, Match, Readings
from explorer.dates.prose_parts import half, thirds
from explorer.dates.prose_quantities import is_no_day, is_quantity
from explorer.dates.prose_tokens import MONTHS
from explorer.dates.prose_units import Stretch, Unit, unit_stretch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from explorer.dates.prose_tokens import Token

    _Modifier = Callable[[Stretch], Stretch]

_THIRDS = re.compile(r"(?P<a>[ELM])-?(?:t-?(?P<b>[ELM]))?(?:-|i?T?|pT?)(?![ELM])|(?P<a2>[vV])pT?")
_HALF = re.compile(r"(?P<o>o)-?hpT?")
_THIRD_OF = {"E": 0, "V": 0, "M": 1, "L": 2, "v": 2}
_OPEN_END = re.compile(r"[-t]T?N")
_CUES: tuple[tuple[re.Pattern[str], _Modifier], ...] = (
    (re.compile("bT?|PtT?|k-"), units.before),
    (re.compile("xT?|K-"), units.after),
    (re.compile("ST?"), units.since),
    (re.compile("[uZ]T?|UtT?"), units.until),
)
_AT_THE_EDGE: dict[tuple[_Modifier, str], _Modifier] = {
    (units.before, "v"): units.until,
    (units.after, "V"): units.since,
}
_RANGE = {"f": re.compile("[-tu]T?"), "B": re.compile("[at]T?"), "": re.compile("[-t]T?")}
# Words that a month without day and year follows; May and March are words of their own.
_BEFORE_MONTH = frozenset("iSuZbx")
_NAMES_OR_VERBS = frozenset(("may", "march"))
# A year, years, or a month in figures: they can be numbers like any other.
_BARE = frozenset("yYJ")
_FIRST_NAMES = frozenset(("april", "june", "august"))
OPENERS = re.compile("[doylmsnDFGIJRXYA'cgELMvVbPkxKSuZUfB]")


class Found(NamedTuple):
    """What was read, up to a token (exclusive); no readings where the tokens are a quantity."""

    readings: Readings
    end: int


class Phrases:
    """Reads phrases from the tokens of a text.

    `year` is the one year of the last date that was read, None where it has several; dates without a year are
    taken to lie in it.  `near_year` is any of its years, good enough for the century of `'60s`.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._kinds = "".join(token.kind for token in tokens)
        self.year: int | None = None
        self.near_year: int | None = None

    def next_start(self, position: int) -> int:
        """The first token from `position` on with which a phrase can begin, or -1."""
        match = OPENERS.search(self._kinds, position)
        return match.start() if match else -1

    def read(self, position: int) -> Found | None:
        """The phrase that begins at a token."""
        kind = self._kinds[position]
        if kind in "fB":
            return self._from_to(position, kind)
        for cue, modify in _CUES:
            match = cue.match(self._kinds, position)
            if match and not self._is_attribute(match.end()):
                # Before the end is not before the last third, nor is after the beginning after the first.
                nearer = _AT_THE_EDGE.get((modify, self._kinds[match.end()]), modify)
                return self._modified(self._range(match.end()), nearer)
        return self._range(position)

    def _is_attribute(self, position: int) -> bool:
        """Whether a year has an article, as in `by the 2001 treaty`."""
        return self._kinds[position - 1] == "T" and self._kinds[position] in "yYJ"

    def _modified(self, found: Found | None, modify: _Modifier) -> Found | None:
        if found is None:
            return None
        return Found(tuple(modify(self._dated(reading)) for reading in found.readings), found.end)

    def _dated(self, stretch: Stretch) -> Stretch:
        year = self.year if stretch.first.month else self.near_year
        if stretch.first.year is not None or year is None:
            return stretch
        dated = units.in_year(stretch, year)
        return dated._replace(inferred=dated.first.year is not None)

    def _from_to(self, position: int, kind: str) -> Found | None:
        start = position + 1 + (self._kinds[position + 1] == "T")
        listed = self._simple(start, as_range=True)
        if listed and self._has_separator(start, listed.end, kind):
            return self._finished(listed)
        first = self._qualified(start)
        if first is None:
            return None
        joined = self._joined(first, kind)
        if joined or not first.readings:
            return joined or first
        if kind == "f" and self._kinds[first.end] in "Oj" and self._kinds[first.end + 1] != "T":
            return self._modified(Found(first.readings, first.end + 1), units.since)
        return None

    def _has_separator(self, start: int, end: int, kind: str) -> bool:
        return any(separator in self._kinds[start:end] for separator in ("a" if kind == "B" else "tu-"))

    def _range(self, position: int) -> Found | None:
        first = self._qualified(position)
        if first is None or not first.readings:
            return first
        if self._kinds[first.end] == "O":
            return self._modified(Found(first.readings, first.end + 1), units.since)
        return self._joined(first, "") or self._finished(first)

    def _finished(self, found: Found) -> Found:
        return Found(tuple(self._dated(reading) for reading in found.readings), found.end)

    def _joined(self, first: Found, kind: str) -> Found | None:
        """A range, if the second date follows its first; empty where that cannot be before."""
        open_end = _OPEN_END.match(self._kinds, first.end)
        if open_end:
            return self._modified(Found(first.readings, open_end.end()), units.since)
        separator = _RANGE[kind].match(self._kinds, first.end)
        last = self._qualified(separator.end()) if separator else None
        if last is None:
            return None
        if not last.readings or not first.readings:
            return Found((), last.end)
        start, end = self._of_one_year(first.readings[0], last.readings[0])
        if start.first.year is not None and end.last < start.first:
            return Found((), last.end)
        return Found((units.between(start, end),), last.end)

    def _of_one_year(self, first: Stretch, last: Stretch) -> tuple[Stretch, Stretch]:
        """Both ends of a range with the year that only one of them has."""
        if first.first.year is None and last.first.year is not None:
            year = last.first.year - (first.first[1:] > last.last[1:])
            return units.in_year(first, year), last
        first = self._dated(first)
        if last.first.year is None and first.last.year is not None:
            year = first.last.year + (last.last[1:] < first.first[1:])
            return first, units.in_year(last, year)._replace(inferred=first.inferred)
        return first, last

    def _qualified(self, position: int) -> Found | None:
        kind = self._kinds[position]
        if kind not in "cg":
            return self._part(position)
        start = position + 1 + (kind == "c" and self._kinds[position + 1] == "T")
        found = self._part(start)
        if found is None:
            return None
        return Found(tuple(units.approximately(reading) for reading in found.readings), found.end)

    def _part(self, position: int) -> Found | None:
        match = _THIRDS.match(self._kinds, position)
        if match:
            first = _THIRD_OF[self._kinds[position]]
            last = _THIRD_OF[match["b"]] if match["b"] else first
            return _parts_of(self._simple(match.end()), lambda whole: thirds(whole, first, last))
        match = _HALF.match(self._kinds, position)
        if match and self._tokens[position].text in ("first", "second", "1st", "2nd"):
            number = int(self._tokens[position].text in ("second", "2nd"))
            return _parts_of(self._simple(match.end()), lambda whole: half(whole, number))
        return self._simple(position)

    def _simple(self, position: int, *, as_range: bool = False) -> Found | None:
        for form in FORMS_OF.get(self._kinds[position], ()):
            match = form.pattern.match(self._kinds, position)
            if match is None:
                continue
            if match[0] in _BARE and is_quantity(self._tokens, position, match.end()):
                return Found((), match.end())
            readings = form.read(Match(match, self._tokens, as_range=as_range))
            real = tuple(reading for reading in readings if reading.is_real)
            if real and not (real[0].lacks_year and is_no_day(self._tokens, position, match.end())):
                return Found(real, match.end())
        return self._bare_month(position)

    def _bare_month(self, position: int) -> Found | None:
        """A month alone, where it can be nothing else: `in April`, `mid-March`."""
        if self._kinds[position] != "m":
            return None
        word, following = self._tokens[position].text, self._tokens[position + 1]
        before, earlier = self._kinds[position - 1], self._kinds[position - 2]
        is_part = before in "ELM" or (before in "-pT" and earlier in "ELMVv")
        if not (is_part or (before in _BEFORE_MONTH and word.rstrip(".") not in _NAMES_OR_VERBS)):
            return None
        if following.kind == "q" or (word in _FIRST_NAMES and following.kind == "W" and before != "i"):
            return None
        return Found((unit_stretch(Unit(None, MONTHS[word.rstrip(".")])),), position + 1)


def _parts_of(found: Found | None, part: Callable[[Stretch], Stretch | None]) -> Found | None:
    if found is None or not found.readings:
        return found
    parts = tuple(stretch for reading in found.readings if (stretch := part(reading)))
    return Found(parts, found.end) if parts else None
