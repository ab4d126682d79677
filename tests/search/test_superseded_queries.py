"""A query that nobody waits for any more stops; what to try instead is looked for only where it is asked."""

import pytest
from made_stores import store_of_dates

from explorer.search import SupersededError, is_instant, parse, run, supersedable
from explorer.store import Store

SLOW = ['text:"the article"', '"they spoke of sugar"', '"zebra stands"', "zanzibar"]


@pytest.mark.parametrize("text", SLOW)
def test_a_query_stops_once_it_is_superseded(store: Store, text: str) -> None:
    with supersedable(lambda: True), pytest.raises(SupersededError):
        run(store, parse(text))


@pytest.mark.parametrize("text", SLOW)
def test_a_query_that_is_still_wanted_finds_what_it_finds_otherwise(store: Store, text: str) -> None:
    with supersedable(lambda: False):
        found = run(store, parse(text))
    assert found == run(store, parse(text))


def test_a_query_can_be_superseded_at_any_step(store: Store) -> None:
    query, steps, stopped = parse("zanzibar"), 0, True
    while stopped:
        left = iter(range(steps))
        try:
            with supersedable(lambda left=left: next(left, None) is None):  # type: ignore[misc]
                run(store, query)
            stopped = False
        except SupersededError:
            steps += 1
    assert steps > 0


def test_nothing_is_suggested_unless_it_is_asked_for(store: Store) -> None:
    query = parse("guevera")
    assert run(store, query).suggestions
    assert run(store, query, suggest=False).suggestions == ()


def test_words_in_sequence_are_not_instant_where_there_are_many_texts(store: Store) -> None:
    many = store_of_dates(["1960"] * 2_000)
    for text in ('"a visit"', 'title:"a visit"', 'cuba -(china OR text:"a visit")'):
        assert is_instant(store, parse(text))
        assert not is_instant(many, parse(text))
    for text in ("visit", "", "year:1960..1964 country:cuba -visit", "is:disputed", 'doc:"bloody origins"'):
        assert is_instant(many, parse(text))
