"""The word indexes of the events, made from what `explorer.store.phrases` has of them.

The events have their numbers by then: so the numbers of each word come in their order, and nothing has to be
sorted or merged.  Each part of an event is indexed by itself, and what is in any of them follows from that.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from pyroaring import BitMap

from explorer.building.indexing import word_sections
from explorer.imports.one_thread import one_thread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from mmap import mmap

    from explorer.building.indexing import Pieces
    from explorer.building.joined import Reordered

    # Takes the phrases of each event and begins to index their words; returns all the phrases, in pieces, and
    # what gives the sections of the words.
    Indexing = Callable[[Reordered], tuple[Iterable[bytes], Callable[[], Pieces]]]

# The parts of an event in their order, each ended by a NUL; all but the last are fields of their own.
Part: TypeAlias = Literal["title", "quote", "rest"]
_PARTS: tuple[Part, ...] = get_args(Part)
# Those of which the index is kept, the one with more words first.
FIELDS: tuple[Part, ...] = ("quote", "title")
# The one of which it is not.
REST: Part = "rest"
_WINDOW = 1 << 16
# Of more bytes the words are looked for with numpy: see `explorer.building.many_words`.
MUCH_TEXT = 1 << 23


def indexed_here(phrases: Iterable[bytes]) -> tuple[Iterable[bytes], Callable[[], Pieces]]:
    """The phrases of the events in one piece, and what indexes their words when it is called."""
    joined = b"".join(phrases)
    return [joined], lambda: _own_words(joined)


def _own_words(phrases: bytes) -> Pieces:
    """The sections of the words in all fields of the events, whose phrases follow each other."""
    sets = {part: part_sets(phrases, part) for part in _PARTS}
    sections: Pieces = {}
    for field in FIELDS:
        sections |= word_sections(field, sets[field])
    return sections | event_sections(each.items() for each in sets.values())


def part_sets(phrases: bytes | mmap, part: Part) -> Mapping[bytes, BitMap]:
    """The events, whose phrases follow each other, that hold each word in a part of them."""
    return numbers_by_word(_part_of_each(phrases, _PARTS.index(part)), len(phrases) // len(_PARTS))


def _part_of_each(phrases: bytes | mmap, place: int) -> Iterator[bytes]:
    """The part at one of three places of each event."""
    start = 0
    while start < len(phrases):
        # Not all at once: what is mapped would be copied.
        end = phrases.find(b"\0", min(start + _WINDOW, len(phrases) - 1)) + 1
        parts = phrases[start:end].split(b"\0")[:-1]
        yield from parts[place :: len(_PARTS)]
        start, place = end, (place - len(parts)) % len(_PARTS)


def event_sections(parts: Iterable[Iterable[tuple[bytes, BitMap]]]) -> Pieces:
    """The sections of the words in all fields, given the sets of each part, which are used up."""
    found: dict[bytes, BitMap] = {}
    for sets in parts:
        for word, numbers in sets:
            known = found.setdefault(word, numbers)
            if known is not numbers:
                known |= numbers
    return word_sections("event", found)


def numbers_by_word(texts: Iterable[bytes], size: int) -> Mapping[bytes, BitMap]:
    """The numbers of the folded texts that hold each word; in all these have about `size` bytes."""
    found = defaultdict[bytes, "array[int]"](partial(array, "I"))
    if size > MUCH_TEXT:
        with one_thread():
            many_words = import_module("explorer.building.many_words")
        many_words.gather_numbers(texts, found)
    else:
        for number, text in enumerate(texts):
            for word in text.split():
                found[word].append(number)
    # Each word's numbers are let go when they are packed, so that no two copies of all are held.
    return {word: BitMap(found.pop(word)) for word in [*found]}
