"""The words of the parts of events, indexed apart, tell what those of the events are."""

from __future__ import annotations

from random import Random
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from explorer.building import words
from explorer.building.indexing import sets_in, word_sections
from explorer.building.joined import Joined, Reordered
from explorer.building.phrases import phrases_of
from explorer.building.words import (
    FIELDS,
    REST,
    event_sections,
    indexed_here,
    part_sets,
)
from explorer.dates import parse
from explorer.folding import folded_paragraphs
from explorer.model import Citation, Event, Place

PLACE = Place("trial.yaml", 1, 1)
WORDS = st.lists(st.sampled_from(["cuba", "china", "visit", "visits", "été", "a"]), max_size=6)
EVENTS = st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=8)


def joined_phrases(events: list[tuple[list[str], ...]]) -> list[bytes]:
    return ["".join(f" {' '.join(part)} \n\0" for part in event).encode() for event in events]


@given(EVENTS, st.sampled_from([1, 9, 40, 1 << 16]), st.sampled_from([0, words.MUCH_TEXT]))
def test_parts_apart_make_what_all_parts_do(
    events: list[tuple[list[str], ...]], window: int, much: int
) -> None:
    phrases = joined_phrases(events)
    with patch.object(words, "_WINDOW", window), patch.object(words, "MUCH_TEXT", much):
        rest, *fields = (part_sets(b"".join(phrases), part) for part in (REST, *FIELDS))
    of_fields = {field: word_sections(field, sets) for field, sets in zip(FIELDS, fields, strict=True)}
    apart = event_sections([rest.items(), *(sets_in(*each) for each in of_fields.items())])
    for sections in of_fields.values():
        apart |= sections
    pieces, index = indexed_here(Reordered([Joined.of(phrases)], range(len(phrases))))
    assert b"".join(pieces) == b"".join(phrases)
    together = index()
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


TEXTS = st.text("aB é.!?-,\n\r\0 ", max_size=12)


@given(TEXTS.filter(bool), st.lists(TEXTS, max_size=3), TEXTS, TEXTS)
def test_texts_folded_together_have_the_words_that_each_has(
    title: str, quotes: list[str], summary: str, note: str
) -> None:
    sources = [Citation(document="d", quote=quote, note=note, place=PLACE) for quote in quotes]
    event = Event(
        id="e",
        date=parse("1960"),
        countries=("CUB",),
        type="visit",
        title=title,
        summary=summary,
        tags=("far", "away"),
        sources=tuple(sources),
        place=PLACE,
    )
    parts = phrases_of(event, {"CUB": b" cuba \n"}, {"visit": b" visit \n"}).split(b"\0")
    rest = [text for text in (summary, *(note for _ in quotes)) if text]
    wanted = [[title], quotes, [*rest, "cuba", "visit", "far away"]]
    assert [words_of_lines(part) for part in parts] == [
        *([line for text in texts for line in folded_paragraphs(text) if line] for texts in wanted),
        [],
    ]


def words_of_lines(part: bytes) -> list[bytes]:
    """The words of each line of a part that has some, which stand between two blanks."""
    lines = [line for line in part.split(b"\n") if line.strip()]
    assert all(line[:1] == line[-1:] == b" " for line in lines)
    return [line.strip() for line in lines]
