"""The paragraphs of a document that citations touch, which is where words around a passage are looked for."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from explorer.evidence.paragraph_spans import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence


class CitedText:
    """The paragraphs of a document, found by offsets into its text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._spans = paragraphs(text)
        self._starts = [start for start, _ in self._spans]

    def around(self, start: int, end: int) -> range:
        """The paragraphs (by number) that the characters from start to end touch."""
        return around(self._starts, start, end)

    def paragraph(self, number: int) -> str:
        """The text of a paragraph."""
        start, end = self._spans[number]
        return self.text[start:end]


def around(starts: Sequence[int], start: int, end: int) -> range:
    """The paragraphs that the characters from start to end touch, given where each begins."""
    first = max(bisect_right(starts, start) - 1, 0)
    return range(first, bisect_right(starts, max(start, end - 1)))
