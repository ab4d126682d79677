"""Where a document is cited: the spans of all its verified passages, and the events that cite them."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class CitedPassages:
    """The passages of one document as (start, end, event number), found by their offsets."""

    def __init__(self, passages: Iterable[tuple[int, int, int]]) -> None:
        self._passages = sorted(passages)
        self._starts = [start for start, _, _ in self._passages]
        # The farthest end so far: going back from a place, it tells when nothing can reach it any more.
        self._reach = list(accumulate((end for _, end, _ in self._passages), max))
        merged = _merged(self._passages)
        self.spans = tuple((start, end) for start, end, _ in merged)
        # How many events cite each of the spans.
        self.counts = tuple(len(numbers) for *_, numbers in merged)

    def touching(self, start: int, end: int) -> list[int]:
        """The numbers of the events that cite any character from start to end, in time order."""
        found: set[int] = set()
        place = bisect_left(self._starts, end) - 1
        while place >= 0 and self._reach[place] > start:
            if self._passages[place][1] > start:
                found.add(self._passages[place][2])
            place -= 1
        return sorted(found)


def _merged(passages: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, set[int]]]:
    """Rising, disjoint spans that cover the passages, each with the events that cite it."""
    merged: list[tuple[int, int, set[int]]] = []
    for start, end, number in passages:
        if merged and start <= merged[-1][1]:
            first, last, numbers = merged[-1]
            numbers.add(number)
            merged[-1] = (first, max(last, end), numbers)
        else:
            merged.append((start, end, {number}))
    return merged
