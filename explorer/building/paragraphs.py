"""The paragraphs of the documents: the words of each, and the events that cite it."""

from __future__ import annotations

from array import array
from collections import defaultdict
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from explorer.building.indexing import kept_word_sections, names_of_word_sections, word_sections
from explorer.building.later import made_later
from explorer.building.phrases import folded_words
from explorer.building.words import numbers_by_word
from explorer.evidence.paragraph_spans import paragraphs
from explorer.folding import ascii_words
from explorer.snapshot import Numbers, numbers_bytes
from explorer.store.cited_text import around

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from explorer.building.indexing import Pieces
    from explorer.snapshot import Container


class IndexedParagraphs(NamedTuple):
    """What is known without the events: where each document's begin, and the sections of their words."""

    starts: Sequence[Sequence[int]]
    words: Pieces


def paragraph_index(texts: Collection[str]) -> IndexedParagraphs:
    """The index of the words of some documents by paragraph."""
    return IndexedParagraphs(paragraph_starts(texts), paragraph_words(texts))


def paragraph_starts(texts: Iterable[str]) -> list[array[int]]:
    """Where the paragraphs of each document begin: a twentieth of the work on their words."""
    return [array("I", (start for start, _ in paragraphs(text))) for text in texts]


def paragraph_words(texts: Iterable[str]) -> Pieces:
    """The sections of the words of documents by paragraph."""
    known = [*texts]
    folded = chain.from_iterable(map(_folded, known))
    return word_sections("paragraph", numbers_by_word(folded, sum(map(len, known))))


def paragraph_words_later(make: Callable[[], Pieces]) -> Pieces:
    """The same sections, made when one of them is first looked into."""
    return made_later(names_of_word_sections("paragraph"), make)


def paragraph_sections(index: IndexedParagraphs, cited: Iterable[array[int]]) -> Pieces:
    """All sections of the paragraphs.

    For each document `cited` has the (start, end, event, verified) of the passages in it.
    """
    return _starts(index.starts) | _citing(index.starts, cited) | index.words


def _folded(text: str) -> Iterator[bytes]:
    """The folded words of each paragraph of a text."""
    spans = paragraphs(text)
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
    return IndexedParagraphs(by_document, kept_word_sections("paragraph", container))


def _starts(starts: Sequence[Sequence[int]]) -> Pieces:
    return {
        "paragraph.bounds": [numbers_bytes("I", accumulate(map(len, starts), initial=0))],
        "paragraph.starts": [numbers_bytes("I", chain.from_iterable(starts))],
    }


def _citing(starts: Sequence[Sequence[int]], cited: Iterable[array[int]]) -> Pieces:
    """The events that cite each paragraph, one paragraph after the other."""
    events, counts = array("I"), array("I")
    for of_document, rows in zip(starts, cited, strict=True):
        citing = defaultdict[int, list[int]](list)
        for start, end, event in zip(rows[::4], rows[1::4], rows[2::4], strict=True):
            for paragraph in around(of_document, start, end):
                citing[paragraph].append(event)
        for paragraph in range(len(of_document)):
            found = citing.get(paragraph, ())
            events.extend(found)
            counts.append(len(found))
    return {
        "paragraph.events": [numbers_bytes("I", events)],
        "paragraph.events.bounds": [numbers_bytes("I", accumulate(counts, initial=0))],
    }
