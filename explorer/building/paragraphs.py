"""The words of the documents, by paragraph: what is known of them without the events that cite them."""

from __future__ import annotations

from array import array
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from explorer.building.indexing import kept_word_sections, word_sections
from explorer.building.phrases import folded_words
from explorer.building.words import numbers_by_word
from explorer.evidence.paragraph_spans import paragraphs
from explorer.folding import ascii_words
from explorer.snapshot import Numbers, numbers_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from explorer.building.indexing import Pieces
    from explorer.evidence.passage import Span
    from explorer.snapshot import Container


class IndexedParagraphs(NamedTuple):
    """The sections of the words, and the offsets of the paragraphs of each document."""

    sections: Pieces
    starts: Sequence[Sequence[int]]


NO_PARAGRAPHS = IndexedParagraphs({}, ())


def paragraph_index(texts: Iterable[str]) -> IndexedParagraphs:
    """The index of the words of some documents by paragraph."""
    starts: list[array[int]] = []

    def folded() -> Iterator[bytes]:
        for text in texts:
            spans = paragraphs(text)
            starts.append(array("I", (start for start, _ in spans)))
            yield from _folded(text, spans)

    sections = word_sections("paragraph", numbers_by_word(folded()))
    return IndexedParagraphs(sections | _starts(starts), starts)


def _folded(text: str, spans: Iterable[Span]) -> Iterator[bytes]:
    """The folded words of each of some spans of a text."""
    if text.isascii():
        words = ascii_words(text)
        return (words[start:end] for start, end in spans)
    return (folded_words((text[start:end],)) for start, end in spans)


def kept_paragraphs(container: Container) -> IndexedParagraphs:
    """The index in a snapshot of the same documents."""
    bounds, starts = (Numbers(container, f"paragraph.{name}", "I") for name in ("bounds", "starts"))
    all_starts = starts.piece(0, len(starts))
    ends = bounds.piece(0, len(bounds))
    by_document = [all_starts[first:last] for first, last in pairwise(ends)]
    sections = kept_word_sections("paragraph", container)
    return IndexedParagraphs(sections | _starts(by_document), by_document)


def _starts(starts: Sequence[Sequence[int]]) -> Pieces:
    return {
        "paragraph.bounds": [numbers_bytes("I", accumulate(map(len, starts), initial=0))],
        "paragraph.starts": [numbers_bytes("I", chain.from_iterable(starts))],
    }
