"""A word index answers what a dictionary of its words would, with sets for shared prefixes or without."""

from __future__ import annotations

import gc
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_stores import store_of
from pyroaring import BitMap
from small_dataset import small_dataset

from explorer.building.indexing import LONGEST, word_sections
from explorer.snapshot import Container, write_sections
from explorer.store.word_index import FEW_WORDS, WordIndex

WORDS = st.text("aábж北\U0001f600\udcff", min_size=1, max_size=4) | st.integers(0, 99).map("ab{}".format)
INDEXED = st.dictionaries(WORDS, st.sets(st.integers(0, 30), min_size=1), max_size=80)


def index_of(indexed: dict[str, set[int]]) -> WordIndex:
    sets = {word.encode("utf-8", "surrogatepass"): BitMap(numbers) for word, numbers in indexed.items()}
    *pieces, header = write_sections(word_sections("trial", sets))
    return WordIndex(Container(header + b"".join(pieces)), "words.trial")


def holds_right(index: WordIndex, indexed: dict[str, set[int]], wanted: str) -> bool:
    beginning = [numbers for word, numbers in indexed.items() if word.startswith(wanted)]
    whole = {*index.with_word(wanted)} == indexed.get(wanted, set())
    return whole and {*index.with_prefix(wanted)} == set().union(*beginning)


@given(INDEXED, WORDS)
def test_words_and_their_beginnings_are_found(indexed: dict[str, set[int]], other: str) -> None:
    index = index_of(indexed)
    assert sorted(index.vocabulary) == sorted(indexed)
    for word in {*indexed, other}:
        assert all(holds_right(index, indexed, word[:length]) for length in range(1, len(word) + 1))


@pytest.mark.parametrize("number", [FEW_WORDS - 1, FEW_WORDS, FEW_WORDS + 1, 3 * FEW_WORDS])
@pytest.mark.parametrize("beginning", ["a", "ж", "a" * (LONGEST - 1), "a" * LONGEST, "a" * (LONGEST + 1)])
def test_prefixes_of_few_and_of_many_words_are_alike(beginning: str, number: int) -> None:
    indexed = {f"{beginning}{chr(0x430 + place)}": {place} for place in range(number)} | {beginning: {500}}
    index = index_of(indexed)
    assert all(
        holds_right(index, indexed, f"{beginning}б"[:length]) for length in range(1, len(beginning) + 2)
    )


def test_a_store_that_is_no_longer_shown_is_let_go() -> None:
    store = store_of(small_dataset())
    assert store.with_word("cuba", "event")
    assert any(store.cited_passages(id_).spans for id_ in store.documents)
    assert store.axis.periods("year")
    container = weakref.ref(store._container)
    del store
    gc.collect()
    assert container() is None
