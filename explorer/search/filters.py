"""The filters that are set: chosen countries and a query, which together make a selection of the store."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from explorer.records import dataclass
from explorer.search.evaluate import Result, run
from explorer.search.query import NOTHING_ASKED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from explorer.search.query import Query
    from explorer.store import Selection, Store


@dataclass(frozen=True, slots=True)
class Filters:
    """What the person has asked for.  Every change gives new filters; the old ones stay as they were.

    Events must involve all the chosen countries (their ids, in the order of choosing) and match the query.
    """

    countries: tuple[str, ...] = ()
    query: Query = NOTHING_ASKED

    def toggled(self, country: str) -> Filters:
        """With the country chosen too, or not any more."""
        if country in self.countries:
            return replace(self, countries=tuple(id_ for id_ in self.countries if id_ != country))
        return replace(self, countries=(*self.countries, country))

    def only(self, country: str) -> Filters:
        """With this country alone; where it is alone already, with none."""
        return replace(self, countries=() if self.countries == (country,) else (country,))

    def matching(self, text: str) -> Filters:
        """With another query."""
        from explorer.search.parser import parse

        return replace(self, query=parse(text))

    def within_countries(self, store: Store) -> Selection:
        """The events of the chosen countries, whatever the query."""
        selection = store.everything
        for country in self.countries:
            selection &= store.involving(country)
        return selection

    def run(self, store: Store, *, suggest: bool = True) -> Result:
        """The events that pass; `Result.selection` is None where the query cannot be meant."""
        return run(store, self.query, self.within_countries(store), suggest=suggest)

    def describe(self, names: Mapping[str, str]) -> str:
        """In words: "Cuba and China, 1960–1964, matching ‘visit’, disputed only".

        `names` gives the countries' names by id.
        """
        from explorer.search.chips import query_in_words

        parts = [_joined([names.get(id_, id_) for id_ in self.countries])] if self.countries else []
        return ", ".join([*parts, *query_in_words(self.query)]) or "all events"


def _joined(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
