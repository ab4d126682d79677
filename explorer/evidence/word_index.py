"""Where each word of a document stands: the seeds from which a near match is grown."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from math import log
from typing import TYPE_CHECKING

from explorer.evidence.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.evidence.folding import Folded
    from explorer.evidence.passage import Span

_FEW = 4


class WordIndex:
    """The words of a folded text by number, and the numbers at which each stands, whatever its case."""

    __slots__ = ("_ends", "_places", "_starts", "_text")

    def __init__(self, folded: Folded) -> None:
        spans = words(folded)
        self._text = folded.text
        self._starts = array("I", (start for start, _ in spans))
        self._ends = array("I", (end for _, end in spans))
        self._places: dict[str, array[int]] = {}
        for number, (start, end) in enumerate(spans):
            self._places.setdefault(self._text[start:end].casefold(), array("I")).append(number)

    def __len__(self) -> int:
        return len(self._starts)

    def places(self, word: str) -> Sequence[int]:
        """The numbers at which a case-folded word stands, rising."""
        return self._places.get(word, ())

    def weight(self, word: str) -> float:
        """How much a word tells about its place: the rarer, the more (inverse document frequency).

        A word that the document has not got weighs no more than one that it has a few times: it may be wrong.
        """
        return log(1 + len(self) / max(_FEW, len(self.places(word))))

    def number_at(self, offset: int) -> int:
        """The number of the word at an offset of the folded text, or of the last one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def span(self, number: int) -> Span:
        """The span of a word in the folded text."""
        return self._starts[number], self._ends[number]

    def slice(self, numbers: range) -> list[str]:
        """The words with these numbers, as written in the folded text."""
        return [self._text[self._starts[n] : self._ends[n]] for n in numbers]
