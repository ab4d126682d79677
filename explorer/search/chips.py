"""The filters that are set, one by one: what each asks for, and what is left without it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from explorer.records import dataclass
from explorer.search.wording import are_words, in_words, is_time, parts_of, written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explorer.search.filters import Filters
    from explorer.search.query import Query


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter in words, and the filters without it."""

    text: str
    without: Filters


def chips(filters: Filters, names: Mapping[str, str]) -> tuple[Chip, ...]:
    """A chip for each chosen country, then for each part of the query; `names` are the countries' by id.

    A query that cannot be meant is one chip.
    """
    countries = [Chip(names.get(id_, id_), filters.toggled(id_)) for id_ in filters.countries]
    query = filters.query
    if not query.text.strip():
        return tuple(countries)
    parts = parts_of(query)
    if query.errors or not parts:
        return (*countries, Chip(f"‘{query.text.strip()}’", filters.matching("")))
    texts = [written(part, query) for part in parts]
    rests = [" ".join(texts[:place] + texts[place + 1 :]) for place in range(len(texts))]
    return (
        *countries,
        *(
            Chip(in_words(part, query), replace(filters, query=filters.matching(rest).query))
            for part, rest in zip(parts, rests, strict=True)
        ),
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
