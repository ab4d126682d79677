"""What each source says on when an event was, and how that agrees with the editor and the others."""

from __future__ import annotations

import pytest

from explorer.dates import parse
from explorer.evidence import (
    DocumentText,
    Passage,
    StatedDate,
    agreements,
    comparisons,
    locate,
    stated_dates,
)
from explorer.model import Citation, Event, Place

TEXT = """\
Cuba recognised China in September 1960. It was glad.

The break came in 1957, or perhaps in 1964. It was not in 1957 that they met.

They met on 5 May 1961.
"""
DOCUMENTS = {"doc": DocumentText(TEXT)}
PLACE = Place("events.yaml", 1, 1)


def event(date: str, *sources: tuple[str, str | None]) -> tuple[Event, list[Passage]]:
    """An event that cites quotes, each with a `date:` or without, and its passages."""
    citations = tuple(
        Citation(document="doc", quote=quote, date=parse(stated) if stated else None, place=PLACE)
        for quote, stated in sources
    )
    return Event(
        id="event",
        date=parse(date),
        countries=(),
        type="other",
        title="Event",
        sources=citations,
        place=PLACE,
    ), [locate(DOCUMENTS["doc"], source.quote) for source in citations]


def stated(date: str, *sources: tuple[str, str | None]) -> list[tuple[str | None, bool]]:
    said = stated_dates(*event(date, *sources), DOCUMENTS)
    return [(each.date and each.date.text, each.found) for each in said]


def test_the_date_of_a_citation_counts_before_those_of_its_passage() -> None:
    assert stated("1960", ("Cuba recognised China in September 1960", "1961")) == [("1961", False)]


def test_a_date_is_found_in_the_passage() -> None:
    assert stated("1960", ("Cuba recognised China in September 1960", None)) == [("1960-09", True)]


def test_a_sole_date_counts_also_where_it_conflicts() -> None:
    assert stated("1950", ("They met on 5 May 1961", None)) == [("1961-05-05", True)]


def test_of_several_dates_the_one_that_agrees_best_counts() -> None:
    quote = "The break came in 1957, or perhaps in 1964"
    assert stated("1964", (quote, None)) == [("1964", True)]
    assert stated("1957", (quote, None)) == [("1957", True)]


def test_of_several_dates_none_counts_where_all_conflict() -> None:
    assert stated("1950", ("The break came in 1957, or perhaps in 1964", None)) == [(None, False)]


@pytest.mark.parametrize("quote", ["It was glad", "recognised China in", "Cuba recognised Peru in 1960"])
def test_a_passage_without_a_date_says_nothing_nor_does_a_quote_that_is_not_there(quote: str) -> None:
    assert stated("1960", (quote, None)) == [(None, False)]


def test_an_ambiguous_quote_says_nothing() -> None:
    found, passages = event("1957", ("in 1957", None))
    assert passages[0].verdict == "ambiguous"
    assert stated_dates(found, passages, DOCUMENTS) == (StatedDate(None),)


def test_each_citation_is_compared_with_the_date_of_the_event() -> None:
    compared = comparisons(
        *event(
            "1960-09-28",
            ("Cuba recognised China in September 1960", None),
            ("It was glad", None),
            ("They met on 5 May 1961", None),
            ("They met on 5 May 1961", "1960-09-28"),
            ("They met on 5 May 1961", "1960-09-20/1960-10-02"),
        ),
        DOCUMENTS,
    )
    assert [each.citation for each in compared] == [0, 1, 2, 3, 4]
    assert [each.agreement for each in compared] == ["refines", None, "conflicts", "same", "refines"]
    assert [each.found for each in compared] == [True, False, True, False, False]


def test_any_two_citations_that_say_when_are_compared() -> None:
    compared = comparisons(
        *event(
            "1960",
            ("Cuba recognised China in September 1960", None),
            ("It was glad", None),
            ("It was glad", "1960-09-28"),
            ("It was glad", "1964"),
        ),
        DOCUMENTS,
    )
    assert agreements(compared) == ((0, 2, "refines"), (0, 3, "conflicts"), (2, 3, "conflicts"))


def test_an_event_without_sources_has_nothing_to_compare() -> None:
    assert comparisons(*event("1960"), DOCUMENTS) == agreements(()) == ()
