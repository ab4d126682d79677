"""What stands above a document: the event, what this source is, and what it says of the date."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from explorer.dates import describe
from explorer.evidence import Passage
from explorer.model import Citation, Document, Event, EventType
from explorer.printable import printable

FORM_NOTES = {
    "original": "",
    "transcript": "transcript",
    "translation": "translation",
    "digest": "digest in other words, not the original text",
}

VERDICT_NOTES = {
    "exact": "",
    "typography": "The quote is here; only its typography differs.",
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


def header(cited: Cited, height: int) -> Content:
    """The header for a pane of so many rows: at least whose document it is, at most the whole event too."""
    parts: list[Content] = []
    if height >= 18:
        parts += _event_lines(cited, summary=height >= 24)
    elif cited.document is None:
        parts += _event_lines(cited, summary=True)
    if cited.document is not None and cited.source is not None and cited.passage is not None:
        parts += _document_lines(cited.document, full=height >= 14)
        parts += _citation_lines(cited.source, cited.passage, full=height >= 14)
    return Content("\n").join(parts)


def _event_lines(cited: Cited, summary: bool) -> list[Content]:
    event = cited.event
    facts = [describe(event.date), cited.type.label, f"tone {cited.tone:+d}" if cited.tone else "tone 0"]
    lines = [_line(event.title, "$text bold"), _line(" · ".join(facts), "$text-muted")]
    if cited.countries:
        lines.append(_line(", ".join(cited.countries), "$text-muted"))
    if summary and event.summary:
        lines.append(_line(event.summary, "$text"))
    return [*lines, Content("")]


def _document_lines(document: Document, full: bool) -> list[Content]:
    byline = [
        document.author,
        document.publisher if document.publisher != document.author else "",
        describe(document.date) if document.date else "",
        FORM_NOTES[document.form],
    ]
    lines = [_line(document.title, "$text-secondary bold"), _line(" · ".join(filter(None, byline)), "$text-muted")]
    if full and document.stance:
        lines.append(_line(f"Stance: {document.stance}", "$text-muted italic"))
    return lines


def _citation_lines(source: Citation, passage: Passage, full: bool) -> list[Content]:
    says = [
        f"Voice: {source.voice}" if source.voice else "",
        f"Dates it: {describe(source.date)}" if source.date else "",
    ]
    lines = [_line(" · ".join(filter(None, says)), "$text-accent")] if any(says) else []
    if passage.verdict not in ("exact", "typography"):
        lines.append(_line(passage.why or VERDICT_NOTES[passage.verdict], "$text-error bold"))
    if full and source.note:
        lines.append(_line(f"Note: {source.note}", "$text-muted"))
    return lines


def _line(text: str, style: str) -> Content:
    return Content.styled(printable(text), style)
