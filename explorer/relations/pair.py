"""A pair of countries: the events that both have a part in, and what these did to the relation."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from explorer.records import dataclass
from explorer.relations.status import Status, statuses

if TYPE_CHECKING:
    from pyroaring import FrozenBitMap

    from explorer.model import Country
    from explorer.store import Selection, Store

TONES = range(-5, 6)


class Pair:
    """Two countries of a store, given by their ids; raises KeyError where the dataset has no such country."""

    def __init__(self, store: Store, first: str, second: str) -> None:
        self.store = store
        known = store.dataset.countries
        self.countries: tuple[Country, Country] = (known[first], known[second])
        self.shared: Selection = store.involving(first) & store.involving(second)

    @property
    def name(self) -> str:
        """`Cuba and China`."""
        return " and ".join(country.name for country in self.countries)

    @cached_property
    def tones(self) -> Tones:
        """How many shared events there are of each tone."""
        return tones_of(self.shared)

    @cached_property
    def statuses(self) -> tuple[Status, ...]:
        """How the relations stood, in time order."""
        return statuses(self)

    def of_tone(self, tone: int) -> Selection:
        """The shared events of one tone (-5 to +5)."""
        return self.shared & self.store.with_tone(tone, tone)


@dataclass(frozen=True, slots=True)
class Tones:
    """How many events there are, and the sum of their tones; false without any."""

    count: int
    total: int

    def __bool__(self) -> bool:
        return bool(self.count)

    @property
    def mean(self) -> float | None:
        """The mean tone, from -5 to +5; None without events."""
        return self.total / self.count if self.count else None


def tones_of(selection: Selection) -> Tones:
    """The tones of a selection, counted by sets: no event is looked at."""
    store = selection.store
    sets: dict[str, FrozenBitMap] = dict(store.facets.tones)
    total = sum(int(tone) * selection.bits.intersection_cardinality(bits) for tone, bits in sets.items())
    return Tones(len(selection), total)


def shown_mean(mean: float | None) -> str:
    """A mean tone with its sign and one decimal: `+1.6`, `-0.4`, `0.0`; "" for None."""
    if mean is None:
        return ""
    rounded = round(mean, 1)
    return f"{rounded:+.1f}" if rounded else "0.0"
