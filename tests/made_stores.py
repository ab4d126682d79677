"""Stores of datasets that a test makes itself."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from explorer.building import sections_of
from explorer.dates import parse
from explorer.event_types import BUILT_IN_TYPES
from explorer.evidence import verify
from explorer.model import Country, Dataset, Event, Place
from explorer.opening.cache import temporary_snapshot
from explorer.store import Store

HERE = Place("made.yaml", 1, 1)


def store_of(dataset: Dataset) -> Store:
    """A store of a dataset, without a file of it."""
    return Store(temporary_snapshot(sections_of(dataset, verify(dataset))))


def store_of_dates(dates: Iterable[str]) -> Store:
    """A store of events with these dates, and nothing else to tell them apart."""
    events = tuple(
        Event(
            id=f"event-{place}",
            date=parse(date),
            countries=("CUB",),
            type="visit",
            title=f"Event {place}",
            place=HERE,
        )
        for place, date in enumerate(dates)
    )
    return store_of(
        Dataset(
            path=Path("made.yaml"),
            title="Made",
            countries={"CUB": Country(id="CUB", name="Cuba", place=HERE)},
            documents={},
            types=BUILT_IN_TYPES,
            events=events,
            problems=(),
        )
    )
