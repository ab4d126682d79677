"""The marks of an event in the timeline: what to know before trusting it, in a sign and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explorer.evidence import Standing


class EventMark(NamedTuple):
    """A sign of at most two cells, and what it means."""

    sign: str
    meaning: str


# The mark of an event by how it stands with its sources.
EVENT_MARKS: Mapping[Standing, EventMark] = {
    "unsourced": EventMark("∅", "no source is cited"),
    "not-found": EventMark("!", "a quote is not in its document as it is cited"),
    "conflicts": EventMark("⚡", "sources disagree on the date"),
    "refines": EventMark("≈", "one source is more exact about the date than another"),
    "overlaps": EventMark("~", "the dates that the sources give overlap only in part"),
    "sound": EventMark("", ""),
}
