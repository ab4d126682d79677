"""Which texts hold each word, found for a block of texts at once: half the work where there are many words.

Each word becomes a number of 64 bits: the upper ones made of its bytes, the lower ones its place in the
block.  Sorted, these have the places of each word side by side and in order, so that it is looked up but
once a block.  numpy takes 25 MB and a tenth of a second to import, which only much text is worth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Codes = NDArray[np.uint64]

# More at once would not stay near the processor.
_BLOCK = 1 << 21
# The highest byte that parts words: folded texts have no others below the first letter or digit.
_BLANK = 32
_EIGHT = 8
# Longer words are rare, and taken one by one.
_LONGEST = 3 * _EIGHT
# Odd numbers without a pattern, which spread what they multiply: those of Fibonacci hashing and of xxHash.
_SPREAD, _SPREAD_ALSO = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_HALF = np.uint64(32)


class _Words(NamedTuple):
    """The words of a block in their order: where each begins, its length in bytes, and its text's number."""

    block: bytes
    starts: Integers
    lengths: Integers
    numbers: NDArray[np.uint32]


def gather_numbers(texts: Iterable[bytes], found: Mapping[bytes, array[int]]) -> None:
    """Append the numbers of the folded texts that hold each word to its array; `found` has one for any."""
    first = 0
    for gathered in _blocks(texts):
        words = _words(gathered, first)
        first += len(gathered)
        for word, numbers in _by_word(words):
            found[word].frombytes(numbers)


def _blocks(texts: Iterable[bytes]) -> Iterator[list[bytes]]:
    gathered, size = list[bytes](), 0
    for text in texts:
        gathered.append(text)
        size += len(text)
        if size >= _BLOCK:
            yield gathered
            gathered, size = [], 0
    if gathered:
        yield gathered


def _words(texts: list[bytes], first: int) -> _Words:
    """The words of texts whose numbers begin with the first."""
    # A NUL stands before each text and behind the last; and the last word may be read beyond its end.
    block = b"\0".join((b"", *texts, bytes(_LONGEST)))
    raw = np.frombuffer(block, np.uint8)
    is_word = raw > _BLANK
    edges = np.flatnonzero(is_word[1:] != is_word[:-1]) + 1
    starts = edges[::2]
    ends_of_texts = np.flatnonzero(raw == 0)[1 : len(texts) + 1]
    counts = np.diff(np.searchsorted(starts, ends_of_texts), prepend=0)
    numbers = np.arange(first, first + len(texts), dtype=np.uint32)
    return _Words(block, starts, edges[1::2] - starts, np.repeat(numbers, counts))


def _by_word(words: _Words) -> Iterator[tuple[bytes, bytes]]:
    """Each word with the numbers of the texts that hold it, as an array has them; a word may come again."""
    if len(words.starts) and words.lengths.max() > _LONGEST:
        is_long = words.lengths > _LONGEST
        yield from _one_by_one(_those(words, is_long))
        words = _those(words, ~is_long)
    if not len(words.starts):
        return
    columns = [*_columns(words)]
    places, leads = _grouped(_codes(columns))
    if any(_differs(column[places], leads) for column in columns):
        yield from _one_by_one(words)
        return
    numbers = words.numbers[places].tobytes()
    firsts = np.flatnonzero(leads)
    starts = words.starts[places[firsts]]
    ends = starts + words.lengths[places[firsts]]
    begins = (firsts * words.numbers.itemsize).tolist()
    found = map(words.block.__getitem__, map(slice, starts.tolist(), ends.tolist()))
    of_each = map(numbers.__getitem__, map(slice, begins, [*begins[1:], len(numbers)]))
    yield from zip(found, of_each, strict=True)


def _columns(words: _Words) -> Iterator[Codes]:
    """The words' bytes as integers, eight in each column; 0 where a word has ended, as none holds a NUL."""
    eights = np.ndarray((len(words.block) - _EIGHT + 1,), "<u8", words.block, strides=(1,))
    for offset in range(0, int(words.lengths.max()), _EIGHT):
        # All have a first byte, and are not picked out.
        having = np.flatnonzero(words.lengths > offset) if offset else slice(None)
        behind = _EIGHT - np.minimum(words.lengths[having] - offset, _EIGHT)
        column = np.zeros(len(words.starts), np.uint64)
        # The bytes behind a word are the upper ones, which are shifted out.
        column[having] = eights[words.starts[having] + offset] << (_EIGHT * behind).astype(np.uint64)
        yield column


def _codes(columns: Sequence[Codes]) -> Codes:
    """A number for each word, in the upper bits of which two different words are hardly ever the same."""
    codes = columns[0] * _SPREAD
    for column in columns[1:]:
        codes ^= codes >> _HALF
        codes += column
        codes *= _SPREAD_ALSO
    return codes


def _grouped(codes: Codes) -> tuple[Integers, NDArray[np.bool_]]:
    """The places of the codes, those of equal ones side by side and in order; and which begin a group."""
    bits = np.uint64(len(codes).bit_length())
    upper = codes >> bits
    placed = upper << bits | np.arange(len(codes), dtype=np.uint64)
    placed.sort()
    places = (placed & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    placed >>= bits
    leads = np.ones(len(codes), np.bool_)
    np.not_equal(placed[1:], placed[:-1], out=leads[1:])
    return places, leads


def _differs(column: Codes, leads: NDArray[np.bool_]) -> bool:
    """Whether anything differs from what stands before it without being the first of a group."""
    return bool(((column[1:] != column[:-1]) & ~leads[1:]).any())


def _those(words: _Words, wanted: NDArray[np.bool_]) -> _Words:
    return _Words(words.block, words.starts[wanted], words.lengths[wanted], words.numbers[wanted])


def _one_by_one(words: _Words) -> Iterator[tuple[bytes, bytes]]:
    for start, length, number in zip(words.starts, words.lengths, words.numbers, strict=True):
        yield words.block[start : start + length], number.tobytes()
