"""Wrapping a text into rows of cells, each row known by its offsets in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_WORD = re.compile(r"\S+\s*|\s+")


class WrappedText:
    """A text in rows of at most `width` cells.

    `starts` are the offsets at which rows begin (rising); `row(n)` gives the offsets of what a row shows,
    without the white space at its end.  A word longer than a row is cut.
    """

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = max(1, width)
        self._rows = list(_wrap(text, self.width))
        self.starts = [start for start, _ in self._rows]

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, number: int) -> tuple[int, int]:
        """The offsets of the text that a row shows: (start, end)."""
        return self._rows[number]

    def row_of(self, offset: int) -> int:
        """The row that shows the character at an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)


def clip(spans: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """The parts of rising spans that lie between start and end."""
    return [(max(a, start), min(b, end)) for a, b in spans if a < end and b > start]


def _wrap(text: str, width: int) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        start, end = line.span()
        if start == end == len(text):
            return
        shown = text[start:end].rstrip("\r\n")
        if len(shown) <= width and (shown.isascii() or cell_len(shown) <= width):
            yield start, start + len(shown.rstrip())
        else:
            yield from _wrap_line(text, start, start + len(shown), width)


def _wrap_line(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    row_start, used = start, 0
    for word in _WORD.finditer(text, start, end):
        bare = word.group().rstrip()
        cells = cell_len(bare)
        if word.start() > row_start and used + cells > width:
            yield row_start, _trimmed(text, row_start, word.start())
            row_start, used = word.start(), 0
        if cells > width:
            *full, (row_start, _) = _cut(text, word.start(), word.start() + len(bare), width)
            yield from full
            used = cell_len(text[row_start : word.start() + len(bare)])
            used += len(word.group()) - len(bare)
        else:
            used += cell_len(word.group())
    yield row_start, _trimmed(text, row_start, end)


def _cut(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    used, row_start = 0, start
    for offset in range(start, end):
        cells = cell_len(text[offset])
        if used + cells > width and offset > row_start:
            yield row_start, offset
            row_start, used = offset, 0
        used += cells
    yield row_start, end


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
