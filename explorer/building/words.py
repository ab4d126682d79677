"""The word indexes of the events, made from what `explorer.store.phrases` has of them.

The events have their numbers by then: so the numbers of each word come in their order, and nothing has to be
sorted or merged.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from pyroaring import BitMap

from explorer.building.indexing import word_sections
from explorer.store.fields import OWN_FIELDS
from explorer.store.phrases import PARTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from mmap import mmap

    from explorer.building.indexing import Pieces
    from explorer.store.fields import OwnField

    # Begins to index the words of the events, given the phrases of each, and returns what gives the sections.
    Indexing = Callable[[Sequence[bytes]], Callable[[], Pieces]]

# The parts of an event, each ended by a NUL.
_EVENT = re.compile(rb"([^\0]*)\0([^\0]*)\0([^\0]*)\0")


def indexed_here(phrases: Sequence[bytes]) -> Callable[[], Pieces]:
    """What indexes the words of the events when it is called, given the phrases of each."""
    return lambda: own_words(b"".join(phrases))


def own_words(phrases: bytes | mmap, fields: Iterable[OwnField] = OWN_FIELDS) -> Pieces:
    """The sections of the words in some fields of the events, whose phrases follow each other."""
    sections: Pieces = {}
    for field in fields:
        sections |= word_sections(field, numbers_by_word(_written(phrases, field)))
    return sections


def numbers_by_word(texts: Iterable[bytes]) -> dict[bytes, BitMap]:
    """The numbers of the folded texts that hold each word."""
    found = defaultdict[bytes, "array[int]"](partial(array, "I"))
    for number, text in enumerate(texts):
        for word in text.split():
            found[word].append(number)
    # Each word's numbers are let go when they are packed, so that no two copies of all are held.
    return {word: BitMap(found.pop(word)) for word in [*found]}


def _written(phrases: bytes | mmap, field: OwnField) -> Iterator[bytes]:
    """What is written in a field of each event."""
    first, last = PARTS[field]
    return (b" ".join(event.groups()[first:last]) for event in _EVENT.finditer(phrases))
