"""Events and the sources they cite: from YAML to records."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING

from explorer.loading.fields import Fields
from explorer.loading.nodes import Mapping
from explorer.loading.schema import CITATION
from explorer.loading.stated_dates import read_stated_date
from explorer.model import Citation, Event

if TYPE_CHECKING:
    from explorer.loading.collected import Collected
    from explorer.loading.nodes import Node

LOST_COUNTRY = "the event stays without it"
LOST_TYPE = 'the event is read as "other"'
LOST_DOCUMENT = "this source is left out"


def read_event(fields: Fields, collected: Collected) -> Event | None:
    """An event; None, with an error reported, where it has no usable id, date, countries, type or title.

    Its ids are not resolved yet.
    """
    id_, date = fields.identifier(), fields.date("date", required=True)
    countries = [
        collected.refer("country", country, fields, LOST_COUNTRY)
        for country in fields.words("countries", required=True)
    ]
    type_ = fields.scalar("type", required=True)
    title = fields.text("title", required=True)
    date_stated = read_stated_date(fields, date, id_)
    tone, summary = fields.tone(), fields.text("summary")
    tags = tuple(intern(tag.value) for tag in fields.words("tags"))
    type_id = collected.refer("type", type_, fields, LOST_TYPE) if type_ else ""
    sources = _citations(fields, id_, collected)
    if id_ is None or date is None or not countries or not type_id or not title:
        return None
    return Event(
        id=id_,
        date=date,
        date_stated=date_stated,
        countries=tuple(countries),
        type=type_id,
        tone=tone,
        title=title,
        summary=summary,
        tags=tags,
        sources=sources,
        place=fields.place,
    )


def _citations(fields: Fields, event: str | None, collected: Collected) -> tuple[Citation, ...]:
    if not fields.has("sources"):
        hint = "Cite a document and the words in it that say so."
        fields.file.log.warning(
            fields.place, "unsourced", f"{fields.name} cites no source", hint, fields.event
        )
        return ()
    read = (_citation(item, fields, event, collected) for item in fields.items("sources"))
    return tuple(citation for citation in read if citation is not None)


def _citation(item: Node, owner: Fields, event: str | None, collected: Collected) -> Citation | None:
    """A citation; None, with an error reported, where it has no usable document or quote."""
    if not isinstance(item, Mapping):
        owner.error(
            item, "wrong-type", "a source must be a mapping; it is left out", "Write document: and quote:."
        )
        return None
    fields = Fields(item, CITATION, owner.file, event)
    document, quote = fields.scalar("document", required=True), fields.quote()
    date = fields.date("date")
    citation = Citation(
        document=collected.refer("document", document, fields, LOST_DOCUMENT) if document else "",
        quote=quote,
        prefix=fields.text("prefix"),
        suffix=fields.text("suffix"),
        date=date,
        date_stated=read_stated_date(fields, date, event),
        voice=fields.text("voice"),
        note=fields.text("note"),
        place=fields.place_of("quote"),
    )
    return citation if document and quote else None
