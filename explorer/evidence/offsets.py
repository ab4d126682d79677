"""A text that is rewritten piece by piece, and the way back from its offsets to those of the text before."""

from __future__ import annotations

from array import array
from bisect import bisect_right


class OffsetMap:
    """Offsets of a rewritten text as offsets of its source.

    Kept are only the places where the two drift apart: pieces that were copied (width 0, each character has
    its own source) and pieces that were replaced (their characters share the whole width of the source).
    """

    __slots__ = ("_sources", "_targets", "_widths")

    def __init__(self, targets: array[int], sources: array[int], widths: array[int]) -> None:
        self._targets, self._sources, self._widths = targets, sources, widths

    def start(self, at: int) -> int:
        """Where the source of the character at `at` begins."""
        piece = bisect_right(self._targets, at) - 1
        return self._sources[piece] + (0 if self._widths[piece] else at - self._targets[piece])

    def end(self, at: int) -> int:
        """Where the source of the character at `at` ends (exclusive)."""
        piece = bisect_right(self._targets, at) - 1
        return self._sources[piece] + (self._widths[piece] or at - self._targets[piece] + 1)

    def splits(self, at: int) -> bool:
        """Whether `at` lies inside a piece that was replaced as one, where the source has no place for it."""
        piece = bisect_right(self._targets, at) - 1
        return piece >= 0 and self._widths[piece] > 0 and self._targets[piece] < at

    def target(self, source: int) -> int:
        """The offset that the source's offset has become; that of what follows, where it was dropped."""
        piece = bisect_right(self._sources, source) - 1
        if piece < 0:
            return 0
        behind = self._targets[min(piece + 1, len(self._targets) - 1)]
        if self._widths[piece]:
            return self._targets[piece] if source < self._sources[piece] + self._widths[piece] else behind
        return min(self._targets[piece] + source - self._sources[piece], behind)


class Rewriter:
    """Rewrites a text from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._done = 0
        self._pieces: list[str] = []
        self._targets, self._sources, self._widths = array("I"), array("I"), array("I")
        self._copying = False
        self.length = 0

    def replace(self, start: int, end: int, by: str) -> None:
        """Put `by` in place of the characters from start to end, which lie behind all that was replaced."""
        self.copy(start)
        if len(by) == end - start:
            self._begin_copy()
        else:
            if by:
                self._begin(self._done, end - start)
            self._copying = False
        self._append(by)
        self._done = end

    def copy(self, end: int) -> None:
        """Take over what stands before `end`."""
        if end > self._done:
            self._begin_copy()
            self._append(self._text[self._done : end])
            self._done = end

    def finish(self) -> tuple[str, OffsetMap]:
        """The rewritten text, and its map."""
        self.copy(len(self._text))
        # A last, empty piece, so that every other has one behind it.
        self._begin(len(self._text), 0)
        return "".join(self._pieces), OffsetMap(self._targets, self._sources, self._widths)

    def _begin_copy(self) -> None:
        if not self._copying:
            self._begin(self._done, 0)
            self._copying = True

    def _begin(self, source: int, width: int) -> None:
        self._targets.append(self.length)
        self._sources.append(source)
        self._widths.append(width)

    def _append(self, piece: str) -> None:
        self._pieces.append(piece)
        self.length += len(piece)
