"""Wrapping a text into rows of cells, each row known by its offsets in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_WORD = re.compile(r"\S+\s*|\s+")
# Printable ASCII takes a cell a character; of the rest it has to be looked up.
_BEYOND_ASCII = re.compile(r"[^ -~\r\n]")


class WrappedText:
    """A text in rows of at most `width` cells.

    `starts` are the offsets at which rows begin (rising); `row(n)` gives the offsets of what a row shows,
    without the white space at its end.  A word longer than a row is cut.
    """

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = max(1, width)
        self.starts = _starts(text, self.width)

    def __len__(self) -> int:
        return len(self.starts)

    def row(self, number: int) -> tuple[int, int]:
        """The offsets of the text that a row shows: (start, end)."""
        start = self.starts[number]
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return start, _trimmed(self.text, start, end)

    def row_of(self, offset: int) -> int:
        """The row that shows the character at an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)


def _starts(text: str, width: int) -> list[int]:
    """Where rows begin.  Character by character is slow, and only needed where some are not a cell wide."""
    if _is_even(text):
        starts = [0, *accumulate(map(len, _even_rows(width).findall(text)))]
        starts.pop()
        return starts
    return [start for line in _LINE.finditer(text) for start in _line_starts(text, *line.span(), width)]


def _line_starts(text: str, start: int, end: int, width: int) -> Iterator[int]:
    if start == end:
        # What is behind the last line end is no line.
        return iter(())
    if _is_even(text[start:end]):
        return (row.start() for row in _even_rows(width).finditer(text, start, end))
    return _wrap_line(text, start, start + len(text[start:end].rstrip("\r\n")), width)


def _is_even(text: str) -> bool:
    """Whether each character takes one cell."""
    return all(map(_is_narrow, set(_BEYOND_ASCII.findall(text))))


@lru_cache(4096)
def _is_narrow(character: str) -> bool:
    return cell_len(character) == 1


@lru_cache(16)
def _even_rows(width: int) -> re.Pattern[str]:
    """Matches row by row, each with the white space behind it, where each character takes one cell."""
    return re.compile(
        # Words as long as they fit; white space that no word fits behind; a piece of a longer word.
        rf"(?:[^\r\n]{{0,{width - 1}}}\S(?!\S)[^\S\r\n]*|[^\S\r\n]+|\S{{{width}}}(?=\S))(?:\r\n|\r|\n)?"
        # An empty line.
        r"|\r\n|\r|\n"
    )


def _wrap_line(text: str, start: int, end: int, width: int) -> Iterator[int]:
    row_start, used = start, 0
    for word in _WORD.finditer(text, start, end):
        bare = word.group().rstrip()
        cells = cell_len(bare)
        if word.start() > row_start and used + cells > width:
            yield row_start
            row_start, used = word.start(), 0
        if cells > width:
            *full, row_start = _cut(text, word.start(), word.start() + len(bare), width)
            yield from full
            used = cell_len(text[row_start : word.start() + len(bare)])
            used += len(word.group()) - len(bare)
        else:
            used += cell_len(word.group())
    yield row_start


def _cut(text: str, start: int, end: int, width: int) -> Iterator[int]:
    used, row_start = 0, start
    for offset in range(start, end):
        cells = cell_len(text[offset])
        if used + cells > width and offset > row_start:
            yield row_start
            row_start, used = offset, 0
        used += cells
    yield row_start


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
