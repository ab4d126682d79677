"""Spans of a text as (start, end): made disjoint, and cut to a stretch of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Span = tuple[int, int]


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans whose starts rise as disjoint ones: where two overlap, they become one."""
    found: list[Span] = []
    for start, end in spans:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def clip(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """The parts of rising, disjoint spans that lie between start and end."""
    # The first that ends behind the start: as they are disjoint, their ends rise, too.
    place = bisect_right(spans, start, key=_end)
    beyond = bisect_left(spans, end, lo=place, key=_start)
    return [(max(a, start), min(b, end)) for a, b in spans[place:beyond]]


def _start(span: Span) -> int:
    return span[0]


def _end(span: Span) -> int:
    return span[1]
