"""Sets of event numbers as sections of a snapshot: facets, and word indexes with their shared prefixes."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from pyroaring import BitMap

from explorer.snapshot import numbers_bytes, offsets_bytes, texts_bytes, texts_from
from explorer.store.word_index import FEW_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from explorer.snapshot import Container

    Pieces = dict[str, Iterable[bytes]]


# Nobody types more of a word before a list of a few is enough.
LONGEST = 12
_SET_COLUMNS, _UNION_COLUMNS = ("words", "sets"), ("prefixes", "unions")


def texts_section(name: str, texts: Iterable[bytes]) -> Pieces:
    """The two sections of a column of texts."""
    offsets, blob = texts_bytes(texts)
    return dict(zip(_texts_names(name), ([offsets], blob), strict=True))


def pieces_section(name: str, lengths: Iterable[int], pieces: Iterable[bytes]) -> Pieces:
    """The two sections of a column of texts of these lengths in bytes, which together are the pieces."""
    return dict(zip(_texts_names(name), ([offsets_bytes(lengths)], pieces), strict=True))


def _texts_names(name: str) -> tuple[str, str]:
    return f"{name}.offsets", name


def facet_sections(name: str, sets: Mapping[bytes, BitMap]) -> Pieces:
    """The sections of a facet; see `explorer.store.facets`."""
    keys = sorted(sets)
    bits = [sets[key].serialize() for key in keys]
    return {
        **texts_section(f"facet.{name}.keys", keys),
        **texts_section(f"facet.{name}.sets", bits),
        f"facet.{name}.counts": [numbers_bytes("I", (len(sets[key]) for key in keys))],
    }


def word_sections(name: str, sets: Mapping[bytes, BitMap]) -> Pieces:
    """The sections of a word index; see `explorer.store.word_index`."""
    sets = dict(sorted(sets.items()))
    unions = shared_prefixes([*sets], [*sets.values()])
    return _sets_sections(name, _SET_COLUMNS, sets) | _sets_sections(name, _UNION_COLUMNS, unions)


def _sets_sections(name: str, columns: tuple[str, str], sets: Mapping[bytes, BitMap]) -> Pieces:
    keys = sorted(sets)
    sections: Pieces = {}
    for column, texts in zip(columns, (keys, (sets[key].serialize() for key in keys)), strict=True):
        sections |= texts_section(f"words.{name}.{column}", texts)
    return sections


def sets_in(name: str, sections: Pieces) -> Iterator[tuple[bytes, BitMap]]:
    """The words of some sections of a word index, sorted, each with its set."""
    words, bits = (_texts_in(sections, f"words.{name}.{column}") for column in _SET_COLUMNS)
    return ((word, BitMap.deserialize(each)) for word, each in zip(words, bits, strict=True))


def _texts_in(sections: Pieces, name: str) -> Iterator[bytes]:
    return texts_from(*(b"".join(sections[each]) for each in _texts_names(name)))


def kept_word_sections(name: str, container: Container) -> Pieces:
    """The sections of a word index as they stand in a snapshot."""
    return {each: [container.section(each)] for each in names_of_word_sections(name)}


def names_of_word_sections(name: str) -> Sequence[str]:
    """The names of all sections of a word index, in the order in which they are made."""
    return _names(name, _SET_COLUMNS + _UNION_COLUMNS)


def _names(name: str, columns: Iterable[str]) -> Sequence[str]:
    return [each for column in columns for each in _texts_names(f"words.{name}.{column}")]


def shared_prefixes(words: Sequence[bytes], sets: Sequence[BitMap]) -> dict[bytes, BitMap]:
    """The union of the sets for each prefix of up to LONGEST characters that many sorted words begin with."""
    unions: dict[bytes, BitMap] = {}

    def unite(low: int, high: int, length: int, depth: int) -> BitMap:
        parts: list[BitMap] = []
        for first, last, longer in _longer(words, low, high, length):
            if last - first > FEW_WORDS and longer > length and depth < LONGEST:
                parts.append(unite(first, last, longer, depth + 1))
            else:
                parts.extend(sets[first:last])
        union = BitMap.union(*parts)
        if length:
            unions[words[low][:length]] = union
        return union

    if words:
        unite(0, len(words), 0, 0)
    return unions


def _longer(words: Sequence[bytes], low: int, high: int, length: int) -> Iterator[tuple[int, int, int]]:
    """The groups of words that share one more character: where each begins and ends, and its length."""
    while low < high:
        word = words[low]
        longer = length + _width(word, length)
        beginning = word[:longer]
        # Many words share their beginning, so the end of a group is bisected.
        end = bisect_left(words, beginning + b"\xff", low, high) if longer > length else low + 1
        yield low, end, longer
        low = end


def _width(word: bytes, at: int) -> int:
    """How many bytes the character of a text in UTF-8 has that begins at an offset; 0 behind the last one."""
    if at >= len(word):
        return 0
    lead = word[at]
    return 1 if lead < 0x80 else 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
