from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explorer.folding import fold, folded_paragraphs, tokens, words


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


@given(st.text(st.sampled_from("aB1é\u0301 _.,\n\r")) | st.text())
def test_folded_paragraphs_have_the_tokens_in_their_order(text: str) -> None:
    folded = [
        word.decode("utf-8", "surrogatepass") for part in folded_paragraphs(text) for word in part.split(b" ")
    ]
    assert [word for word in folded if word] == [word for word, _, _ in tokens(text)]


def test_blank_lines_part_paragraphs_and_single_line_ends_do_not() -> None:
    assert folded_paragraphs("One,  two\r\nthree") == [b"one two three"]
    assert folded_paragraphs("One\r\n \r\nTwo\n\nÉté") == [b"one", b"two", b"ete"]


def test_case_and_accents_do_not_count() -> None:
    assert fold("Díaz-Canel MÉXICO") == "diaz-canel mexico"
    assert words("Di\u0301az, O’Higgins, 1960–64") == {"diaz", "o", "higgins", "1960", "64"}


def test_typographic_quotes_and_dashes_are_as_typed() -> None:
    assert fold("“O’Higgins” – 1960") == '"o\'higgins" - 1960'
