"""Names are found however they are written, and while they are being typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.search import parse, run
from explorer.search.names import IdNames, Names
from explorer.store import Store

NAMES = Names(
    [
        ("USA", ("United States", "U.S.", "America", "USA")),
        ("SUN", ("Soviet Union", "USSR", "Moscow", "SUN")),
        ("NER", ("Niger", "NER")),
        ("NGA", ("Nigeria", "NGA")),
        ("GIN", ("Guinea", "GIN")),
        ("GNB", ("Guinea-Bissau", "GNB")),
        ("CIV", ("Côte d’Ivoire", "CIV")),
        ("PRK", ("North Korea", "PRK")),
        ("KOR", ("South Korea", "KOR")),
    ]
)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("United States", ("USA",)),
        ("united-states", ("USA",)),
        ("UNITEDSTATES", ("USA",)),
        ("us", ("USA",)),
        ("u.s", ("USA",)),
        ("usa", ("USA",)),
        ("america", ("USA",)),
        ("cote d'ivoire", ("CIV",)),
        ("ivoire", ("CIV",)),
        ("niger", ("NER",)),
        ("nige", ("NER", "NGA")),
        ("guinea", ("GIN",)),
        ("korea", ("PRK", "KOR")),
        ("union", ("SUN",)),
        ("uss", ("SUN",)),
        ("prk", ("PRK",)),
        ("atlantis", ()),
        ("", ()),
        ("-", ()),
    ],
)
def test_a_name_is_found(text: str, ids: tuple[str, ...]) -> None:
    assert set(NAMES.resolve(text)) == set(ids)
    assert len(NAMES.resolve(text)) == len(ids)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("nigerai", "Nigeria"),
        ("mosocw", "Moscow"),
        ("untied states", '"United States"'),
        ("sovjet", '"Soviet Union"'),
        ("guinea bisau", "Guinea-Bissau"),
        ("x", None),
        ("atlantis", None),
    ],
)
def test_the_nearest_name_is_offered_as_it_is_to_be_written(text: str, near: str | None) -> None:
    assert NAMES.nearest(text) == near


@given(st.lists(st.tuples(st.text("ab c.", max_size=5), st.text("abAB -", max_size=8)), max_size=8))
def test_every_beginning_of_a_name_finds_it(entries: list[tuple[str, str]]) -> None:
    names = Names((id_, (name,)) for id_, name in entries)
    for id_, name in entries:
        letters = [letter for letter in name if letter.isalpha()]
        for length in range(1, len(letters) + 1):
            beginning = "".join(letters[:length])
            assert id_ in names.resolve(beginning) or beginning.lower() in whole_names(entries)


def whole_names(entries: list[tuple[str, str]]) -> set[str]:
    return {"".join(filter(str.isalpha, name)).lower() for _, name in entries}


def test_events_are_found_by_how_their_ids_begin(store: Store) -> None:
    ids = IdNames(store.ids)
    (some, *_) = sorted(event.id for event in store.events if "-" in event.id)
    beginning = some.split("-")[0]
    same = {event.id for event in store.events if event.id.startswith(beginning)}
    found = run(store, parse(f"id:{beginning.upper()}")).selection
    assert {store.events[number].id for number in found or ()} == same
    assert ids.knows(beginning.upper())
    assert not ids.knows(some[1:])
    assert not ids.knows("")
    assert ids.nearest(some[:-2] + some[-1:]) == some
    assert ids.nearest("nothing-like-it") is None
