"""What queries find, compared with a search that looks at every event by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from naive_search import matches
from small_dataset import EVENTS

from explorer.search import Query, Result, parse, run
from explorer.store import Selection, Store

ALL = {event.id for event in EVENTS}

FOUND = [
    ("", ALL),
    ("recognis", {"cuba-recognises-prc"}),
    ("diaz", {"exile-in-mexico"}),
    ("embass", {"cuba-recognises-prc", "chile-visit"}),
    # A word that only a document has, far from any quote; and one that an event has itself.
    ("zebra", {"cuba-recognises-prc", "guevara-meets-mao"}),
    ("text:zebra", {"cuba-recognises-prc", "guevara-meets-mao"}),
    ('"latin america"', {"guevara-meets-mao"}),
    ('"the revolution in latin"', {"guevara-meets-mao"}),
    ('"soon after ernesto"', set()),
    ('text:"soon after ernesto"', set()),
    ('text:"rice was the reas', {"cuba-recognises-prc", "relations-cool", "sino-soviet-split"}),
    ("Sino-Soviet", {"sino-soviet-split"}),
    ("O'Higgins C++", {"old-friends"}),
    ("people's-republic", {"cuba-recognises-prc", "guevara-meets-mao", "relations-cool", "sino-soviet-split",
                           "old-friends"}),
    ("title:people's-republic", {"cuba-recognises-prc"}),
    ("title:mexico", {"exile-in-mexico", "oas-vote"}),
    ("quote:mao", {"guevara-meets-mao"}),
    ('quote:"met mao zedong"', {"guevara-meets-mao"}),
    ("-country:cuba", {"sino-soviet-split", "old-friends"}),
    ("country:peking -country:CUB", {"sino-soviet-split", "old-friends"}),
    ("country:ch", {"cuba-recognises-prc", "guevara-meets-mao", "relations-cool", "sino-soviet-split",
                    "missing-quote", "old-friends", "chile-visit"}),
    ("country:united-states", {"oas-vote"}),
    ("country:us", {"oas-vote"}),
    ("between:cuba,china", {"cuba-recognises-prc", "guevara-meets-mao", "relations-cool"}),
    ("between:cuba,china,moscow", {"relations-cool"}),
    ("between:china,ch", {"old-friends"}),
    ("between:mexico", {"exile-in-mexico", "oas-vote"}),
    ("type:visit", {"guevara-meets-mao", "chile-visit"}),
    ("type:vis", {"guevara-meets-mao", "chile-visit"}),
    ("doc:mexico", {"exile-in-mexico", "missing-quote"}),
    ('doc:"bloody orig', {"cuba-recognises-prc", "guevara-meets-mao"}),
    ("tag:embassy", {"cuba-recognises-prc", "chile-visit"}),
    ("tag:contacts", {"cuba-recognises-prc"}),
    ("id:C", {"cuba-recognises-prc", "chile-visit"}),
    ("year:1960", {"cuba-recognises-prc", "guevara-meets-mao", "sino-soviet-split", "missing-quote"}),
    ("within:1960", {"cuba-recognises-prc", "guevara-meets-mao"}),
    ("within:1957..1964", {"cuba-recognises-prc", "guevara-meets-mao", "relations-cool", "sino-soviet-split",
                           "oas-vote"}),
    ("before:1958", {"sino-soviet-split", "old-friends"}),
    ("after:1965", {"missing-quote", "chile-visit"}),
    ('date:"44 BC"', {"old-friends"}),
    ("tone:<-2", {"sino-soviet-split", "oas-vote", "old-friends"}),
    ("tone:0", {"exile-in-mexico"}),
    ("tone:4..", {"cuba-recognises-prc", "guevara-meets-mao", "chile-visit"}),
    ("is:disputed", {"sino-soviet-split"}),
    ("is:approximate", {"relations-cool"}),
    ("is:uncertain", {"sino-soviet-split"}),
    ("is:unsourced", {"oas-vote", "old-friends", "chile-visit"}),
    ("is:single", {"guevara-meets-mao", "relations-cool", "exile-in-mexico", "missing-quote"}),
    ("is:problem type:vote", {"oas-vote"}),
    ("country:chile (visit OR trade)", {"chile-visit", "missing-quote"}),
    ("visit OR vote -mexico", {"guevara-meets-mao", "chile-visit"}),
    ("type:(visit OR vote) -guevara", {"chile-visit", "oas-vote"}),
    ("-(country:cuba OR country:chile)", {"sino-soviet-split"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_a_query_finds_these_events(store: Store, text: str, expected: set[str]) -> None:
    assert ids(run(store, parse(text))) == expected


TERMS = st.sampled_from(
    [
        "cuba", "c", "the", "of", "sugar", "recogn", '"cuba"', '"the people"', '"the peo', "sino-soviet",
        "diaz", "1964", "zanzibar", "title:re", 'title:"meets mao"', "quote:in", 'quote:"in 1964"', "text:of",
        'text:"of the"', "text:zebra", "country:china", "country:Moscow", "country:USA", "between:cuba,china",
        'between:mexico,"united states"', "type:visit", "type:Cooling", "doc:origins", "tag:embassy", "id:c",
        "year:1960", "year:196X", "date:1960-11", "year:1958..1963", "before:1962", "after:1962",
        "within:1950..1964", "within:196X", "tone:<0", "tone:>=3", "is:disputed", "is:unsourced",
        "is:single-source", "is:problem", "is:approximate", "is:uncertain",
    ]
)  # fmt: skip
QUERIES = st.recursive(
    TERMS,
    lambda part: st.one_of(
        part.map(lambda one: f"-({one})"),
        st.tuples(part, part).map(" ".join),
        st.tuples(part, part).map(lambda two: f"({two[0]} OR {two[1]})"),
        st.tuples(part, part).map(lambda two: f"{two[0]} OR NOT ({two[1]})"),
    ),
    max_leaves=6,
)


@given(text=QUERIES)
def test_whatever_is_asked_is_found_as_if_every_event_were_looked_at(store: Store, text: str) -> None:
    query = parse(f"({text})")
    dataset = store.dataset
    expected = {event.id for event in dataset.events if matches(dataset, event, query.root)}
    assert ids(run(store, query)) == expected


@given(text=QUERIES, numbers=st.frozensets(st.integers(0, len(EVENTS) - 1)))
def test_a_query_within_a_selection_finds_what_both_hold(
    store: Store, text: str, numbers: frozenset[int]
) -> None:
    within = store.nothing
    for number in numbers:
        within |= run(store, parse(f"id:{store.events[number].id}")).selection
    query = parse(text)
    assert run(store, query, within).selection == run(store, query).selection & within


@given(text=QUERIES)
def test_every_prefix_of_a_good_query_can_be_run(store: Store, text: str) -> None:
    for end in range(len(text)):
        result = run(store, parse(text[:end]))
        assert isinstance(result.selection, Selection) or result.messages


UNKNOWN = [
    ("country:chnia", "chnia", "unknown country chnia – did you mean China?", "China"),
    ("country:atlantis", "atlantis", "unknown country atlantis", ""),
    ('between:cuba,"untied states"', '"untied states"',
     'unknown country untied states – did you mean "United States"?', '"United States"'),
    ("type:vizit", "vizit", "unknown type vizit – did you mean visit?", "visit"),
    ("doc:orgins", "orgins", "unknown document orgins – did you mean origins?", "origins"),
    ("tag:embasy", "embasy", "unknown tag embasy – did you mean embassy?", "embassy"),
    ("id:cuba-recognizes-prc", "cuba-recognizes-prc",
     "unknown event cuba-recognizes-prc – did you mean cuba-recognises-prc?", "cuba-recognises-prc"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "message", "instead"), UNKNOWN)
def test_a_name_that_the_dataset_does_not_know_is_an_error(
    store: Store, text: str, place: str, message: str, instead: str
) -> None:
    result = run(store, parse(f"zanzibar -{text}"))
    assert result.selection is None
    [error] = result.messages
    assert (error.severity, str(error), error.replacement) == ("error", message, instead)
    assert f"zanzibar -{text}"[error.start : error.end] == place


def test_what_is_offered_instead_of_an_unknown_name_is_known(store: Store) -> None:
    for text, _, _, instead in UNKNOWN:
        if instead:
            [error] = run(store, parse(text)).messages
            mended = text[: error.start] + error.replacement + text[error.end :]
            assert run(store, parse(mended)).selection


def test_a_query_with_an_error_is_not_run_and_tells_every_message(store: Store) -> None:
    result = run(store, parse("country:atlantis cuba or yaer:1960"))
    assert result.selection is None
    assert result.suggestions == ()
    assert [message.text for message in result.messages] == [
        "unknown country atlantis",
        "or is searched for as a word",
        "unknown field yaer:",
    ]


def test_a_note_does_not_keep_a_query_from_being_run(store: Store) -> None:
    result = run(store, parse("cuba)"))
    assert [message.severity for message in result.messages] == ["note"]
    assert result.selection


def test_a_country_without_events_is_no_error(store: Store) -> None:
    result = run(store, parse("country:usa -type:vote"))
    assert result.messages == ()
    assert ids(result) == set()


def test_the_deepest_query_can_be_run(store: Store) -> None:
    query: Query = parse("(zebra OR -(cuba " * 24)
    assert query.errors == ()
    assert run(store, query).selection is not None


def ids(result: Result) -> set[str]:
    assert result.selection is not None, result.messages
    return {result.selection.store.events[number].id for number in result.selection}
