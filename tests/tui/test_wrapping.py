from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from explorer.search.spans import clip
from explorer.tui.drawing import drawable_document
from explorer.tui.wrapping import WrappedText

TEXTS = st.text(st.sampled_from("ab é中\u0301 \t\n\r-x"), max_size=200)


@given(TEXTS, st.integers(2, 20))
def test_no_row_is_wider_than_asked(text: str, width: int) -> None:
    wrapped = WrappedText(text, width)
    for number in range(len(wrapped)):
        start, end = wrapped.row(number)
        assert cell_len(text[start:end]) <= width


@given(st.text(max_size=200), st.integers(2, 20))
def test_what_is_drawn_of_a_document_has_room_and_loses_nothing(text: str, width: int) -> None:
    shown = drawable_document(text)
    assert len(shown) == len(text)
    wrapped = WrappedText(shown, width)
    rows = [shown[slice(*wrapped.row(number))] for number in range(len(wrapped))]
    assert all(cell_len(row) <= width for row in rows)
    assert "".join("".join(rows).split()) == "".join(shown.split())


@given(TEXTS, st.integers(2, 20))
def test_the_rows_hold_every_character_but_white_space_in_order(text: str, width: int) -> None:
    wrapped = WrappedText(text, width)
    rows = [wrapped.row(number) for number in range(len(wrapped))]
    assert rows == sorted(rows)
    assert "".join("".join(text[a:b].split()) for a, b in rows) == "".join(text.split())


@given(TEXTS, st.integers(2, 20), st.integers(0, 200))
def test_a_visible_character_is_found_in_its_row(text: str, width: int, place: int) -> None:
    if place < len(text) and not text[place].isspace():
        wrapped = WrappedText(text, width)
        start, end = wrapped.row(wrapped.row_of(place))
        assert start <= place < end


def test_a_mark_without_a_letter_is_not_lost_before_a_long_word() -> None:
    text = "aa \u0301\ta中"
    wrapped = WrappedText(text, 2)
    shown = "".join(text[slice(*wrapped.row(n))] for n in range(len(wrapped)))
    assert "".join(shown.split()) == "".join(text.split())


def test_words_stay_whole_and_lines_stay_lines() -> None:
    text = "one two three\n\nfour\r\nfive\rsix"
    wrapped = WrappedText(text, 8)
    shown = [text[slice(*wrapped.row(n))] for n in range(len(wrapped))]
    assert shown == ["one two", "three", "", "four", "five", "six"]


def test_a_word_longer_than_a_row_is_cut() -> None:
    text = "ab 12345678901234567890 cd"
    wrapped = WrappedText(text, 8)
    assert [text[slice(*wrapped.row(n))] for n in range(len(wrapped))] == [
        "ab",
        "12345678",
        "90123456",
        "7890 cd",
    ]


def test_wide_characters_count_as_two_cells() -> None:
    text = "中国中国中国"
    wrapped = WrappedText(text, 5)
    assert [text[slice(*wrapped.row(n))] for n in range(len(wrapped))] == ["中国", "中国", "中国"]


def test_clipping_keeps_what_lies_between() -> None:
    assert clip([(0, 3), (5, 9), (12, 14)], 2, 12) == [(2, 3), (5, 9)]
