"""A document made ready for finding quotes in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.evidence.folding import Folded, fold
from explorer.evidence.word_index import WordIndex

if TYPE_CHECKING:
    from explorer.evidence.passage import Span


class DocumentText:
    """The text of a document as it is on disk; its fold and its words are worked out when first needed."""

    __slots__ = ("_folded", "_words", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded: Folded | None = None
        self._words: WordIndex | None = None

    @property
    def folded(self) -> Folded:
        """The text without what its setting may change."""
        if self._folded is None:
            self._folded = fold(self.text)
        return self._folded

    @property
    def words(self) -> WordIndex:
        """The words of the folded text, and where each stands."""
        if self._words is None:
            self._words = WordIndex(self.folded)
        return self._words

    def release(self) -> None:
        """Forget what was worked out, to give back its memory."""
        self._folded = self._words = None

    def line(self, offset: int) -> int:
        """The number of the line, from 1, at an offset; lines end with LF, CRLF or a lone CR."""
        before = self.text.count("\r\n", 0, offset)
        return self.text.count("\n", 0, offset) + self.text.count("\r", 0, offset) - before + 1

    def excerpt(self, span: Span, length: int) -> str:
        """What stands in the span on one line, cut to a length in characters."""
        start, end = span
        words = " ".join(self.text[start : min(end, start + 4 * length)].split())
        return words if len(words) <= length else words[: length - 1].rstrip() + "…"
