"""Which sentences of a document are cited, and which dates wait in the others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explorer.evidence import sentence_coverage, sentences

TEXT = "They met in 1960. In 1964 they parted. Nobody spoke.\n\nThe break of 1957 came first."


def span(quote: str) -> tuple[int, int]:
    return TEXT.index(quote), TEXT.index(quote) + len(quote)


def leads(*quotes: str) -> list[str]:
    coverage = sentence_coverage(TEXT, sorted(map(span, quotes)))
    return [TEXT[lead.start : lead.end] for lead in coverage.leads]


def test_a_sentence_is_cited_by_any_part_of_it() -> None:
    coverage = sentence_coverage(TEXT, [span("met"), span("parted. Nobody")])
    assert (coverage.sentences, coverage.cited, coverage.share) == (4, 3, 0.75)


def test_dates_of_sentences_that_nothing_cites_are_leads() -> None:
    assert leads() == ["1960", "1964", "1957"]
    assert leads("they parted", "spoke") == ["1960", "1957"]


def test_a_span_between_sentences_cites_neither() -> None:
    coverage = sentence_coverage(TEXT, [(TEXT.index(" In 1964"), TEXT.index("In 1964"))])
    assert coverage.cited == 0


def test_a_text_that_is_cited_throughout_has_no_leads() -> None:
    assert sentence_coverage(TEXT, [(0, len(TEXT))]) == (4, 4, ())


def test_an_empty_text_is_not_covered() -> None:
    assert sentence_coverage("", []).share == 0


@given(st.text(alphabet="Aa. \n1960", max_size=80), st.lists(st.integers(0, 80), max_size=8, unique=True))
def test_the_cited_sentences_are_those_that_share_a_character_with_a_span(text: str, cuts: list[int]) -> None:
    ends = [min(cut, len(text)) for cut in sorted(cuts)]
    spans = [(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False) if a < b]
    shared = [any(a < end and start < b for a, b in spans) for start, end in sentences(text)]
    assert sentence_coverage(text, spans)[:2] == (len(shared), sum(shared))
