"""The order of relevance: the best place where a word stands decides."""

import pytest

from explorer.search import has_relevance, parse, relevance, run
from explorer.store import Store


@pytest.mark.parametrize(
    ("text", "ranked"),
    [
        # 8 in the title; 4 in a quote; 2 among the countries' names; 1 around a quote.
        ("peking", ["guevara-meets-mao", "old-friends", "sino-soviet-split", "cuba-recognises-prc",
                    "relations-cool"]),
        ('"people\'s republic"', ["cuba-recognises-prc", "old-friends", "sino-soviet-split",
                                  "guevara-meets-mao", "relations-cool"]),
        ("ambassador OR sugar", ["missing-quote", "exile-in-mexico", "guevara-meets-mao"]),
        ("latin OR sugar", ["missing-quote", "guevara-meets-mao"]),
        # Words add up: both in the title before one of them.
        ("mexico OR exile", ["exile-in-mexico", "oas-vote"]),
        # A negated word and a field that asks for no words count for nothing.
        ("country:mexico -zebra", ["oas-vote", "exile-in-mexico"]),
        ("", ["old-friends", "sino-soviet-split", "missing-quote", "cuba-recognises-prc", "guevara-meets-mao",
              "oas-vote", "relations-cool", "chile-visit", "exile-in-mexico"]),
        ("title:sugar OR text:sugar", ["missing-quote", "cuba-recognises-prc", "guevara-meets-mao"]),
        ("quote:met OR text:seen", ["guevara-meets-mao", "sino-soviet-split", "cuba-recognises-prc",
                                    "relations-cool"]),
    ],
)  # fmt: skip
def test_events_are_ranked_by_where_the_words_stand(store: Store, text: str, ranked: list[str]) -> None:
    query = parse(text)
    selection = run(store, query).selection
    numbers = relevance(store, query, selection)
    assert [store.events[number].id for number in numbers] == ranked
    assert sorted(numbers) == list(selection)


def test_equal_events_stay_in_time_order(store: Store) -> None:
    query = parse("country:china OR cuba")
    numbers = relevance(store, query, store.everything)
    equal = [number for number in numbers if number not in store.with_word("cuba", "event")]
    assert equal == sorted(equal)
    assert len(equal) > 1


def test_only_the_events_of_the_selection_are_ranked(store: Store) -> None:
    assert relevance(store, parse("cuba"), store.nothing) == []


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("cuba", True),
        ('"cuba and china"', True),
        ("title:cuba type:visit", True),
        ("year:1960", False),
        ("type:visit", False),
        ("-cuba", False),
        ("", False),
        ("country:cuba -china", False),
    ],
)
def test_only_words_that_are_looked_for_make_one_event_more_relevant(text: str, ranks: bool) -> None:
    assert has_relevance(parse(text)) is ranks
