"""The nearest words, compared with the distance worked out the plain way."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.search.nearest import nearest

WORDS = sorted(["china", "chile", "chilean", "cuba", "guevara", "recognition", "recognise", "uk", "visit"])


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("chnia", "china"),
        ("kuba", "cuba"),
        ("guevera", "guevara"),
        ("recogniton", "recognition"),
        ("visitt", "visit"),
        ("ku", "uk"),
    ],
)
def test_a_slip_of_the_finger_is_put_right(slip: str, meant: str) -> None:
    assert nearest(slip, WORDS)[0] == meant


def test_the_nearest_word_comes_first_and_no_more_than_are_wanted() -> None:
    assert nearest("chilea", WORDS) == ["chile", "chilean", "china"]
    assert nearest("chilea", WORDS, limit=1) == ["chile"]


@pytest.mark.parametrize("word", ["", "c", "x", "zanzibar", "cbau"])
def test_a_word_that_nothing_is_near_to_has_no_nearest(word: str) -> None:
    assert nearest(word, WORDS) == []


def test_a_word_is_nearest_to_itself() -> None:
    assert nearest("china", WORDS)[0] == "china"


@given(
    st.text("abc", min_size=2, max_size=7),
    st.lists(st.text("abc", min_size=1, max_size=7), max_size=40, unique=True).map(sorted),
)
def test_all_words_within_reach_are_found_and_no_others(word: str, choices: list[str]) -> None:
    reach = 1 if len(word) <= 4 else 2
    expected = {choice for choice in choices if distance(word, choice) <= reach}
    found = nearest(word, choices, limit=100)
    assert set(found) == expected
    distances = [distance(word, choice) for choice in found]
    assert distances == sorted(distances)


def distance(one: str, other: str) -> int:
    """Optimal string alignment, cell by cell."""
    cells = {(i, 0): i for i in range(len(one) + 1)} | {(0, j): j for j in range(len(other) + 1)}
    for i, j in product(range(1, len(one) + 1), range(1, len(other) + 1)):
        cells[i, j] = min(
            cells[i - 1, j] + 1, cells[i, j - 1] + 1, cells[i - 1, j - 1] + (one[i - 1] != other[j - 1])
        )
        if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
            cells[i, j] = min(cells[i, j], cells[i - 2, j - 2] + 1)
    return cells[len(one), len(other)]
