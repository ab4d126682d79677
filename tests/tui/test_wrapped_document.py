"""A long document is wrapped where it is looked at; the rows are those of the whole."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from explorer.tui import wrapped_document
from explorer.tui.drawing import drawable_document
from explorer.tui.wrapped_document import WrappedDocument
from explorer.tui.wrapping import WrappedText

TEXTS = st.text(st.sampled_from("abc é中\u0301 \t\n\r-x."), max_size=400)


@pytest.fixture(autouse=True, scope="module")
def small_pieces() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wrapped_document, "PIECE", 16)
        patch.setattr(wrapped_document, "WHOLE", 0)
        yield


def rows_of(wrapped: WrappedDocument) -> list[tuple[int, int]]:
    """All rows, from the first on: each wraps what it is in, which changes the numbers behind it."""
    rows: list[tuple[int, int]] = []
    while len(rows) < len(wrapped):
        rows.append(wrapped.row(len(rows)))
    return rows


# The last line end begins where the last piece would be full.
@example(["aa", "aaaa", "aaaa", "a" * 15, ""], 2)
@given(st.lists(st.text(st.sampled_from("abé中 x"), max_size=15), max_size=40), st.integers(2, 20))
def test_a_text_with_line_ends_has_the_rows_that_it_would_have_at_once(lines: list[str], width: int) -> None:
    text = "\r\n".join(lines)
    assert rows_of(WrappedDocument(text, width)) == [
        WrappedText(drawable_document(text), width).row(number)
        for number in range(len(WrappedText(drawable_document(text), width)))
    ]


@given(TEXTS, st.integers(2, 20))
def test_the_rows_lose_nothing_and_are_never_too_wide(text: str, width: int) -> None:
    wrapped = WrappedDocument(text, width)
    rows = rows_of(wrapped)
    assert rows == sorted(rows)
    shown = [wrapped.shown(start, end) for start, end in rows]
    assert "".join("".join(shown).split()) == "".join(drawable_document(text).split())
    again = WrappedText("\n".join(shown), width)
    assert len(again) <= len(rows) + 1


@settings(max_examples=50)
@given(TEXTS, st.integers(2, 20), st.lists(st.integers(0, 399), max_size=5))
def test_wherever_one_looks_first_rows_and_offsets_agree(text: str, width: int, looks: list[int]) -> None:
    wrapped = WrappedDocument(text, width)
    for place in looks:
        if place < len(text) and not text[place].isspace():
            start, end = wrapped.row(wrapped.row_of(place))
            assert start <= place < end
    assert rows_of(wrapped) == rows_of(WrappedDocument(text, width))


@given(TEXTS, st.integers(2, 20), st.integers(0, 399), st.integers(0, 30))
def test_what_is_wrapped_around_a_place_keeps_its_numbers(
    text: str, width: int, place: int, around: int
) -> None:
    wrapped = WrappedDocument(text, width)
    wrapped.wrap_around(place, around)
    before, here = wrapped.wrapped, wrapped.row_of(place)
    for number in range(max(0, here - around), min(len(wrapped), here + around)):
        wrapped.row(number)
    assert wrapped.wrapped == before


def test_of_a_long_document_only_a_part_is_wrapped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wrapped_document, "PIECE", 8192)
    wrapped = WrappedDocument("One of many sentences. " * 100_000, 40)
    wrapped.wrap_around(1_000_000, 80)
    assert 1 <= wrapped.wrapped <= 3
    exact = len(WrappedText(wrapped.text, 40))
    assert len(wrapped) == pytest.approx(exact, rel=0.1)
