"""Dates in English prose: where they stand in a text, and which days they mean.

A mention is the shortest phrase that says when: `28 September 1960`, `late 1980s`, `before 1917`, without the
weekday, the article or the `in` before it.  Where words are vaguer than EDTF, this is how they are read:

- `before 1917` ends with 1916 (`../1916`), `after 1989` begins with 1990 (`1990/..`); `since`, `until` and
  `by` include their date (`1989/..`, `../1917-03`);
- early, mid and late are thirds, marked approximate (`prose_parts`); `c.`, `about` and `around` are `~`;
- `the 1960s` are `196X`, `12th century` is `11XX`; `the 1800s` can be a century or a decade, and are both;
- `1/2/1960` is 1 February first, 2 January second; `1908-12` is 1908 to 1912 first, December second;
- winter begins in its year; `5 and 9 June` are both (`{…,…}`).

It would rather miss a date than take a number for one: a year that stands alone needs four digits and a
context in which it counts, numbers and prices nothing (`prose_quantities`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.dates.edtf import parse
from explorer.dates.prose_phrases import Phrases
from explorer.dates.prose_stretches import stretches_with_dates
from explorer.dates.prose_tokens import tokens_of
from explorer.dates.record import EdtfDate, EdtfError
from explorer.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from explorer.dates.prose_tokens import Token
    from explorer.dates.prose_units import Stretch


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date where it stands in a text, from character `start` to `end` (exclusive).

    `date` is the first of its `readings`; there are more only where the phrase is ambiguous.  `inferred` says
    that its year was taken from the nearest mention before it; where that has no single year, the year stays
    unknown (`XXXX-07-01`).
    """

    start: int
    end: int
    date: EdtfDate
    readings: tuple[EdtfDate, ...]
    inferred: bool = False


def find_dates(text: str) -> tuple[DateMention, ...]:
    """The dates that an English text mentions, in their order; none lies in another.

    Any text is good; it takes time linear in its length.
    """
    tokens = [token for stretch in stretches_with_dates(text) for token in tokens_of(text, *stretch)]
    return tuple(mentions(tokens)) if tokens else ()


def mentions(tokens: Sequence[Token]) -> Iterator[DateMention]:
    """The dates that the tokens of a text mention, in their order."""
    phrases = Phrases(tokens)
    position = 0
    while (position := phrases.next_start(position)) >= 0:
        found = phrases.read(position)
        if found is None:
            position += 1
            continue
        dates = _dates(found.readings)
        if dates:
            first = found.readings[0]
            if first.first.year is not None:
                phrases.year, phrases.near_year = first.year, first.first.year
            yield DateMention(
                tokens[position].start, tokens[found.end - 1].end, dates[0], dates, first.inferred
            )
        position = found.end


def _dates(readings: tuple[Stretch, ...]) -> tuple[EdtfDate, ...]:
    """The readings as dates; those that cannot be, as a range that ends before it starts, are left out."""
    dates = []
    for reading in readings:
        try:
            dates.append(parse(reading.edtf))
        except EdtfError:
            continue
    return tuple(dict.fromkeys(dates))
