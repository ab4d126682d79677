"""Where somebody was in a dataset when the program ended."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from explorer.records import dataclass
from explorer.state.kind import Kind, expect, expect_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The state of the screen, by ids and texts that hold when the dataset has changed.

    `event` is the id of the event under the cursor, `query` what stands in the search line, `countries` the
    ids of those chosen, in the order of choosing; `pane` has the focus, `country` is the id under the cursor
    of the countries' pane; `zoom`, `order` and `view` are those of the timeline, "" for how it begins.
    """

    event: str | None = None
    query: str = ""
    countries: tuple[str, ...] = ()
    pane: str = "timeline"
    country: str | None = None
    zoom: str = ""
    order: str = ""
    view: str = ""


def _decode(written: Any) -> Session | None:
    fields = expect(written, dict)
    if not fields:
        return None
    return Session(
        event=expect(fields.get("event"), str, type(None)),
        query=expect(fields.get("query", ""), str),
        countries=expect_texts(fields.get("countries", [])),
        pane=expect(fields.get("pane", "timeline"), str),
        country=expect(fields.get("country"), str, type(None)),
        zoom=expect(fields.get("zoom", ""), str),
        order=expect(fields.get("order", ""), str),
        view=expect(fields.get("view", ""), str),
    )


SESSIONS: Kind[Session | None] = Kind(
    "sessions",
    "where you were",
    None,
    encode=lambda session: asdict(session) if session else {},
    decode=_decode,
    datasets=500,
)
