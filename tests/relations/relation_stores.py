"""Stores of a few events between two states, written in a line each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from made_stores import HERE, store_of

from explorer.dates import parse
from explorer.event_types import BUILT_IN_TYPES
from explorer.model import Citation, Country, CountryKind, Dataset, Document, Event, EventType
from explorer.relations import Pair
from explorer.store import Store

# A date, a type and, where it is not A and B alone, the countries: "1960-09-28 recognition A B C".
Line = str

OWN_TYPES = {
    "treaty": EventType(id="treaty", label="Treaty", plover="AGREE", tone=3),
    "embargo": EventType(id="embargo", label="Embargo", plover="SANCTION", tone=-5),
    "friendship": EventType(id="friendship", label="Friendship", plover="SUPPORT", tone=4),
}


def store_of_lines(
    lines: Iterable[Line],
    exists: Mapping[str, str] | None = None,
    kinds: Mapping[str, CountryKind] | None = None,
    said: Mapping[int, tuple[str, str]] | None = None,
) -> Store:
    """A store of countries A, B and C; `said` gives the dates of two sources of an event, by its line."""
    dates = {} if exists is None else exists
    countries = {
        id_: Country(
            id=id_,
            name=f"State {id_}",
            kind=(kinds or {}).get(id_, "state"),
            exists=parse(dates[id_]) if id_ in dates else None,
            place=HERE,
        )
        for id_ in "ABC"
    }
    return store_of(
        Dataset(
            path=Path("made.yaml"),
            title="Made",
            countries=countries,
            documents={"paper": Document(id="paper", title="A paper", text="So it was.", place=HERE)},
            types={**BUILT_IN_TYPES, **OWN_TYPES},
            events=tuple(
                _event(place, line, (said or {}).get(place, ())) for place, line in enumerate(lines)
            ),
            problems=(),
        )
    )


def _event(place: int, line: Line, said: Iterable[str]) -> Event:
    date, kind, *countries = line.split()
    return Event(
        id=f"event-{place}",
        date=parse(date),
        countries=tuple(countries or "AB"),
        type=kind,
        title=f"Event {place}",
        sources=tuple(
            Citation(document="paper", quote="So it was", date=parse(text), place=HERE) for text in said
        ),
        place=HERE,
    )


def pair_of(*lines: Line, **more: Mapping[str, str]) -> Pair:
    return Pair(store_of_lines(lines, **more), "A", "B")  # type: ignore[arg-type]


def told(pair: Pair) -> list[str]:
    """The statuses in short: `severed 1961-01-03`, `relations by 1962`."""
    return [
        " ".join(filter(None, (status.state, "by" if status.by else "", status.since and status.since.text)))
        for status in pair.statuses
    ]
