"""Paragraphs of a document as it is on disk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.evidence import paragraph_at, paragraphs

TEXTS = st.text(alphabet=st.sampled_from("ab \t\n\r\x0c\u2029"), max_size=60)


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blank_lines_part_paragraphs_and_line_ends_do_not(end: str) -> None:
    text = end.join(["", "  one", "two ", "", " \t", "", "three", ""])
    assert pieces(text) == [f"one{end}two", "three"]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\r\n \r\n"])
def test_a_text_of_white_space_has_no_paragraph(text: str) -> None:
    assert paragraphs(text) == []
    assert paragraph_at(text, 0) == (0, 0)


def test_the_paragraph_at_an_offset_is_the_one_around_it() -> None:
    text = "one\n\ntwo\n\nthree"
    assert [text[slice(*paragraph_at(text, at))] for at in (0, 2, 5, 7, 10, 14)] == [
        *("one", "one"),
        *("two", "two"),
        *("three", "three"),
    ]


def test_between_two_paragraphs_it_is_the_next_and_behind_the_last_the_last() -> None:
    text = "one\n\ntwo\n"
    assert paragraph_at(text, 4) == paragraph_at(text, 3) == (5, 8)
    assert paragraph_at(text, 9) == (5, 8)


def test_the_paragraph_of_a_long_text_is_the_same_near_and_far() -> None:
    text = (
        "\n\n".join(f"paragraph {number} " + "x" * number for number in range(300)) + "\n\n" + "y\n" * 30_000
    )
    for start, end in paragraphs(text):
        assert paragraph_at(text, start) == paragraph_at(text, (start + end) // 2) == (start, end)


@given(TEXTS)
def test_paragraphs_hold_all_that_is_not_white_space(text: str) -> None:
    assert "".join("".join(pieces(text)).split()) == "".join(text.split())
    assert all(piece == piece.strip() != "" for piece in pieces(text))


@given(TEXTS)
def test_paragraphs_are_those_of_the_lines(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    blocks = "\n".join(line if line.strip() else "" for line in lines).split("\n\n")
    assert [piece.split() for piece in pieces(text)] == [block.split() for block in blocks if block.strip()]


@given(TEXTS, st.integers(0, 60))
def test_the_paragraph_at_an_offset_is_the_first_that_ends_behind_it(text: str, offset: int) -> None:
    spans = paragraphs(text)
    expected = next((span for span in spans if offset < span[1]), spans[-1] if spans else (0, 0))
    assert paragraph_at(text, min(offset, len(text))) == expected
