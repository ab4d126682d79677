"""What the panes are given to draw: answers of the store, put as rows and lines.  No widget is known here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.dates import year_of
from explorer.search import marks
from explorer.tui.actions import OWN_KEYS, action, shown_keys
from explorer.tui.drawing import plural
from explorer.tui.period_names import year_name
from explorer.tui.rows import Cited, CountryRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from explorer.config import Keymap
    from explorer.search import Query, Result
    from explorer.search.filters import Filters
    from explorer.store import Selection, Store
    from explorer.tui.country_lanes import Lane
    from explorer.tui.dataset_reader import Changed
    from explorer.tui.rows import Disagreement

SPARK_BARS = 6


def country_rows(store: Store, selection: Selection, filters: Filters) -> list[CountryRow]:
    """Every country, with what the selection holds of it."""
    counts = selection.counts_by_country()
    bounds = store.axis.buckets(SPARK_BARS)
    nothing = (0,) * (len(bounds) - 1)
    return [
        CountryRow(
            country,
            counts[id_],
            # Most searches find nothing of most countries.
            tuple((selection & store.involving(id_)).counts_between(bounds)) if counts[id_] else nothing,
            id_ in filters.countries,
        )
        for id_, country in store.dataset.countries.items()
    ]


def country_lanes(selection: Selection, chosen: Sequence[str]) -> list[Lane]:
    """The countries that the events involve: the chosen ones first, then those of most events."""
    from explorer.tui.country_lanes import Lane

    countries, counts = selection.store.dataset.countries, selection.counts_by_country()
    others = sorted((id_ for id_, count in counts.items() if count), key=lambda id_: -counts[id_])
    ids = [id_ for id_ in dict.fromkeys((*chosen, *others)) if id_ in countries]
    return [Lane(countries[id_], id_ in chosen) for id_ in ids]


def density(store: Store, selection: Selection, room: Callable[[str], int]) -> tuple[list[int], str]:
    """How many events of the selection fall into each stretch of time, and the years in all.

    `room` tells how many stretches can be shown beside the years.
    """
    span = store.axis.span
    years = " ─── ".join(map(year_name, map(year_of, span))) if span else ""
    return selection.counts_between(store.axis.buckets(room(years))), years


def advice(store: Store, filters: Filters, result: Result, keymap: Keymap = OWN_KEYS) -> list[str]:
    """What to do about an empty result; nothing where there are events or the query cannot be meant."""
    if result.selection is None or len(result.selection):
        return []
    if not store.events:
        problems = [f" {_key('problems', keymap)} lists its problems."] if store.problems else []
        return ["", " This dataset has no events.", *problems]
    names = {id_: country.name for id_, country in store.dataset.countries.items()}
    lines = ["", f" No event: {filters.describe(names)}.", ""]
    for place, suggestion in enumerate(result.suggestions):
        found = f"{suggestion.text}  ({suggestion.count:,})"
        take = f"  {_key('search.accept', keymap)}, in the search line, takes it."
        lines.append(f" Try: {found}{'' if place else take}")
    if filters.query.text:
        lines.append(f" {_key('back', keymap)}, in the timeline, drops the search.")
    if filters.countries:
        lines.append(f" {_key('search.clear', keymap)} drops the search and the countries.")
    return lines


def _key(id_: str, keymap: Keymap) -> str:
    """The first key of an action; where it has none, how else to come to it."""
    return next(iter(shown_keys(action(id_), keymap)), f"“{action(id_).help}” in the palette")


def first_citation(store: Store, number: int, query: Query) -> int:
    """The first citation of an event whose quote the search marks, else its first."""
    quotes = [source.quote for source in store.events[number].sources]
    return next((place for place, quote in enumerate(quotes) if marks(quote, query)), 0)


def cited(store: Store, number: int, citation: int) -> Cited:
    """An event with one of its citations, which count round and round."""
    event, dataset = store.events[number], store.dataset
    kind, tone = dataset.types[event.type], store.tone(number)
    names = tuple(dataset.countries[id_].name for id_ in event.countries)
    if not event.sources:
        return Cited(event, kind, tone, names)
    place = citation % len(event.sources)
    source = event.sources[place]
    document = dataset.documents[source.document]
    titles = store.documents.titles
    repeats = tuple(titles[id_] for id_ in document.derived_from if id_ in titles)
    return Cited(event, kind, tone, names, place, source, document, store.passages(number)[place], repeats)


def disagreement(store: Store, number: int) -> Disagreement:
    """What the sources of an event say on when it was, compared."""
    from explorer.evidence import agreements, comparisons
    from explorer.tui.rows import Disagreement, Said

    compared = comparisons(store.events[number], store.passages(number), store.evidence.documents)
    said = tuple(Said(cited(store, number, each.citation), each) for each in compared)
    return Disagreement(store.events[number], said, agreements(compared))


def citation_at(store: Store, number: int, document: str, start: int, end: int) -> int:
    """Which of an event's citations is of a passage with some of these characters (offsets), from 0."""
    cited_by = zip(store.events[number].sources, store.passages(number), strict=True)
    for place, (source, passage) in enumerate(cited_by):
        here = source.document == document and passage.start is not None and passage.end is not None
        if here and (passage.start or 0) < end and (passage.end or 0) > start:
            return place
    return 0


def told_of(changed: Changed, key: str, *, was_lost: bool) -> str:
    """What is worth saying of a dataset that has changed; the key, as it is shown, lists the problems."""
    if changed.found:
        solved = f", {changed.solved:,} solved" if changed.solved else ""
        them = "it" if changed.found == 1 else "them"
        return f"{plural(changed.found, 'new problem')}{solved}; {key} lists {them}."
    if changed.solved:
        left = len(changed.store.problems)
        return f"{plural(changed.solved, 'problem')} solved, {f'{left:,}' if left else 'none'} left."
    return "The dataset can be read again." if was_lost else ""
