"""Countries by countries: for every two how many events they share, and the mean tone of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.relations.pair import Tones, tones_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.model import Country
    from explorer.store import Store


class RelationMatrix:
    """The matrix of some countries (ids; by default all, in the dataset's order).

    A cell is counted when it is looked at: however many countries there are, only those in sight cost
    anything.  Raises KeyError where the dataset has no such country.
    """

    def __init__(self, store: Store, countries: Iterable[str] | None = None) -> None:
        self.store = store
        known = store.dataset.countries
        self.countries: tuple[Country, ...] = tuple(
            known[id_] for id_ in (known if countries is None else countries)
        )
        self._cells: dict[tuple[int, int], Tones] = {}

    def __len__(self) -> int:
        return len(self.countries)

    def cell(self, row: int, column: int) -> Tones:
        """What two countries (places in `countries`, from 0) share; on the diagonal its own events."""
        key = (min(row, column), max(row, column))
        if key not in self._cells:
            first, second = (self.store.involving(self.countries[place].id) for place in key)
            self._cells[key] = tones_of(first & second)
        return self._cells[key]

    def most(self) -> int:
        """The most events that any cell beside the diagonal can have: those of the second busiest country."""
        totals = sorted(len(self.store.involving(country.id)) for country in self.countries)
        return totals[-2] if len(totals) > 1 else 0
