"""Notes as The Chicago Manual of Style has them; the numbers are its paragraphs."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.dates import parse
from explorer.formats.chicago import later_note, note, note_date
from explorer.model import Document, Place

HERE = Place("x.yaml", 1, 1)


def document(**fields: Any) -> Document:
    return Document(**({"id": "d", "title": "A Title", "text": "", "place": HERE} | fields))


FULL = document(
    author="Ana Díaz",
    title="Two Recognitions: Havana and Peking",
    publisher="Example Review",
    date=parse("2024-06-05"),
    url="https://example.org/two",
)


def test_the_elements_are_joined_by_commas_and_the_address_comes_last() -> None:
    assert note(FULL) == (
        "Ana Díaz, “Two Recognitions: Havana and Peking,” Example Review, June 5, 2024, https://example.org/two."
    )


def test_what_is_not_known_is_left_out_but_for_the_date() -> None:
    assert note(document()) == "“A Title,” n.d."


def test_quotation_marks_in_a_title_become_single_ones() -> None:
    assert note(document(title='The "special" “friendship”', date=parse("1960"))) == (
        "“The ‘special’ ‘friendship’,” 1960."
    )


def test_a_comma_follows_a_question_mark_too() -> None:
    assert note(document(title="Who Lost China?", date=parse("1960"))) == "“Who Lost China?,” 1960."


def test_a_text_that_is_not_the_original_says_so() -> None:
    assert note(document(form="digest", date=parse("1990"))) == "“A Title” [digest], 1990."


def test_who_speaks_in_another_s_document_is_quoted_in_it() -> None:
    assert note(FULL, "reader comment").startswith("Reader comment, quoted in Ana Díaz, “Two")


def test_a_later_note_has_the_title_without_the_subtitle_and_refers_to_the_first() -> None:
    assert later_note(FULL, 3) == "Ana Díaz, “Two Recognitions” (see note 3)."
    assert later_note(document(), 1, "a bandsman") == "A bandsman, quoted in “A Title” (see note 1)."


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2024-06-05", "June 5, 2024"),
        ("2024-06", "June 2024"),
        ("2024", "2024"),
        ("1957~", "ca. 1957"),
        ("1957?", "[1957?]"),
        ("1957%", "[ca. 1957?]"),
        ("2022-11~", "ca. November 2022"),
        ("1957-09-28?", "28 September 1957?"),
        ("1960/1964", "1960–1964"),
        ("XXXX-04", "n.d."),
        ("0043-03-15", "March 15, 43 AD"),
    ],
)
def test_a_date_is_month_day_year_and_keeps_its_doubt(edtf: str, shown: str) -> None:
    assert note_date(parse(edtf)) == shown


texts = st.text(max_size=40)


@given(texts, texts, texts, texts.filter(str.strip))
def test_a_note_is_one_printable_line_whatever_the_record_holds(
    author: str, publisher: str, url: str, title: str
) -> None:
    told = note(document(author=author, publisher=publisher, url=url, title=title), author)
    assert "\n" not in told
    assert told.endswith(".")
    assert all(character.isprintable() or ord(character) > 0x7F for character in told)
    assert told.count("“") >= 1
