"""Facets: for each country, type, document, tag, tone and flag, the set of events that have it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, TypeVar, get_args

from pyroaring import FrozenBitMap

from explorer.evidence import disputed
from explorer.evidence.witnesses import witnesses

if TYPE_CHECKING:
    from explorer.model import Dataset, Event
    from explorer.problems import Problem

Flag = Literal["disputed", "approximate", "uncertain", "unsourced", "single-source", "problem"]
FLAGS: tuple[Flag, ...] = get_args(Flag)

_Key = TypeVar("_Key", bound=Hashable)


class Facets:
    """The sets of event numbers behind every filter but time and words.

    Countries and types keep the dataset's order and are there even where no event has them.
    """

    def __init__(self, dataset: Dataset, events: Sequence[Event], problems: Iterable[Problem]) -> None:
        self.countries = _sets(events, lambda event: event.countries, dataset.countries)
        self.types = _sets(events, lambda event: (event.type,), dataset.types)
        self.documents = _sets(events, lambda event: (s.document for s in event.sources), dataset.documents)
        self.tags = _sets(events, lambda event: event.tags)
        self.tones = _sets(events, lambda event: (tone_of(event, dataset),))
        with_problem = {problem.event for problem in problems}
        self.flags = _sets(events, lambda event: _flags(event, dataset, event.id in with_problem), FLAGS)


def tone_of(event: Event, dataset: Dataset) -> int:
    """What the event did to the relation, from -5 to +5: its own tone, else its type's."""
    return dataset.types[event.type].tone if event.tone is None else event.tone


def _flags(event: Event, dataset: Dataset, with_problem: bool) -> Iterator[Flag]:
    if event.date.approximate:
        yield "approximate"
    if event.date.uncertain:
        yield "uncertain"
    if not event.sources:
        yield "unsourced"
    elif len(witnesses(event, dataset.documents)) == 1:
        yield "single-source"
    if disputed(event):
        yield "disputed"
    if with_problem:
        yield "problem"


def _sets(
    events: Sequence[Event], keys_of: Callable[[Event], Iterable[_Key]], known: Iterable[_Key] = ()
) -> dict[_Key, FrozenBitMap]:
    numbers: dict[_Key, list[int]] = {key: [] for key in known}
    for number, event in enumerate(events):
        for key in keys_of(event):
            numbers.setdefault(key, []).append(number)
    return {key: FrozenBitMap(found) for key, found in numbers.items()}
