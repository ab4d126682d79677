"""Where a document is cited: the spans of all its verified passages, and the events that cite them.

A snapshot has it ready, document by document.  Each passage that was found is four numbers (start, end,
event, whether it stands as quoted), sorted; beside it stands the farthest end of the verified ones so far.
The spans are what these cover, rising and disjoint, each with the number of events that cite it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Column: TypeAlias = "array[int]"


class Spans(NamedTuple):
    """Columns of spans: where each starts and ends, and how many events cite it."""

    starts: Column
    ends: Column
    counts: Column


class CitedPassages:
    """The passages of one document, found by their offsets; made of the columns that a snapshot has of it."""

    def __init__(self, rows: Column, reach: Column, spans: Spans) -> None:
        self._rows = rows
        self._reach = reach
        self._spans = spans

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The cited spans as (start, end), rising and disjoint."""
        return tuple(zip(self._spans.starts, self._spans.ends, strict=True))

    @property
    def counts(self) -> tuple[int, ...]:
        """How many events cite each of the spans."""
        return tuple(self._spans.counts)

    def is_cited(self, start: int, end: int) -> bool:
        """Whether any character from start to end is cited."""
        place = bisect_right(self._spans.ends, start)
        return place < len(self._spans.ends) and self._spans.starts[place] < end

    def most_citing(self, start: int, end: int) -> int:
        """How many events cite the span that begins from start to end; of several the most, of none 0."""
        first = bisect_left(self._spans.starts, start)
        return max(self._spans.counts[first : bisect_left(self._spans.starts, end, lo=first)], default=0)

    def touching(self, start: int, end: int) -> list[int]:
        """The numbers of the events that cite any character from start to end, in time order."""
        found: set[int] = set()
        place = bisect_left(range(len(self._reach)), end, key=lambda place: self._rows[4 * place]) - 1
        # Going back from a place, the farthest end so far tells when nothing can reach it any more.
        while place >= 0 and self._reach[place] > start:
            _, last, number, verified = self._rows[4 * place : 4 * place + 4]
            if verified and last > start:
                found.add(number)
            place -= 1
        return sorted(found)


def reach_of(rows: Column) -> Column:
    """The farthest end of the verified passages up to each one; of sorted rows of four numbers."""
    reach, farthest = array("I"), 0
    for end, verified in zip(rows[1::4], rows[3::4], strict=True):
        if verified and end > farthest:
            farthest = end
        reach.append(farthest)
    return reach


def spans_of(rows: Column) -> Spans:
    """The spans that the verified passages cover; of sorted rows of four numbers."""
    spans = Spans(array("I"), array("I"), array("I"))
    for start, end, numbers in _merged(rows):
        spans.starts.append(start)
        spans.ends.append(end)
        spans.counts.append(len(numbers))
    return spans


def _merged(rows: Column) -> Iterator[tuple[int, int, set[int]]]:
    """Rising, disjoint spans, each with the events that cite it."""
    first, last, numbers = 0, -1, set[int]()
    column = iter(rows)
    for start, end, number, verified in zip(column, column, column, column, strict=True):
        if not verified:
            continue
        if start <= last:
            last = max(last, end)
            numbers.add(number)
        else:
            if numbers:
                yield first, last, numbers
            first, last, numbers = start, end, {number}
    if numbers:
        yield first, last, numbers


NOTHING_CITED = CitedPassages(array("I"), array("I"), Spans(array("I"), array("I"), array("I")))
"""The passages of a document that nothing cites."""
