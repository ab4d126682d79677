"""A document wrapped into rows, piece by piece: only what is looked at is ever wrapped."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from explorer.tui.drawing import drawable_document

if TYPE_CHECKING:
    from explorer.tui.wrapping import WrappedText

# A document of so many characters is wrapped at once, which takes half a millisecond.
WHOLE = 32_768
# So many characters a piece has at least, and twice as many at most.
PIECE = 8_192
# Prose leaves about so much of each row free.
_FILLED = 0.94


class WrappedDocument:
    """A text in rows of at most `width` cells; `row(n)` gives the offsets of what a row shows.

    How many rows a piece takes that was not looked at yet is an estimate.  Looking at a row or an offset
    wraps the piece that it is in, so that the rows behind it get other numbers: `wrapped` counts how often
    that has happened.  In a piece that has been wrapped, and in front of it, row numbers change only with
    pieces in front of it.
    """

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = max(1, width)
        self.wrapped = 0
        self._bounds = _bounds(text)
        self._pieces: list[WrappedText | None] = [None] * (len(self._bounds) - 1)
        self._shown: list[str | None] = [None] * len(self._pieces)
        self._counts = [self._estimate(piece) for piece in range(len(self._pieces))]
        # The number of the first row of each piece, and how many rows there are.
        self._firsts = [0, *accumulate(self._counts)]
        if len(text) <= WHOLE:
            for piece in range(len(self._pieces)):
                self._wrap(piece)

    def __len__(self) -> int:
        return self._firsts[-1]

    def row(self, number: int) -> tuple[int, int]:
        """The offsets of the text that a row shows: (start, end)."""
        piece = self._piece_of_row(number)
        wrapped = self._wrap(piece)
        start, end = wrapped.row(min(number - self._firsts[piece], len(wrapped) - 1))
        return self._bounds[piece] + start, self._bounds[piece] + end

    def row_of(self, offset: int) -> int:
        """The row that shows the character at an offset."""
        if not self._pieces:
            return 0
        piece = self._piece_at(offset)
        wrapped = self._wrap(piece)
        return self._firsts[piece] + wrapped.row_of(offset - self._bounds[piece])

    def shown(self, start: int, end: int) -> str:
        """What is drawn of a stretch within one row: one character for each of the text."""
        piece = self._piece_at(start)
        first = self._bounds[piece]
        return self._drawable(piece)[start - first : end - first]

    def wrap_around(self, offset: int, rows: int) -> None:
        """Wrap so many rows before and behind the row of an offset, as far as there are any."""
        here = self.row_of(offset)
        piece = self._piece_at(offset) if self._pieces else 0
        while piece > 0 and self._firsts[piece] > here - rows:
            piece -= 1
            self._wrap(piece)
            here = self.row_of(offset)
        piece = self._piece_at(offset) if self._pieces else 0
        while piece + 1 < len(self._pieces) and self._firsts[piece + 1] <= here + rows:
            piece += 1
            self._wrap(piece)

    def _piece_of_row(self, number: int) -> int:
        return min(bisect_right(self._firsts, number) - 1, len(self._pieces) - 1)

    def _piece_at(self, offset: int) -> int:
        return max(0, min(bisect_right(self._bounds, offset) - 1, len(self._pieces) - 1))

    def _estimate(self, piece: int) -> int:
        start, end = self._bounds[piece], self._bounds[piece + 1]
        # The last row of a line is half full.
        return max(1, round((end - start) / self.width / _FILLED + self.text.count("\n", start, end) / 2))

    def _drawable(self, piece: int) -> str:
        shown = self._shown[piece]
        if shown is None:
            text = self.text[self._bounds[piece] : self._bounds[piece + 1]]
            shown = self._shown[piece] = drawable_document(text)
        return shown

    def _wrap(self, piece: int) -> WrappedText:
        wrapped = self._pieces[piece]
        if wrapped is None:
            from explorer.tui.wrapping import WrappedText

            wrapped = self._pieces[piece] = WrappedText(self._drawable(piece), self.width)
            self._counts[piece] = len(wrapped)
            self._firsts = [0, *accumulate(self._counts)]
            self.wrapped += 1
        return wrapped


def _bounds(text: str) -> list[int]:
    """Where pieces begin, and the end of the last one: at line ends, in a very long line behind a blank."""
    if len(text) <= 2 * PIECE:
        return [0, len(text)] if text else [0]
    # Most documents are short: these are compiled for the first long one.
    line_end, blank = re.compile(r"[\r\n]"), re.compile(r"\s(?!\s)")
    bounds = [0]
    while len(text) - bounds[-1] > 2 * PIECE:
        low, high = bounds[-1] + PIECE, bounds[-1] + 2 * PIECE
        found = line_end.search(text, low, high) or blank.search(text, low, high)
        end = found.end() if found else high
        # A carriage return and its line feed stay together.
        bounds.append(end + (text[end - 1 : end + 1] == "\r\n"))
    return bounds if bounds[-1] == len(text) else [*bounds, len(text)]
