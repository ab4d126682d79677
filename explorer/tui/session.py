"""From what was remembered to what is shown at the start, and back."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING

from explorer.records import dataclass
from explorer.search.filters import Filters

if TYPE_CHECKING:
    from explorer.state import Session
    from explorer.store import Store
    from explorer.tui.actions import Where

PANES: tuple[Where, ...] = ("countries", "timeline", "source")


@dataclass(frozen=True, slots=True)
class Start:
    """What the screen begins with.

    `wanted` is the id of an event that somebody asked for by name, and is told of where it is missing;
    `event` is only where somebody was.
    """

    wanted: str | None = None
    event: str | None = None
    filters: Filters = field(default_factory=Filters)
    pane: str = "timeline"
    country: str | None = None
    zoom: str = ""
    order: str = ""
    view: str = ""


def start_from(session: Session | None, wanted: str | None = None) -> Start:
    """Where to begin.  An event that is asked for is shown whatever was searched for the last time."""
    if session is None or wanted is not None:
        return Start(wanted=wanted)
    filters = Filters(countries=session.countries)
    if session.query.strip():
        filters = filters.matching(session.query)
    pane = session.pane if session.pane in PANES else "timeline"
    return Start(
        event=session.event,
        filters=filters,
        pane=pane,
        country=session.country,
        zoom=session.zoom,
        order=session.order,
        view=session.view,
    )


def known_in(filters: Filters, store: Store) -> Filters:
    """The filters without countries that the dataset has no more."""
    there = tuple(id_ for id_ in filters.countries if id_ in store.dataset.countries)
    return filters if there == filters.countries else replace(filters, countries=there)
