"""Whether the sources of an event agree on its date."""

from __future__ import annotations

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
