"""Columns of numbers and of texts in a section of a snapshot, read one by one."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Literal, overload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from explorer.snapshot.container import Container

# As in the module `array`: 32 and 64 bits, without and with a sign.
TypeCode = Literal["I", "Q", "q"]
_SIZES: dict[TypeCode, int] = {"I": 4, "Q": 8, "q": 8}


def numbers_bytes(code: TypeCode, numbers: Iterable[int]) -> bytes:
    """A column of numbers as it is written to a section: little-endian, one after the other."""
    column = numbers if isinstance(numbers, array) and numbers.typecode == code else array(code, numbers)
    if sys.byteorder == "big":
        column = array(code, column)
        column.byteswap()
    return column.tobytes()


def texts_bytes(texts: Iterable[bytes]) -> tuple[bytes, list[bytes]]:
    """A column of texts as two sections: where each begins and the last one ends, and the texts."""
    pieces = [*texts]
    return offsets_bytes(map(len, pieces)), pieces


def offsets_bytes(lengths: Iterable[int]) -> bytes:
    """Where each text of a column begins and the last one ends, given the length of each in bytes."""
    return numbers_bytes("Q", accumulate(lengths, initial=0))


def texts_from(offsets: bytes, blob: bytes) -> Iterator[bytes]:
    """The texts of a column, given the two sections that `texts_bytes` makes of them."""
    return (blob[first:last] for first, last in pairwise(_numbers("Q", offsets)))


class Numbers(Sequence[int]):
    """A column of numbers; it can be bisected, and costs nothing until it is looked at."""

    __slots__ = ("_code", "_container", "_size", "_start", "_view")

    def __init__(self, container: Container, name: str, code: TypeCode) -> None:
        self._container = container
        self._code: TypeCode = code
        self._size = _SIZES[code]
        self._start, end = container.span(name)
        view = memoryview(container.buffer)[self._start : end]
        self._view = view.cast(code) if sys.byteorder == "little" else memoryview(_numbers(code, view))

    def __len__(self) -> int:
        return len(self._view)

    @overload
    def __getitem__(self, index: int) -> int: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...

    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        at = self._start + (index if index >= 0 else index + len(self._view)) * self._size
        self._container.check(at, at + self._size)
        return self._view[index]

    def pair(self, first: int) -> tuple[int, int]:
        """A number and the one behind it."""
        at = self._start + first * self._size
        self._container.check(at, at + 2 * self._size)
        return self._view[first], self._view[first + 1]

    def piece(self, first: int, last: int) -> array[int]:
        """The numbers from first to last, the last one not included, copied."""
        copied = array(self._code)
        copied.frombytes(self.window(first, last).cast("B"))
        return copied

    def window(self, first: int, last: int) -> memoryview:
        """The numbers from first to last, the last one not included, checked once for all looks at them."""
        self._container.check(self._start + first * self._size, self._start + last * self._size)
        return self._view[first:last]


def _numbers(code: TypeCode, column: bytes | memoryview) -> array[int]:
    """The numbers of a column, given what `numbers_bytes` makes of them."""
    numbers = array(code, bytes(column))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


class Texts(Sequence[bytes]):
    """A column of texts in UTF-8, in the sections NAME.offsets and NAME; a sorted one can be searched."""

    __slots__ = ("_container", "_offsets", "_start")

    def __init__(self, container: Container, name: str) -> None:
        self._container = container
        self._start, _ = container.span(name)
        self._offsets = Numbers(container, f"{name}.offsets", "Q")

    def __len__(self) -> int:
        return max(0, len(self._offsets) - 1)

    @overload
    def __getitem__(self, index: int) -> bytes: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[bytes]: ...

    def __getitem__(self, index: int | slice) -> bytes | Sequence[bytes]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self._container.read(*self.span(index))

    def span(self, index: int) -> tuple[int, int]:
        """Where a text begins and ends in the container's buffer."""
        first, last = self._offsets.pair(index)
        return self._start + first, self._start + last

    def bounds(self) -> tuple[int, int]:
        """Where the first text begins and the last one ends in the container's buffer."""
        return self._start, self._start + (self._offsets[len(self)] if len(self) else 0)

    def at(self, offset: int) -> int:
        """The number of the text that an offset of the container's buffer lies in."""
        wanted, low, high = offset - self._start, 0, len(self)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._offsets[middle] <= wanted else (low, middle)
        return low

    def find(self, text: bytes) -> int | None:
        """The number of a text in a sorted column."""
        place = bisect_left(self, text)
        return place if place < len(self) and self[place] == text else None

    def beginning(self, prefix: bytes) -> range:
        """The numbers of the texts of a sorted column that begin so."""
        low = bisect_left(self, prefix)
        # No text in UTF-8 holds this byte.
        return range(low, bisect_left(self, prefix + b"\xff", low))

    def all(self) -> Iterator[bytes]:
        """Every text, read at once: faster than one by one."""
        start, end = self.bounds()
        blob, offsets = self._container.read(start, end), self._offsets.piece(0, len(self._offsets))
        for first, last in pairwise(offsets):
            yield blob[first:last]
