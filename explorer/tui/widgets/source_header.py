"""What stands above a document: the event, what this source is, and what it says of the date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from explorer.dates import describe
from explorer.printable import printable
from explorer.tui.drawing import fit

if TYPE_CHECKING:
    from explorer.evidence import Passage
    from explorer.model import Citation, Document, Event, EventType

FORM_NOTES = {
    "original": "",
    "transcript": "transcript",
    "translation": "translation",
    "digest": "digest, not the original wording",
}

VERDICT_NOTES = {
    "changed": "The document reads differently; nothing is highlighted.",
    "ambiguous": "The quote stands here more than once; nothing is highlighted.",
    "missing": "The quote is not in this document.",
}


@dataclass(frozen=True, slots=True)
class Cited:
    """An event and one of its sources: all that the header tells about.

    `citation` counts from 0 and is None where the event cites nothing.
    """

    event: Event
    type: EventType
    tone: int
    countries: tuple[str, ...]
    citation: int | None = None
    source: Citation | None = None
    document: Document | None = None
    passage: Passage | None = None


def pane_title(cited: Cited) -> str:
    """`Source 1/2 ── exact`."""
    if cited.passage is None or cited.citation is None:
        return "Source ── none cited"
    return f"Source {cited.citation + 1}/{len(cited.event.sources)} ── {cited.passage.verdict}"


def header(cited: Cited, width: int, height: int) -> Content:
    """The header in lines of `width` cells, for a pane of `height` rows.

    A low pane says whose document it is and what is wrong with the quote; a high one tells the event too.
    """
    lines: list[Content] = []
    if height >= 20 or cited.document is None:
        lines += _event_lines(cited, width)
        lines.append(Content(""))
    if cited.document is not None and cited.source is not None and cited.passage is not None:
        lines += _document_lines(cited.document, width, height)
        lines += _citation_lines(cited.source, cited.passage, width, height)
    return Content("\n").join(lines)


def _event_lines(cited: Cited, width: int) -> list[Content]:
    event = cited.event
    facts = (
        describe(event.date),
        cited.type.label,
        f"tone\u00a0{cited.tone:+d}" if cited.tone else "tone\u00a00",
    )
    return [
        *_lines(event.title, "bold", width, 2),
        *_lines(" · ".join(facts), "$secondary", width, 2),
        *_lines(", ".join(cited.countries), "$quiet", width, 1),
        *_lines(event.summary, "", width, 3),
    ]


def _document_lines(document: Document, width: int, height: int) -> list[Content]:
    byline = (
        document.author,
        document.publisher if document.publisher != document.author else "",
        describe(document.date) if document.date else "",
    )
    form = FORM_NOTES[document.form]
    return [
        *_lines(document.title, "$primary bold", width, 1),
        *_lines(" · ".join(filter(None, byline)), "$quiet", width, 1),
        *_lines(form and f"({form})", "$quiet italic", width, 1 if height >= 10 else 0),
        *_lines(document.stance, "$quiet", width, 2 if height >= 30 else 0),
    ]


def _citation_lines(source: Citation, passage: Passage, width: int, height: int) -> list[Content]:
    says = (
        f"voice: {source.voice}" if source.voice else "",
        f"says {describe(source.date)}" if source.date else "",
    )
    wrong = passage.why or VERDICT_NOTES.get(passage.verdict, "")
    note = f"Note: {source.note}" if source.note else ""
    return [
        *_lines(" · ".join(filter(None, says)), "$accent", width, 1),
        *_lines(wrong, "$error bold", width, 2),
        *_lines(note, "$quiet italic", width, 2 if height >= 24 else 1 if height >= 14 else 0),
    ]


def _lines(text: str, style: str, width: int, most: int) -> list[Content]:
    """The text wrapped into at most so many lines; what is cut ends in an ellipsis."""
    if not text or not most:
        return []
    lines = Content(printable(text)).wrap(max(1, width))
    if len(lines) > most:
        rest = " ".join(line.plain.strip() for line in lines[most - 1 :])
        lines = [*lines[: most - 1], Content(fit(rest, width))]
    return [line.rstrip().stylize(style) if style else line.rstrip() for line in lines]
