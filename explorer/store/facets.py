"""Facets: for each country, type, document, tag, tone, flag and span, the set of events that have it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal, get_args

from pyroaring import FrozenBitMap

from explorer.snapshot import Numbers, Texts
from explorer.utf8 import decoded, encoded

if TYPE_CHECKING:
    from explorer.snapshot import Container

Flag = Literal["disputed", "approximate", "uncertain", "unsourced", "single-source", "problem"]
FLAGS: tuple[Flag, ...] = get_args(Flag)

# Dates that are intervals with a known beginning and a known end are of this span.
CLOSED = "closed"
# Dates that tell of their beginning no more than the year are of this one.
MONTH_UNKNOWN = "month-unknown"

FACETS = ("countries", "types", "documents", "tags", "tones", "flags", "spans")


class Facet(Mapping[str, FrozenBitMap]):
    """The set of event numbers of each key, by key; a set is read when it is asked for.

    Sections: facet.NAME.keys, sorted, facet.NAME.sets, and facet.NAME.counts, how many events each set has.
    """

    def __init__(self, container: Container, name: str) -> None:
        self._keys = Texts(container, f"facet.{name}.keys")
        self._sets = Texts(container, f"facet.{name}.sets")
        self._counts = Numbers(container, f"facet.{name}.counts", "I")
        self._read: dict[str, FrozenBitMap] = {}

    def __getitem__(self, key: str) -> FrozenBitMap:
        if key not in self._read:
            self._read[key] = FrozenBitMap.deserialize(self._sets[self._place(key)])
        return self._read[key]

    def count(self, key: str) -> int:
        """How many events have a key, without reading which; raises KeyError where there is no such key."""
        return self._counts[self._place(key)]

    def _place(self, key: str) -> int:
        place = self._keys.find(encoded(key))
        if place is None:
            raise KeyError(key)
        return place

    def __iter__(self) -> Iterator[str]:
        return (decoded(key) for key in self._keys.all())

    def __len__(self) -> int:
        return len(self._keys)


class Facets:
    """The sets of event numbers behind every filter but time and words."""

    def __init__(self, container: Container) -> None:
        self.countries = Facet(container, "countries")
        self.types = Facet(container, "types")
        self.documents = Facet(container, "documents")
        self.tags = Facet(container, "tags")
        self.tones = Facet(container, "tones")
        self.flags = Facet(container, "flags")
        self.spans = Facet(container, "spans")
