"""Quotes that leave something out."""

from __future__ import annotations

import pytest

from explorer.evidence import DocumentText, Passage, locate
from explorer.evidence.elision import MAX_ELISION

TEXT = "In May the talks began in Havana, in a small hotel, and in June they led to a treaty of friendship."


def whole(first: str, last: str, text: str = TEXT) -> Passage:
    return Passage("typography", text.index(first), text.index(last) + len(last))


@pytest.mark.parametrize("mark", ["[…]", "[...]", "[ … ]", "…", "...", "(...)", ". . .", "...."])
def test_the_passage_spans_all_parts(mark: str) -> None:
    quote = f"the talks began {mark} they led to a treaty"
    assert locate(DocumentText(TEXT), quote) == whole("the talks", "a treaty")


def test_there_may_be_several_elisions() -> None:
    quote = "the talks […] a small hotel […] a treaty"
    assert locate(DocumentText(TEXT), quote) == whole("the talks", "a treaty")


def test_an_ellipsis_that_opens_or_closes_a_quote_says_that_the_text_goes_on() -> None:
    assert locate(DocumentText(TEXT), "… they led to a treaty …") == whole("they led", "a treaty")


def test_an_ellipsis_that_stands_in_the_document_is_no_elision() -> None:
    text = "an estimated 14, … died, and an estimated 14, or more, died"
    assert locate(DocumentText(text), "an estimated 14, … died") == Passage("exact", 0, 23)


def test_parts_in_the_wrong_order_are_not_found() -> None:
    found = locate(DocumentText(TEXT), "they led to a treaty […] the talks began in Havana")
    assert found.verdict in ("changed", "missing")


def test_parts_that_lie_too_far_apart_are_not_found() -> None:
    near = "They came. " + "x" * (MAX_ELISION - 2) + " They went."
    far = "They came. " + "x" * (MAX_ELISION - 1) + " They went."
    assert locate(DocumentText(near), "They came. […] They went.").verdict == "typography"
    assert locate(DocumentText(far), "They came. […] They went.").verdict in ("changed", "missing")


def test_a_part_must_not_cut_a_number() -> None:
    text = "They sent 14,000 men to Angola and 300 more to Ethiopia later."
    assert locate(DocumentText(text), "They sent 14 […] to Ethiopia later").verdict == "changed"


def test_a_changed_part_is_changed() -> None:
    found = locate(DocumentText(TEXT), "the talks began […] they led to a war of friendship")
    assert found.verdict == "changed"
    assert found.why == "the word “war” reads “treaty” in the document"


def test_what_is_left_out_does_not_count_as_a_difference() -> None:
    found = locate(DocumentText(TEXT), "In June the talks began […] they led to a treaty of friendship")
    assert found.why == "the name “June” reads “May” in the document"


def test_a_part_that_stands_twice_is_ambiguous_until_a_prefix_decides() -> None:
    text = "Cuba said so, and Cuba said more, before Mexico agreed to all."
    quote = "Cuba said […] before Mexico agreed"
    found = locate(DocumentText(text), quote)
    assert found.verdict == "ambiguous"
    assert found.places == ((0, 54), (18, 54))
    assert locate(DocumentText(text), quote, prefix="and") == Passage("typography", 18, 54)


def test_the_suffix_decides_between_two_ends() -> None:
    text = "Then Cuba agreed, as China agreed in May, and Chile agreed in June."
    quote = "Then Cuba […] agreed in"
    assert locate(DocumentText(text), quote).verdict == "ambiguous"
    found = locate(DocumentText(text), quote, suffix="June")
    assert text[found.start : found.end] == "Then Cuba agreed, as China agreed in May, and Chile agreed in"


def test_an_elision_must_not_hide_a_negation() -> None:
    found = locate(DocumentText("In 1960 Cuba did not recognise China."), "Cuba did […] recognise China")
    assert found.verdict == "changed"
    assert found.why == "the elision hides the negation “not”"


def test_each_elision_is_looked_into_for_a_negation() -> None:
    text = "In 1960 Cuba didn’t even recognise China, and for long years nobody asked for it."
    assert (
        locate(DocumentText(text), "In 1960 Cuba […] recognise China […] asked for it").verdict == "changed"
    )
    assert locate(DocumentText(text), "In […] recognise China […] asked for it").verdict == "typography"


def test_a_negation_may_stand_in_a_longer_elision() -> None:
    text = "The talks, which had not pleased Moscow at all, led to a treaty."
    assert locate(DocumentText(text), "The talks […] led to a treaty").verdict == "typography"


def test_only_the_quote_s_own_first_letter_may_change_case() -> None:
    assert locate(DocumentText(TEXT), "The talks began […] they led").verdict == "typography"
    assert locate(DocumentText(TEXT), "the talks began […] They led").verdict == "changed"
