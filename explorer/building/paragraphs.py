"""The words of the documents, by paragraph: what is known of them without the events that cite them."""

from __future__ import annotations

from array import array
from collections import defaultdict
from itertools import accumulate, chain, count, pairwise
from typing import TYPE_CHECKING, NamedTuple

from pyroaring import BitMap

from explorer.building.indexing import word_sections
from explorer.evidence.paragraphs import paragraphs
from explorer.folding import paragraphs_of_words
from explorer.snapshot import Numbers, numbers_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from explorer.building.indexing import Pieces
    from explorer.snapshot import Container

_SECTIONS = tuple(
    f"words.paragraph.{name}{offsets}"
    for name in ("words", "sets", "prefixes", "unions")
    for offsets in ("", ".offsets")
)


class IndexedParagraphs(NamedTuple):
    """The sections of the words, and the offsets of the paragraphs of each document."""

    sections: Pieces
    starts: Sequence[Sequence[int]]


NO_PARAGRAPHS = IndexedParagraphs({}, ())


def paragraph_index(texts: Iterable[str]) -> IndexedParagraphs:
    """The index of the words of some documents by paragraph."""
    found, starts = defaultdict[bytes, list[int]](list), list["array[int]"]()
    numbers = count()
    for text in texts:
        spans = paragraphs(text)
        starts.append(array("I", (start for start, _ in spans)))
        for (start, end), number in zip(spans, numbers, strict=False):
            for word in {*chain.from_iterable(paragraphs_of_words(text[start:end]))}:
                found[word].append(number)
    sets = {word: BitMap(array("I", places)) for word, places in found.items()}
    return IndexedParagraphs(word_sections("paragraph", sets) | _starts(starts), starts)


def kept_paragraphs(container: Container) -> IndexedParagraphs:
    """The index in a snapshot of the same documents."""
    bounds, starts = (Numbers(container, f"paragraph.{name}", "I") for name in ("bounds", "starts"))
    all_starts = starts.piece(0, len(starts))
    ends = bounds.piece(0, len(bounds))
    by_document = [all_starts[first:last] for first, last in pairwise(ends)]
    sections = {name: [container.section(name)] for name in _SECTIONS}
    return IndexedParagraphs(sections | _starts(by_document), by_document)


def _starts(starts: Sequence[Sequence[int]]) -> Pieces:
    return {
        "paragraph.bounds": [numbers_bytes("I", accumulate(map(len, starts), initial=0))],
        "paragraph.starts": [numbers_bytes("I", chain.from_iterable(starts))],
    }
