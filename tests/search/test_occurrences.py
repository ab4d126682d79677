"""Places in a long text are those that looking through it at once finds, wherever one looks first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.folding import fold
from explorer.search import marks, occurrences, parse
from explorer.search.literal import Literal
from explorer.search.occurrences import Occurrences, marks_in
from explorer.search.spans import clip

TEXT = "Díaz met DIAZ.\r\nCuba  recognised the People’s\r\nRepublic (C++).\n\nThen Di\u0301az  left."


@pytest.fixture(autouse=True, scope="module")
def small_pieces() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(occurrences, "PIECE", 7)
        patch.setattr(occurrences, "_BEYOND", 60)
        yield


def found(text: str, wanted: str) -> list[str]:
    return [text[start:end] for start, end in Literal(wanted).places(fold(text))]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("diaz", ["Díaz", "DIAZ", "Di\u0301az"]),
        ("DÍAZ", ["Díaz", "DIAZ", "Di\u0301az"]),
        ("Di\u0301az", ["Díaz", "DIAZ", "Di\u0301az"]),
        ("iaz l", ["i\u0301az  l"]),
        ("cuba recognised", ["Cuba  recognised"]),
        ("people's republic", ["People’s\r\nRepublic"]),
        ("republic (c++).", ["Republic (C++)."]),
        ("(c++). then", []),
        ("  met  ", ["met"]),
        (".*", []),
        ("", []),
        (" \n ", []),
    ],
)
def test_text_is_found_as_it_is_written_but_for_case_accents_and_blanks(
    wanted: str, expected: list[str]
) -> None:
    assert found(TEXT, wanted) == expected
    assert bool(Literal(wanted)) == bool(wanted.strip())


def test_a_soft_hyphen_parts_no_word() -> None:
    assert found("dip\u00adlomat", "diplomat") == ["dip\u00adlomat"]


WORDS = st.lists(st.sampled_from(["Cuba", "Díaz", "C++", "(a.b)", "Peking"]), min_size=1, max_size=6)
BLANKS = st.sampled_from([" ", "  ", "\n", "\r\n", "\r", "\t \n"])


@given(WORDS, st.data(), st.sampled_from([str.upper, str.lower, str.title]))
def test_words_are_found_in_any_case_whatever_blanks_stand_between_them(
    words: list[str], data: st.DataObject, set_anew: Callable[[str], str]
) -> None:
    text, ends = "", [0]
    for word in words:
        text += word + data.draw(BLANKS)
        ends.append(len(text))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    wanted = set_anew(" ".join(words[first:last]))
    assert text[ends[first] : ends[last]].strip() in found(text, wanted) or _repeats(words[first:last])


def _repeats(words: list[str]) -> bool:
    """Whether words can overlap with themselves: of overlapping places only the first is one."""
    return any(words[:length] == words[-length:] for length in range(1, len(words)))


TEXTS = st.text(st.sampled_from("cuba é.\n"), max_size=120)
QUERIES = st.sampled_from(["cub", "a", '"cuba cuba"', "cuba -b", '"a c" "c a"', "e", ""])


@given(TEXTS, QUERIES)
def test_marks_of_a_long_text_are_the_marks_of_the_text(text: str, query: str) -> None:
    asked = parse(query)
    there = marks_in(text, asked)
    while not there.look_on(1):
        pass
    assert there.between(0, len(text)) == marks(text, asked)
    assert there.known == len(marks(text, asked))


@given(TEXTS, QUERIES, st.lists(st.tuples(st.integers(0, 120), st.integers(0, 120)), max_size=4))
def test_wherever_one_looks_the_marks_there_are_found_at_once(
    text: str, query: str, stretches: list[tuple[int, int]]
) -> None:
    there = marks_in(text, parse(query))
    for start, end in stretches:
        assert there.between(start, end) == clip(marks(text, parse(query)), start, max(start, end))


@given(TEXTS, st.integers(0, 120), st.sampled_from([1, -1]))
def test_stepping_goes_through_all_places_and_round(text: str, start: int, step: int) -> None:
    there = Occurrences(text, Literal("cu"))
    while not there.look_on(1):
        pass
    places = there.between(0, len(text))
    first = there.step(step, start, start + 1)
    assert (first is None) == (not places)
    if first is not None:
        seen, here = [first.span], first
        for _ in places[1:]:
            following = there.step(step, *here.span, here.span)
            assert following is not None
            assert following.is_round == (step * following.span[0] < step * here.span[0])
            here = following
            seen.append(here.span)
        assert sorted(seen) == places
        assert all(places[number - 1] == here.span for number in [here.number])


def test_what_stands_across_the_pieces_is_found() -> None:
    text = "x" * 5 + " cuba" + " " * 9 + "recognised " + "y" * 30
    there = Occurrences(text, Literal("cuba recognised"))
    assert [text[a:b] for a, b in there.between(0, len(text))] == ["cuba" + " " * 9 + "recognised"]
    assert there.between(12, 16) == [(12, 16)]


def test_nothing_wanted_is_nowhere_at_once() -> None:
    assert Occurrences("any text", None).is_done
    assert Occurrences("any text", None).step(1, 0, 1) is None
