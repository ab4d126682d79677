"""An event as plain text for people: what happened, who says so, and the passage in its paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.dates import compare, describe
from explorer.formats.cells import wrap
from explorer.formats.passage_text import passage_text
from explorer.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.dates import Agreement, EdtfDate
    from explorer.model import Citation, Document, Event, StatedDate
    from explorer.store import Store

_INDENT = "  "
_LABEL = 9
_WIDEST = 100

_AGREEMENTS: dict[Agreement, str] = {
    "same": "the same as the event's",
    "refines": "agrees with the event's, at another precision",
    "overlaps": "overlaps with the event's only in part",
    "conflicts": "conflicts with the event's",
}


def event_text(store: Store, number: int, *, width: int | None, styled: bool = False) -> str:
    """The event in lines of at most `width` cells, and of no more than are good to read.

    Without a width lines are not broken.  A passage stands between » and «; `styled` makes it bold as well.
    """
    width = None if width is None else min(width, _WIDEST)
    event = store.events[number]
    blocks = [_head(store, number, width)]
    if event.summary:
        blocks.append(wrap(printable(event.summary), width))
    for place, (citation, passage) in enumerate(zip(event.sources, store.passages(number), strict=True), 1):
        document = store.dataset.documents[citation.document]
        title = f"Source {place} of {len(event.sources)}: {passage.verdict}"
        lines = (_labelled(*fact, width) for fact in _facts(citation, document, event))
        blocks.append("\n".join((title, wrap(printable(document.title), width, _INDENT), *lines)))
        blocks.append(passage_text(citation, passage, document, width=width, styled=styled))
    if not event.sources:
        blocks.append("No source is cited.")
    return "\n\n".join(blocks) + "\n"


def _head(store: Store, number: int, width: int | None) -> str:
    event, dataset = store.events[number], store.dataset
    countries = ", ".join(dataset.countries[id_].name for id_ in event.countries)
    tone = f"tone {store.tone(number):+}"
    facts = [_dated(event.date), countries, dataset.types[event.type].label, tone]
    if event.tags:
        facts.append(f"tags: {', '.join(event.tags)}")
    origin = [event.id, f"{event.place.file}:{event.place.line}"]
    lines = (event.title, " · ".join(facts), _stated(event.date_stated), " · ".join(origin))
    return "\n".join(wrap(printable(line), width) for line in lines if line)


def _facts(citation: Citation, document: Document, event: Event) -> Iterator[tuple[str, str]]:
    """What is known of a source, each as (label, text)."""
    date = describe(document.date) if document.date else ""
    by = ", ".join(filter(None, (document.author, document.publisher, date)))
    facts = {
        "by": by,
        "voice": citation.voice,
        "stance": document.stance,
        "repeats": ", ".join(document.derived_from),
        "text": document.form,
        "date": _agreement(citation.date, event.date) if citation.date else "",
        # Without a label it continues the line of the date.
        "": _stated(citation.date_stated),
        "note": citation.note,
        "url": document.url,
    }
    return ((label, text) for label, text in facts.items() if text)


def _agreement(stated: EdtfDate, best: EdtfDate) -> str:
    return f"{_dated(stated)}: {_AGREEMENTS[compare(stated, best)]}"


def _dated(date: EdtfDate) -> str:
    read = describe(date)
    return read if read == date.text else f"{read} ({date.text})"


def _stated(stated: StatedDate | None) -> str:
    return f"stated as {stated.text} ({stated.calendar})" if stated else ""


def _labelled(label: str, text: str, width: int | None) -> str:
    hanging = " " * (len(_INDENT) + _LABEL)
    return f"{_INDENT}{label:<{_LABEL}}" + wrap(printable(text), width, hanging)[len(hanging) :]
