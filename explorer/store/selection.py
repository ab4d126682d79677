"""A selection: an ordered, immutable view of some events of a store."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pyroaring import FrozenBitMap

    from explorer.store.facets import Facet
    from explorer.store.periods import Zoom
    from explorer.store.store import Store

# From so many numbers on, most stand as bits in which a rank counts all those before; so many are half a MB.
_WORTH_A_COPY, _MOST_COPIED = 1 << 13, 1 << 17


class Selection:
    """Some of a store's events, in time order.

    An event number is the event's place in the whole store; a position is its place in this selection.
    Selections of one store combine with `&`, `|` and `-`.
    """

    __slots__ = ("_by_period", "bits", "store")

    def __init__(self, store: Store, bits: FrozenBitMap) -> None:
        self.store = store
        self.bits = bits
        self._by_period: dict[Zoom, tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self.bits)

    def __iter__(self) -> Iterator[int]:
        return iter(self.bits)

    def __contains__(self, number: int) -> bool:
        return number in self.bits

    def __getitem__(self, position: int) -> int:
        """The number of the event at a position (from 0); raises IndexError outside the selection."""
        return self.bits[position]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Selection) and self.store is other.store and self.bits == other.bits

    def __hash__(self) -> int:
        return hash((id(self.store), self.bits))

    def __and__(self, other: Selection) -> Selection:
        return Selection(self.store, self.bits & other.bits)

    def __or__(self, other: Selection) -> Selection:
        return Selection(self.store, self.bits | other.bits)

    def __sub__(self, other: Selection) -> Selection:
        return Selection(self.store, self.bits - other.bits)

    def index(self, number: int) -> int | None:
        """The position of an event, or None where the selection does not hold it."""
        return self.bits.rank(number) - 1 if number in self.bits else None

    def nearest(self, number: int) -> int | None:
        """The position of the event, else of the next in time, else of the last; None if there is none."""
        if not self.bits:
            return None
        before = self.bits.rank(number) - (number in self.bits)
        return min(before, len(self.bits) - 1)

    def counts_by_country(self) -> dict[str, int]:
        """How many of these events involve each country, in the dataset's order; zeros included."""
        return self._counts(self.store.dataset.countries, self.store.facets.countries)

    def counts_by_type(self) -> dict[str, int]:
        """How many of these events are of each type, in the dataset's order; zeros included."""
        return self._counts(self.store.dataset.types, self.store.facets.types)

    def counts_between(self, bounds: Sequence[int]) -> list[int]:
        """How many of these events lie between each two neighbours of `bounds` (rising event numbers).

        Returns len(bounds) - 1 counts; each span takes its lower bound in and leaves its upper one out.
        """
        if _WORTH_A_COPY <= len(self) <= _MOST_COPIED:
            below: Iterable[int] = _below(self.bits.to_array(), bounds)
        else:
            rank = self.bits.rank
            below = [rank(bound - 1) if bound > 0 else 0 for bound in bounds]
        return [above - under for under, above in pairwise(below)]

    def counts_by_period(self, zoom: Zoom) -> tuple[int, ...]:
        """How many of these events begin in each period of the store's time axis; zeros included."""
        if zoom not in self._by_period:
            self._by_period[zoom] = tuple(self.counts_between(self.store.axis.period_bounds(zoom)))
        return self._by_period[zoom]

    def counts_by_year(self) -> dict[int | None, int]:
        """How many of these events begin in each year; None is "no known beginning"; zeros left out."""
        counts: dict[int | None, int] = {}
        for period, count in zip(self.store.axis.periods("year"), self.counts_by_period("year"), strict=True):
            if count:
                counts[period.key] = counts.get(period.key, 0) + count
        return counts

    def _counts(self, keys: Iterable[str], facet: Facet) -> dict[str, int]:
        if len(self.bits) == len(self.store.events):
            return {key: facet.count(key) for key in keys}
        return {key: self.bits.intersection_cardinality(facet[key]) for key in keys}


def _below(numbers: Sequence[int], bounds: Iterable[int]) -> Iterator[int]:
    """How many of some rising numbers lie below each of some rising bounds."""
    found = before = 0
    for bound in bounds:
        # No more numbers than these can lie between two bounds.
        found = bisect_left(numbers, bound, found, min(len(numbers), found + bound - before))
        yield found
        before = bound
