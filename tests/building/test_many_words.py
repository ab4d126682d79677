"""The words of many texts, looked for a block at a time, are those that one finds text by text."""

from __future__ import annotations

import subprocess
import sys
from array import array
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.building import many_words, words
from explorer.building.many_words import gather_numbers
from explorer.building.words import numbers_by_word

# What eight bytes have room for, or two times eight, and one more or less; and the longest that are coded.
LENGTHS = (1, 2, 7, 8, 9, 15, 16, 17, 23, 24, 25, 60)
WORDS = st.sampled_from([letter * length for length in LENGTHS for letter in (b"a", b"b", "é".encode())])
# Words that differ in one letter, at any place.
CHANGED = st.builds(
    lambda length, place: b"x" * (place % length) + b"y" + b"x" * (length - place % length - 1),
    st.sampled_from(LENGTHS),
    st.integers(0, 59),
)
SPACES = st.sampled_from([b" ", b"  ", b" \n ", b"\n"])
TEXTS = st.lists(st.lists(st.one_of(WORDS, CHANGED, SPACES), max_size=8).map(b" ".join), max_size=8)


def found_in(texts: Sequence[bytes]) -> dict[bytes, list[int]]:
    found = defaultdict[bytes, "array[int]"](partial(array, "I"))
    gather_numbers(texts, found)
    return {word: numbers.tolist() for word, numbers in found.items()}


def one_by_one(texts: Sequence[bytes]) -> dict[bytes, list[int]]:
    found: dict[bytes, list[int]] = {}
    for number, text in enumerate(texts):
        for word in text.split():
            found.setdefault(word, []).append(number)
    return found


@given(TEXTS, st.sampled_from([1, 30, 1 << 20]))
def test_every_word_is_found_in_its_texts_and_in_their_order(texts: list[bytes], block: int) -> None:
    with patch.object(many_words, "_BLOCK", block):
        assert found_in(texts) == one_by_one(texts)


@given(TEXTS)
@pytest.mark.parametrize("spread", [0, 1 << 60])
def test_words_with_one_code_are_told_apart(spread: int, texts: list[bytes]) -> None:
    with (
        patch.object(many_words, "_SPREAD", np.uint64(spread)),
        patch.object(many_words, "_SPREAD_ALSO", np.uint64(spread)),
    ):
        assert found_in(texts) == one_by_one(texts)


@given(TEXTS)
def test_much_text_has_the_sets_that_little_has(texts: list[bytes]) -> None:
    assert numbers_by_word(texts, words.MUCH_TEXT + 1) == numbers_by_word(texts, 0)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs a system that lists threads")
def test_little_text_is_indexed_without_numpy_and_much_without_threads() -> None:
    program = """
import os
import sys
from explorer.building.words import MUCH_TEXT, numbers_by_word
numbers_by_word([b" some words "], MUCH_TEXT)
assert "numpy" not in sys.modules
numbers_by_word([b" some words "], MUCH_TEXT + 1)
assert "numpy" in sys.modules
assert len(os.listdir("/proc/self/task")) == 1
assert "OPENBLAS_NUM_THREADS" not in os.environ
"""
    subprocess.run([sys.executable, "-c", program], check=True)
