"""The filters that are set, one by one: what each asks for, and what is left without it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explorer.records import dataclass
from explorer.search.wording import are_words, in_words, is_time, parts_of, written

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from explorer.search.filters import Filters
    from explorer.search.query import Query


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter in words; `rest` gives the filters without it: what is only shown is not parsed again."""

    text: str
    rest: Callable[[], Filters]

    @property
    def without(self) -> Filters:
        """The filters without it."""
        return self.rest()


def chips(filters: Filters, names: Mapping[str, str]) -> tuple[Chip, ...]:
    """A chip for each chosen country, then for each part of the query; `names` are the countries' by id.

    A query that cannot be meant is one chip.
    """
    countries = [Chip(names.get(id_, id_), partial(filters.toggled, id_)) for id_ in filters.countries]
    query = filters.query
    if not query.text.strip():
        return tuple(countries)
    parts = parts_of(query)
    if query.errors or not parts:
        return (*countries, Chip(f"‘{query.text.strip()}’", partial(filters.matching, "")))

    def rest(place: int) -> Filters:
        texts = (written(part, query) for part in (*parts[:place], *parts[place + 1 :]))
        return filters.matching(" ".join(texts))

    return (
        *countries,
        *(Chip(in_words(part, query), partial(rest, place)) for place, part in enumerate(parts)),
    )


def query_in_words(query: Query) -> list[str]:
    """What a query asks for: when, which words, then whatever else, in its order.

    As `["1960–1964", "matching ‘visit’", "disputed only"]`.
    """
    parts = parts_of(query)
    if query.errors or not parts:
        return [f"matching ‘{query.text.strip()}’"] if query.text.strip() else []
    times = [in_words(part, query) for part in parts if is_time(part)]
    words = " ".join(written(part, query) for part in parts if are_words(part))
    others = [in_words(part, query) for part in parts if not is_time(part) and not are_words(part)]
    return [*times, *([f"matching ‘{words}’"] if words else []), *others]
