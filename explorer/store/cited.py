"""Where a document is cited: the spans of all its verified passages, and the events that cite them."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
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
        self.spans = _merged(self._passages)

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """How many events cite each of the spans."""
        return tuple(len(self.touching(start, end)) for start, end in self.spans)

    def touching(self, start: int, end: int) -> list[int]:
        """The numbers of the events that cite any character from start to end, in time order."""
        found: set[int] = set()
        place = bisect_left(self._starts, end) - 1
        while place >= 0 and self._reach[place] > start:
            if self._passages[place][1] > start:
                found.add(self._passages[place][2])
            place -= 1
        return sorted(found)


def _merged(passages: Iterable[tuple[int, int, int]]) -> tuple[tuple[int, int], ...]:
    """Rising, disjoint spans that cover the passages."""
    spans: list[tuple[int, int]] = []
    for start, end, _ in passages:
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return tuple(spans)
