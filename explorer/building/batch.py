"""A batch: what a snapshot is told of some events, made without knowing the other events.

Within a batch events are numbered as they come; the numbers of the snapshot are known when all batches are.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import field
from typing import TYPE_CHECKING, NamedTuple

from explorer.building.joined import NO_TEXTS, Joined
from explorer.building.phrases import phrases_of
from explorer.dates import sort_key
from explorer.dates.beginning import begins_in_unknown_month
from explorer.evidence import agreement, standing_of, witnesses
from explorer.records import dataclass
from explorer.store.event_codec import encode_event
from explorer.store.facets import CLOSED, FACETS, MONTH_UNKNOWN
from explorer.store.time_axis import day_bounds
from explorer.utf8 import encoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from explorer.dates import Agreement
    from explorer.dates.order import SortKey
    from explorer.evidence import Passage
    from explorer.model import Document, Event, EventType
    from explorer.problems import Problem


class Postings(NamedTuple):
    """For each of some keys the numbers of events: `counts` tells how many of `numbers` are of which key."""

    keys: list[bytes]
    counts: array[int]
    numbers: array[int]


@dataclass(slots=True)
class Batch:
    """Some events as a snapshot keeps them, in the order in which they were read.

    `cited` has, by document, four numbers for each passage that was found: start, end, event, and whether it
    was found as quoted.
    """

    keys: list[SortKey] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    days: list[tuple[int, int]] = field(default_factory=list)
    rows: Joined = NO_TEXTS
    phrases: Joined = NO_TEXTS
    facets: dict[str, Postings] = field(default_factory=dict)
    cited: dict[str, array[int]] = field(default_factory=dict)
    problems: Sequence[Problem] = ()


class Known(NamedTuple):
    """What the events of a batch refer to.

    `names` has the folded words of the names of each country, `labels` those of each type's label.
    """

    types: Mapping[str, EventType]
    documents: Mapping[str, Document]
    names: Mapping[str, bytes]
    labels: Mapping[str, bytes]
    files: Mapping[str, int]


def batch_of(
    events: Sequence[Event],
    passages: Sequence[Sequence[Passage]],
    known: Known,
    problems: Sequence[Problem] = (),
) -> Batch:
    """Make a batch of events and the passages of their citations."""
    agreements = [agreement(event) for event in events]
    return Batch(
        keys=[sort_key(event.date) for event in events],
        ids=[event.id for event in events],
        files=[event.place.file for event in events],
        days=[day_bounds(event.date) for event in events],
        rows=Joined.of(
            encode_event(event, found, standing_of(found, agreed), known.files)
            for event, found, agreed in zip(events, passages, agreements, strict=True)
        ),
        phrases=Joined.of(phrases_of(event, known.names, known.labels) for event in events),
        facets=_facets(events, agreements, known),
        cited=_cited(events, passages),
        problems=problems,
    )


def packed(gathered: Mapping[bytes, list[int]]) -> Postings:
    """Numbers by key, in two long arrays: so they are sent fast from one process to another."""
    numbers = array("I")
    for found in gathered.values():
        numbers.extend(found)
    return Postings([*gathered], array("I", map(len, gathered.values())), numbers)


def _facets(
    events: Sequence[Event], agreements: Sequence[Agreement | None], known: Known
) -> dict[str, Postings]:
    """The events that have each key of each facet."""
    gathered = {name: defaultdict[str, list[int]](list) for name in FACETS}
    countries, types, documents, tags, tones, flags, spans = gathered.values()
    for number, event in enumerate(events):
        for country in event.countries:
            countries[country].append(number)
        types[event.type].append(number)
        for document in {source.document for source in event.sources}:
            documents[document].append(number)
        for tag in event.tags:
            tags[tag].append(number)
        tones[str(known.types[event.type].tone_of(event))].append(number)
        for flag in _flags(event, agreements[number], known):
            flags[flag].append(number)
        if "/" in event.date.text and event.date.earliest is not None and event.date.latest is not None:
            spans[CLOSED].append(number)
        if begins_in_unknown_month(event.date):
            spans[MONTH_UNKNOWN].append(number)
    return {
        name: packed({encoded(key): found for key, found in numbers.items()})
        for name, numbers in gathered.items()
    }


def _flags(event: Event, agreed: Agreement | None, known: Known) -> Iterator[str]:
    if event.date.approximate:
        yield "approximate"
    if event.date.uncertain:
        yield "uncertain"
    if not event.sources:
        yield "unsourced"
    elif _has_one_witness(event, known.documents):
        yield "single-source"
    if agreed == "conflicts":
        yield "disputed"


def _has_one_witness(event: Event, documents: Mapping[str, Document]) -> bool:
    # Most documents are nobody else's voice.
    for source in event.sources:
        if documents[source.document].derived_from:
            return len(witnesses(event, documents)) == 1
    return len({(source.document, source.voice) for source in event.sources}) == 1


def _cited(events: Sequence[Event], passages: Sequence[Sequence[Passage]]) -> dict[str, array[int]]:
    """The (start, end, event, verified) of the passages that were found, by document."""
    cited = defaultdict[str, list[int]](list)
    for number, (event, found) in enumerate(zip(events, passages, strict=True)):
        for source, passage in zip(event.sources, found, strict=True):
            start, end = passage.start, passage.end
            if start is not None and end is not None:
                cited[source.document] += start, end, number, passage.is_verified
    return {document: array("I", rows) for document, rows in cited.items()}
