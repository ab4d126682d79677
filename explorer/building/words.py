"""The word indexes of the events, made from what `explorer.store.phrases` has of them.

The events have their numbers by then: so the numbers of each word come in their order, and nothing has to be
sorted or merged.  Each part of an event is indexed by itself, and what is in any of them follows from that.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from pyroaring import BitMap

from explorer.building.indexing import sets_in, sets_sections, word_sections

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
# In which order they are indexed: the one with the fewest words last, as others may be waiting then.
PARTS_BY_LENGTH: tuple[Part, ...] = ("quote", "rest", "title")
# What there are indexes of.
INDEXES = ("quote", "title", "event")
_WINDOW = 1 << 16


def indexed_here(phrases: Iterable[bytes]) -> tuple[Iterable[bytes], Callable[[], Pieces]]:
    """The phrases of the events in one piece, and what indexes their words when it is called."""
    joined = b"".join(phrases)
    return [joined], lambda: _own_words(joined)


def _own_words(phrases: bytes) -> Pieces:
    """The sections of the words in all fields of the events, whose phrases follow each other."""
    parts = phrases.split(b"\0")
    sets = {part: numbers_by_word(parts[_PARTS.index(part) :: len(_PARTS)]) for part in PARTS_BY_LENGTH}
    sections = word_sections("title", sets["title"]) | word_sections("quote", sets["quote"])
    return sections | word_sections("event", _in_any(each.items() for each in sets.values()))


def part_words(phrases: bytes | mmap, part: Part) -> Pieces:
    """The sections of the words in a part of the events, whose phrases follow each other."""
    sets = numbers_by_word(_part_of_each(phrases, _PARTS.index(part)))
    return sets_sections(part, sets) if part == "rest" else word_sections(part, sets)


def _part_of_each(phrases: bytes | mmap, place: int) -> Iterator[bytes]:
    """The part at one of three places of each event."""
    start = 0
    while start < len(phrases):
        # Not all at once: what is mapped would be copied.
        end = phrases.find(b"\0", min(start + _WINDOW, len(phrases) - 1)) + 1
        parts = phrases[start:end].split(b"\0")[:-1]
        yield from parts[place :: len(_PARTS)]
        start, place = end, (place - len(parts)) % len(_PARTS)


def with_events(parts: Iterable[tuple[Part, Pieces]]) -> Pieces:
    """The sections of the words in all fields, given those of each part by PARTS_BY_LENGTH."""
    sections: Pieces = {}

    def sets() -> Iterator[Iterable[tuple[bytes, BitMap]]]:
        for part, indexed in parts:
            yield sets_in(part, indexed)
            if part != "rest":
                sections.update(indexed)

    anywhere = _in_any(sets())
    return sections | word_sections("event", anywhere)


def _in_any(parts: Iterable[Iterable[tuple[bytes, BitMap]]]) -> Mapping[bytes, BitMap]:
    """The numbers of the events that hold each word in any part."""
    found: dict[bytes, BitMap] = {}
    for sets in parts:
        for word, numbers in sets:
            known = found.get(word)
            found[word] = numbers if known is None else known | numbers
    return found


def numbers_by_word(texts: Iterable[bytes]) -> Mapping[bytes, BitMap]:
    """The numbers of the folded texts that hold each word."""
    found = defaultdict[bytes, "array[int]"](partial(array, "I"))
    for number, text in enumerate(texts):
        for word in text.split():
            found[word].append(number)
    # Each word's numbers are let go when they are packed, so that no two copies of all are held.
    return {word: BitMap(found.pop(word)) for word in [*found]}
