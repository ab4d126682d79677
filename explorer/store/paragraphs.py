"""The paragraphs of the documents: the words of each, and the events whose passages touch it."""

from __future__ import annotations

from array import array
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from pyroaring import BitMap, FrozenBitMap

from explorer.snapshot import Numbers
from explorer.store.word_index import WordIndex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from explorer.snapshot import Container


class Paragraphs:
    """All paragraphs of all documents, numbered one after the other.

    Sections: the word index `words.paragraph`; `paragraph.bounds`, the number of each document's first
    paragraph, and how many there are; `paragraph.starts`, the offset at which each begins in its document;
    `paragraph.events`, the events by paragraph, and where those of each begin, in `paragraph.events.bounds`.
    """

    def __init__(self, container: Container) -> None:
        self.words = WordIndex(container, "words.paragraph")
        self._bounds = Numbers(container, "paragraph.bounds", "I")
        self._events = Numbers(container, "paragraph.events", "I")
        self._event_bounds = Numbers(container, "paragraph.events.bounds", "I")

    def events_citing(self, paragraphs: FrozenBitMap) -> FrozenBitMap:
        """The events whose passages touch any of some paragraphs."""
        bounds, found = self._all_event_bounds, array("I")
        for number in paragraphs:
            first, last = bounds[number], bounds[number + 1]
            if first < last:
                found.extend(self._events.piece(first, last))
        return FrozenBitMap(BitMap(found))

    def documents_with(self, paragraphs: FrozenBitMap) -> Iterator[int]:
        """The places of the documents that any of some paragraphs belong to."""
        bounds = self._all_bounds
        for place, (first, behind) in enumerate(pairwise(bounds)):
            if paragraphs.range_cardinality(first, behind):
                yield place

    @cached_property
    def _all_bounds(self) -> Sequence[int]:
        return self._bounds.piece(0, len(self._bounds))

    @cached_property
    def _all_event_bounds(self) -> Sequence[int]:
        return self._event_bounds.piece(0, len(self._event_bounds))
