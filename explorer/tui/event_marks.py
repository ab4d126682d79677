"""The marks of an event in the timeline: what to know before trusting it, in a sign and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from explorer.evidence import agreement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.evidence import Passage
    from explorer.model import Event


class EventMark(NamedTuple):
    """A sign of at most two cells, and what it means."""

    sign: str
    meaning: str


NO_SOURCE = EventMark("∅", "no source is cited")
NOT_FOUND = EventMark("!", "a quote is not in its document as it is cited")
DISPUTED = EventMark("⚡", "sources disagree on the date")
REFINED = EventMark("≈", "one source is more exact about the date than another")
OVERLAPPING = EventMark("~", "the dates that the sources give overlap only in part")
UNMARKED = EventMark("", "")

EVENT_MARKS = (NO_SOURCE, NOT_FOUND, DISPUTED, REFINED, OVERLAPPING)


def event_marks(event: Event, passages: Sequence[Passage]) -> EventMark:
    """The gravest of the marks that hold for an event."""
    if not event.sources:
        return NO_SOURCE
    if any(passage.start is None or passage.verdict == "changed" for passage in passages):
        return NOT_FOUND
    return {"conflicts": DISPUTED, "refines": REFINED, "overlaps": OVERLAPPING}.get(
        agreement(event) or "", UNMARKED
    )
