"""What stands above a document: the event, what this source is, and what it says of the date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from explorer.dates import describe
from explorer.printable import printable
from explorer.tui.drawing import fit
from explorer.tui.verdicts import verdict_notes

if TYPE_CHECKING:
    from explorer.evidence import Passage
    from explorer.model import Citation, Document
    from explorer.tui.rows import Cited

FORM_NOTES = {
    "original": "",
    "transcript": "transcript",
    "translation": "translation",
    "digest": "digest, reworded",
}


def pane_title(cited: Cited) -> str:
    """`Source 1/2 ── exact`."""
    if cited.passage is None or cited.citation is None:
        return "Source ── none cited"
    return f"Source {cited.citation + 1}/{len(cited.event.sources)} ── {cited.passage.verdict}"


def header_rows(height: int) -> int:
    """How many rows the header takes of a pane with `height` rows; the same for every event."""
    event, source = _shares(height)
    return event + source


def header(cited: Cited, width: int, height: int) -> Content:
    """The header in `header_rows(height)` lines of at most `width` cells.

    A low pane says whose document it is and what is wrong with the quote; a high one tells the event above
    it.  Each part keeps its place, so that nothing jumps while one goes from event to event.
    """
    event_rows, source_rows = _shares(height)
    if cited.document is None or cited.source is None or cited.passage is None:
        return _joined(_event_lines(cited, width, event_rows + source_rows), event_rows + source_rows)
    event = _event_lines(cited, width, event_rows - 1) if event_rows else []
    source = _source_lines(cited.document, cited.source, cited.passage, width, source_rows)
    return _joined([*_padded(event, event_rows), *source], event_rows + source_rows)


def _shares(height: int) -> tuple[int, int]:
    """The rows for the event (with a blank one below it) and for its source."""
    return (8, 8) if height >= 30 else (6, 5) if height >= 20 else (0, 5) if height >= 14 else (0, 3)


def _event_lines(cited: Cited, width: int, most: int) -> list[Content]:
    event = cited.event
    facts = (describe(event.date), cited.type.label, f"tone {cited.tone:+d}" if cited.tone else "tone 0")
    lines = [
        *_lines(event.title, "bold", width, 2 if most > 5 else 1),
        *_lines(" · ".join(facts), "$secondary", width, 1),
        *_lines(", ".join(cited.countries), "$quiet", width, 1),
    ]
    return lines + _lines(event.summary, "", width, max(0, most - len(lines)))


def _source_lines(
    document: Document, source: Citation, passage: Passage, width: int, most: int
) -> list[Content]:
    byline = (
        document.author,
        document.publisher if document.publisher != document.author else "",
        describe(document.date) if document.date else "",
    )
    says = (
        f"voice: {source.voice}" if source.voice else "",
        f"says {describe(source.date)}" if source.date else "",
        FORM_NOTES[document.form],
    )
    notes = [line for note in verdict_notes(document, source, passage) for line in note.wrap(width)]
    lines = [
        *notes[: max(2, most - 2)],
        *_lines(document.title, "$primary bold", width, 1),
        *_lines(" · ".join(filter(None, says)), "$accent", width, 1),
        *_lines(" · ".join(filter(None, byline)), "$quiet", width, 1),
    ]
    lines += _lines(source.note and f"Note: {source.note}", "$quiet italic", width, 3)
    return (lines + _lines(document.stance, "$quiet", width, max(0, most - len(lines))))[:most]


def _joined(lines: list[Content], rows: int) -> Content:
    return Content("\n").join(_padded(lines, rows))


def _padded(lines: list[Content], rows: int) -> list[Content]:
    return lines + [Content("")] * (rows - len(lines))


def _lines(text: str, style: str, width: int, most: int) -> list[Content]:
    """The text wrapped into at most so many lines; what is cut ends in an ellipsis."""
    if not text or not most:
        return []
    lines = Content(printable(text)).wrap(max(1, width))
    if len(lines) > most:
        rest = " ".join(line.plain.strip() for line in lines[most - 1 :])
        lines = [*lines[: most - 1], Content(fit(rest, width))]
    return [line.rstrip().stylize(style) if style else line.rstrip() for line in lines]
