"""What is said of a quote that was changed."""

from __future__ import annotations

import pytest

from explorer.evidence import DocumentText, locate

TEXT = (
    "In May 1960 three ships may sail from Havana. Relations with China did not cool then, and relations "
    "went on. Both sides could sign the treaty."
)


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        ("In May 1961 three ships may sail from Havana", "the number 1961 reads 1960 in the document"),
        (
            "In May 1960 four ships may sail from Havana",
            "the number word “four” reads “three” in the document",
        ),
        ("In May 1960 three ships must sail from Havana", "the modal “must” reads “may” in the document"),
        ("In June 1960 three ships may sail from Havana", "the name “June” reads “May” in the document"),
        (
            "In May 1960 three ships may sail from Santiago",
            "the name “Santiago” reads “Havana” in the document",
        ),
        ("In May 1960 three boats may sail from Havana", "the word “boats” reads “ships” in the document"),
        (
            "Relations with China did cool then, and relations went on",
            "the document has the negation “not”, the quote has not",
        ),
        (
            "Relations with China did not ever cool then, and relations never went on",
            "the negation “never” is not in the document",
        ),
        (
            "Talks with China did not cool then, and relations went on",
            "the word “Talks” reads “Relations” in the document",
        ),
        (
            "In May 1959 three ships may sail from Moscow",
            "the number 1959 reads 1960 in the document; the name “Moscow” reads “Havana” in the document",
        ),
        ("Both sides could not sign the treaty", "the negation “not” is not in the document"),
        ("Both sides can't sign the treaty", "the negation “can't” reads the modal “could” in the document"),
        ("Both sides could sign the; treaty", "only punctuation or white space differs"),
    ],
)
def test_the_gravest_difference_is_named(quote: str, why: str) -> None:
    assert locate(DocumentText(TEXT), quote).why == why


def test_no_more_than_three_differences_are_told() -> None:
    text = (
        "In 1960 Cuba, China, Chile and Mexico met with envoys of the other states in the palace of Vienna."
    )
    quote = (
        text.replace("1960", "1961")
        .replace("Cuba", "Peru")
        .replace("China", "India")
        .replace("Chile", "Ghana")
    )
    why = locate(DocumentText(text), quote).why
    assert why.count(";") == 3
    assert why.endswith("; and more")


def test_the_parts_of_a_word_that_was_joined_are_told_together() -> None:
    text = "They agreed on close cooperation in the years to come."
    why = locate(DocumentText(text), "They agreed on close co-operation in the years to come").why
    assert why == "“co-operation” reads “cooperation” in the document"
