"""Quotations: the document's words between curved marks, and a warning where they are not its words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.evidence import DocumentText, locate
from explorer.formats.quotation import quoted_passage, within_quotation
from explorer.model import Citation, Document, Place

HERE = Place("x.yaml", 1, 1)
TEXT = """Before it, little was known. Havana recognised Peking in
September 1960, and the band played "both anthems". It didn't stop. It didn't stop."""


def quoted(quote: str, **fields: Any) -> str:
    citation = Citation(document="d", quote=quote, place=HERE, **fields)
    document = Document(id="d", title="D", text=TEXT, place=HERE)
    return quoted_passage(citation, locate(DocumentText(TEXT), quote), document)


def test_the_words_are_the_document_s_on_one_line() -> None:
    assert quoted("Havana recognised Peking in September 1960") == (
        "“Havana recognised Peking in September 1960”"
    )


def test_marks_within_become_single_ones() -> None:
    assert quoted("the band played “both anthems”") == "“the band played ‘both anthems’”"


def test_an_elision_is_kept() -> None:
    assert quoted("Havana recognised Peking […] and the band played") == (
        "“Havana recognised Peking […] and the band played”"
    )


def test_words_that_the_document_does_not_have_say_so() -> None:
    assert quoted("Havana recognised Peking in September 1961").endswith("1961” [differs from the document]")
    assert quoted("Nobody wrote of walruses and their ways").endswith("ways” [not found in the document]")


def test_words_that_stand_twice_are_the_document_s_all_the_same() -> None:
    assert quoted("It didn't stop") == "“It didn’t stop”"


@pytest.mark.parametrize(
    ("plain", "printed"),
    [
        ('"Yes"', "‘Yes’"),
        ("the '60s", "the ’60s"),
        ("it's", "it’s"),
        ('(he said "no")', "(he said ‘no’)"),
        ("« non »", "« non »"),
    ],
)
def test_straight_marks_are_curved(plain: str, printed: str) -> None:
    assert within_quotation(plain) == printed


@given(st.text(alphabet=st.sampled_from("ab \"'“”‘’(—")))
def test_no_double_mark_is_left_and_no_other_character_changes(text: str) -> None:
    printed = within_quotation(text)
    assert not set(printed) & set("\"'“”")
    assert len(printed) == len(text)
    assert all(a == b for a, b in zip(text, printed, strict=True) if a not in "\"'“”")
