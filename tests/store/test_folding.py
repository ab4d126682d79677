from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explorer.folding import fold, tokens, words


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_tokens_point_into_the_text(text: str) -> None:
    last = 0
    for word, start, end in tokens(text):
        assert last <= start < end <= len(text)
        assert word
        last = end
    assert {word for word, _, _ in tokens(text)} == words(text)


def test_case_and_accents_do_not_count() -> None:
    assert fold("Díaz-Canel MÉXICO") == "diaz-canel mexico"
    assert words("Di\u0301az, O’Higgins, 1960–64") == {"diaz", "o", "higgins", "1960", "64"}


def test_typographic_quotes_and_dashes_are_as_typed() -> None:
    assert fold("“O’Higgins” – 1960") == '"o\'higgins" - 1960'
