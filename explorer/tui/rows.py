"""What the panes are given to draw, one record for each row or header."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from explorer.records import dataclass

if TYPE_CHECKING:
    from explorer.evidence import Comparison, Pair, Passage
    from explorer.model import Citation, Country, Document, Event, EventType


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A country as the pane shows it: `counts` are its events by stretch of the time axis."""

    country: Country
    count: int
    counts: tuple[int, ...]
    chosen: bool


class Cited(NamedTuple):
    """An event and one of its sources: all that the source pane tells about.

    `citation` counts from 0 and is None where the event cites nothing; `repeats` are the titles of the
    documents that this one only repeats.
    """

    event: Event
    type: EventType
    tone: int
    countries: tuple[str, ...]
    citation: int | None = None
    source: Citation | None = None
    document: Document | None = None
    passage: Passage | None = None
    repeats: tuple[str, ...] = ()


class Said(NamedTuple):
    """One source of an event, and what it says on when that was."""

    cited: Cited
    comparison: Comparison


class Disagreement(NamedTuple):
    """An event with what each of its sources says, and how any two of them agree."""

    event: Event
    said: tuple[Said, ...]
    pairs: tuple[Pair, ...]
