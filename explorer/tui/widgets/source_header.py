"""What stands above a document: the event, what this source is, and what it says of the date."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.geometry import Region

from explorer.dates import describe
from explorer.printable import printable
from explorer.tui.drawing import Run, fit, fit_runs
from explorer.tui.widgets.run_lines import RunLines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.strip import Strip

    from explorer.evidence import Passage
    from explorer.model import Citation, Document
    from explorer.tui.paragraphs import Line
    from explorer.tui.rows import Cited

FORM_NOTES = {
    "original": "",
    "transcript": "transcript",
    "translation": "translation",
    "digest": "digest, reworded",
}
INDENT = 2
# A lower pane has room for the document alone; its frame tells the verdict.
_LOWEST = 4


class SourceHeader(RunLines):
    """The lines above a document, and a rule below them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "header--event", "header--facts", "header--quiet", "header--document", "header--says",
        "header--note", "header--rule", "verdict--wrong", "verdict--removed", "verdict--added",
    }  # fmt: skip

    def __init__(self) -> None:
        super().__init__(id="source-header")
        self._lines: list[Line] = []

    @property
    def text_width(self) -> int:
        """The cells that a line of text has."""
        return max(1, self.size.width - INDENT - 1)

    def show(self, lines: list[Line]) -> None:
        """Show these lines; those that are as before are not drawn again."""
        before = self._lines
        self._lines = lines
        for y in range(max(len(lines), len(before))):
            if lines[y : y + 1] != before[y : y + 1]:
                self.forget(y)
                self.refresh(Region(0, y, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """One line of the screen, for Textual."""
        if y == self.size.height - 1:
            return self.strip([Run("─" * self.size.width, "header--rule")], self.ground)
        runs = self._lines[y] if y < len(self._lines) else []
        return self.strip([Run(" " * INDENT), *runs], self.ground)


def pane_title(cited: Cited) -> str:
    """`Source 1/2 ── exact`."""
    if cited.passage is None or cited.citation is None:
        return "Source ── none cited"
    return f"Source {cited.citation + 1}/{len(cited.event.sources)} ── {cited.passage.verdict}"


def header_rows(height: int) -> int:
    """How many rows the header with its rule takes of a pane with `height` rows; the same for every event."""
    event, source = _shares(height)
    return event + source + 1 if height >= _LOWEST else 0


def header(cited: Cited, width: int, height: int) -> list[Line]:
    """The header in lines of at most `width` cells, no more than leave the last of its rows to the rule.

    A low pane says whose document it is and what is wrong with the quote; a high one tells the event above
    it.  Each part keeps its place, so that nothing jumps while one goes from event to event.
    """
    event_rows, source_rows = _shares(height)
    if cited.document is None or cited.source is None or cited.passage is None:
        return _event_lines(cited, width, event_rows + source_rows)
    event = _event_lines(cited, width, event_rows - 1) if event_rows else []
    source = _source_lines(cited, cited.document, cited.source, cited.passage, width, source_rows)
    return [*event, *([] for _ in range(event_rows - len(event))), *source]


def _shares(height: int) -> tuple[int, int]:
    """The rows for the event (with a blank one below it) and for its source."""
    shares = (30, 8, 8), (20, 6, 5), (14, 0, 5), (8, 0, 3), (0, 0, 1)
    return next((event, source) for lowest, event, source in shares if height >= lowest)


def _event_lines(cited: Cited, width: int, most: int) -> list[Line]:
    event = cited.event
    facts = (describe(event.date), cited.type.label, f"tone {cited.tone:+d}" if cited.tone else "tone 0")
    lines = [
        *_lines(event.title, "header--event", width, 2 if most > 5 else 1),
        *_lines(" · ".join(facts), "header--facts", width, 1),
        *_lines(", ".join(cited.countries), "header--quiet", width, 1),
    ]
    return lines + _lines(event.summary, "", width, max(0, most - len(lines)))


def _source_lines(
    cited: Cited, document: Document, source: Citation, passage: Passage, width: int, most: int
) -> list[Line]:
    """What is wrong with the quote, what this source says, whose it is; the note, then the stance."""
    from explorer.tui.paragraphs import wrapped
    from explorer.tui.verdicts import verdict_notes

    is_high = most >= 8
    notes = [line for note in verdict_notes(document, source, passage) for line in wrapped(note, width)]
    lines = [
        *_cut(notes, max(2, most - 2), width),
        *_lines(document.title, "header--document", width, 1),
        *_lines(_joined(_says(document, source)), "header--says", width, 1),
        *_lines(
            _joined(_byline(document, whole=is_high)),
            "header--quiet",
            width,
            2 if is_high and not source.note else 1,
        ),
    ]
    if is_high and cited.repeats:
        lines += _lines(f"Repeats: {'; '.join(cited.repeats)}", "header--quiet", width, 1)
    left = most - len(lines)
    # The stance keeps two lines where there are some; what the editor has noted goes before it.
    kept = min(2, left // 2) if document.stance else 0
    note = f"Note: {source.note}" if source.note else ""
    lines += _lines(note, "header--note", width, max(0, min(3, left - kept)))
    lines += _lines(document.stance, "header--quiet", width, max(0, most - len(lines)))
    return _cut(lines, most, width)


def _says(document: Document, source: Citation) -> Iterable[str]:
    """What this citation says of itself."""
    return (
        f"voice: {source.voice}" if source.voice else "",
        f"says {describe(source.date)}" if source.date else "",
        FORM_NOTES[document.form],
    )


def _byline(document: Document, *, whole: bool) -> Iterable[str]:
    """Whose the document is and of when; as a whole also where and how it is to be had."""
    facts = (
        document.author,
        describe(document.date) if document.date else "",
        document.publisher if document.publisher != document.author else "",
        document.language,
        document.license,
        document.url,
    )
    return facts if whole else facts[:3]


def _joined(facts: Iterable[str]) -> str:
    return " · ".join(filter(None, facts))


def _cut(lines: list[Line], most: int, width: int) -> list[Line]:
    """At most so many lines; where some are left out an ellipsis says so."""
    if len(lines) <= most or not most:
        return lines[:most]
    last = lines[most - 1]
    room = width - sum(cell_len(run.text) for run in last)
    cut = (
        [*last, Run(" …"[-room:], last[-1].style if last else "")] if room > 0 else fit_runs(last, width - 1)
    )
    return [*lines[: most - 1], cut]


def _lines(text: str, style: str, width: int, most: int) -> list[Line]:
    """The text wrapped into at most so many lines; what is cut ends in an ellipsis."""
    if not text or not most:
        return []
    from explorer.tui.wrapping import WrappedText

    text = printable(text)
    wrapped = WrappedText(text, width)
    lines = [text[slice(*wrapped.row(number))] for number in range(min(most, len(wrapped)))]
    if len(wrapped) > most:
        rest = " ".join(text[wrapped.starts[most - 1] :].split())
        lines[-1] = fit(rest, width)
    return [[Run(line, style)] for line in lines]
