"""What is wrong with a quote, told as a problem of the dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.evidence.passage import MAX_PLACES
from explorer.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.evidence.document import DocumentText
    from explorer.evidence.passage import Passage, Span
    from explorer.model import Citation

_EXCERPT = 160
_LINES_NAMED = 6


def complaint(citation: Citation, passage: Passage, document: DocumentText, event: str) -> Problem:
    """The problem with a citation of an event (its id) whose quote is changed, ambiguous or missing."""
    tell = {"changed": _changed, "ambiguous": _ambiguous, "missing": _missing}[passage.verdict]
    message, hint = tell(citation, passage, document)
    return Problem(
        file=citation.place.file,
        line=citation.place.line,
        column=citation.place.column,
        severity="error",
        code=f"quote-{passage.verdict}",
        message=message,
        hint=hint,
        event=event,
    )


def _changed(citation: Citation, passage: Passage, document: DocumentText) -> tuple[str, str]:
    start, end = passage.start or 0, passage.end or 0
    message = f"the quote differs from {citation.document}, line {document.line(start)}: {passage.why}"
    return message, f"The document has: “{document.excerpt((start, end), _EXCERPT)}”."


def _ambiguous(citation: Citation, passage: Passage, document: DocumentText) -> tuple[str, str]:
    count = len(passage.places)
    often = "twice" if count == 2 else f"{count} times" if count < MAX_PLACES else f"at least {count} times"
    hint = "Add a prefix or suffix: the words directly before or after the passage that is meant."
    return f"the quote stands {often} in {citation.document}, {_lines(passage.places, document)}", hint


def _missing(citation: Citation, passage: Passage, document: DocumentText) -> tuple[str, str]:
    message = f"the quote is not in {citation.document}"
    if passage.nearest is None:
        return message, "Nothing in the document comes near; is it the right one?"
    line = document.line(passage.nearest[0])
    return message, f"Nearest, on line {line}: “{document.excerpt(passage.nearest, _EXCERPT)}”."


def _lines(places: Sequence[Span], document: DocumentText) -> str:
    lines = list(dict.fromkeys(str(document.line(start)) for start, _ in places))
    if len(lines) == 1:
        return f"line {lines[0]}"
    if len(lines) > _LINES_NAMED:
        return f"lines {', '.join(lines[:_LINES_NAMED])} …"
    return f"lines {', '.join(lines[:-1])} and {lines[-1]}"
