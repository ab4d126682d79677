"""Whether the sources of an event agree on its date."""

from __future__ import annotations

from dataclasses import replace

import pytest

from explorer.dates import parse
from explorer.evidence import agreement, disputed
from explorer.model import Citation, Event, Place


def event(*dates: str | None) -> Event:
    place = Place("events.yaml", 1, 1)
    return Event(
        id="event",
        date=parse("1960-09-28"),
        countries=(),
        type="other",
        title="Event",
        sources=tuple(
            Citation(document="doc", quote="quote", date=parse(date) if date else None, place=place)
            for date in dates
        ),
        place=place,
    )


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ((), None),
        ((None, None), None),
        (("1960", None), None),
        (("1960", "1960"), "same"),
        (("1960", None, "1960-09"), "refines"),
        (("1960-09", "1960-09-28"), "refines"),
        (("1960/1962", "1961/1964"), "overlaps"),
        (("1957", "1964"), "conflicts"),
        (("1960", "1960-09", "1964"), "conflicts"),
        (("1960", "1960", "1960-09"), "refines"),
    ],
)
def test_the_worst_of_any_two_dates_counts(dates: tuple[str | None, ...], expected: str | None) -> None:
    assert agreement(event(*dates)) == expected


def test_an_event_is_disputed_where_two_dates_conflict() -> None:
    assert disputed(event("1957", "1964"))
    assert not disputed(event("1960-09", "1960-09-28"))
    assert not disputed(event("1957"))


def quoting(*quotes: str) -> Event:
    plain = event(*[None] * len(quotes))
    sources = (replace(source, quote=quote) for source, quote in zip(plain.sources, quotes, strict=True))
    return replace(plain, sources=tuple(sources))


def test_a_quote_that_names_one_date_says_when_without_a_date_of_its_own() -> None:
    assert agreement(quoting("They met in September 1960", "On 28 September 1960 they met")) == "refines"
    assert disputed(quoting("The split came in 1957", "The split came in 1964"))


def test_a_quote_with_several_dates_or_a_half_one_says_nothing_for_sure() -> None:
    assert agreement(quoting("From one of 1957 came another in 1959", "The split came in 1964")) is None
    assert agreement(quoting("They met on 5 June", "They met in 1964")) is None
    assert agreement(quoting("They met on 1/2/1960", "They met in 1964")) is None
