"""The words of the parts of events, indexed apart, tell what those of the events are."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from explorer.building.indexing import sets_in
from explorer.building.joined import Joined, Reordered
from explorer.building.words import PARTS_BY_LENGTH, indexed_here, part_words, with_events

WORDS = st.lists(st.sampled_from(["cuba", "china", "visit", "visits", "été", "a"]), max_size=6)
EVENTS = st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=8)


def phrases_of(events: list[tuple[list[str], ...]]) -> list[bytes]:
    return ["".join(f" {' '.join(part)} \n\0" for part in event).encode() for event in events]


@given(EVENTS)
def test_parts_apart_make_what_all_parts_do(events: list[tuple[list[str], ...]]) -> None:
    phrases = phrases_of(events)
    apart = with_events((part, part_words(b"".join(phrases), part)) for part in PARTS_BY_LENGTH)
    pieces, words = indexed_here(Reordered([Joined.of(phrases)], range(len(phrases))))
    assert b"".join(pieces) == b"".join(phrases)
    together = words()
    assert {name: b"".join(of) for name, of in apart.items()} == {
        name: b"".join(of) for name, of in together.items()
    }
    assert not any("rest" in name for name in apart)
    for field, places in {"title": [0], "quote": [1], "event": [0, 1, 2]}.items():
        wanted: dict[bytes, BitMap] = {}
        for number, event in enumerate(events):
            for word in {word for place in places for word in event[place]}:
                wanted.setdefault(word.encode(), BitMap()).add(number)
        assert dict(sets_in(field, apart)) == wanted


@given(st.lists(st.lists(st.binary(max_size=5), max_size=5), max_size=5), st.randoms())
def test_joined_texts_come_back_in_any_order(batches: list[list[bytes]], random: Random) -> None:
    texts = [text for batch in batches for text in batch]
    order = sorted(range(len(texts)), key=lambda _: random.random())
    reordered = Reordered([*map(Joined.of, batches)], order)
    assert [*reordered] == [*reordered] == [texts[place] for place in order]
    assert [*reordered.lengths] == [len(texts[place]) for place in order]
