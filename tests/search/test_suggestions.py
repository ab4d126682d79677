"""Where nothing is found, queries are offered that find something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.search import parse, run
from explorer.store import Store

OFFERED = [
    ("guevera", ["guevara"]),
    ("Guevera-Mao", ["guevara mao"]),
    ("country:cuba visti", ["country:cuba visit", "country:cuba"]),
    ('"guevera meets mao"', ['"guevara meets mao"']),
    ('"mao guevara"', ["mao guevara"]),
    ("title:guevera", ["title:guevara"]),
    ("guevera ambasador", ["guevara", "ambassador"]),
    ("mao meets guevera -vote", ["mao meets guevara -vote", "mao meets -vote"]),
    ("cuba mao quagga", ["cuba mao"]),
    ("cuba AND quagga", ["cuba"]),
    ("quagga AND cuba AND mao", ["cuba AND mao"]),
    ("cuba (quagga OR zanzibar)", ["cuba"]),
    ("cuba -(visit OR cuba)", ["cuba"]),
    ("country:mexico type:visit", ["country:mexico", "type:visit"]),
    ("zanzibar", []),
    ("-cuba -china -the", ["-cuba -the", "-china -the"]),
]


@pytest.mark.parametrize(("text", "offered"), OFFERED)
def test_the_nearest_words_are_offered_first_and_then_fewer(
    store: Store, text: str, offered: list[str]
) -> None:
    result = run(store, parse(text))
    assert not result.selection
    assert [suggestion.text for suggestion in result.suggestions][: len(offered)] == offered
    assert bool(result.suggestions) == bool(offered)


def test_what_is_found_needs_no_suggestions(store: Store) -> None:
    assert run(store, parse("cuba")).suggestions == ()


WORDS = st.sampled_from(
    [
        "cuba",
        "mao",
        "-cuba",
        "quagga",
        "visti",
        '"mao cuba"',
        "OR",
        "(",
        ")",
        "type:vote",
        "title:x",
        "AND",
        "meksico",
    ]
)


@given(parts=st.lists(WORDS, max_size=6), numbers=st.sets(st.integers(0, 8)))
def test_every_suggestion_finds_as_many_events_as_it_says(
    store: Store, parts: list[str], numbers: set[int]
) -> None:
    within = store.nothing
    for number in numbers:
        within |= run(store, parse(f"id:{store.events[number].id}")).selection
    result = run(store, parse(" ".join(parts)), within)
    assert len(result.suggestions) <= 3
    for suggestion in result.suggestions:
        again = run(store, parse(suggestion.text), within)
        assert len(again.selection) == suggestion.count > 0


def test_a_query_of_any_length_is_answered_without_trying_endlessly(store: Store) -> None:
    assert run(store, parse("visti quagga " * 5_000)).suggestions == ()
