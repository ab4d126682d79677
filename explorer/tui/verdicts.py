"""What is to be said of a quote that is not in its document as it is cited; nothing of one that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.tui.drawing import Run, drawable

if TYPE_CHECKING:
    from explorer.evidence import Passage
    from explorer.model import Citation, Document
    from explorer.tui.paragraphs import Line

_NOTES = {
    "changed": "The document reads differently.",
    "ambiguous": "The quote stands here more than once.",
    "missing": "The quote is not in this document.",
}
_MOST_PLACES = 6


def verdict_notes(document: Document, source: Citation, passage: Passage) -> list[Line]:
    """Why nothing is highlighted, and what stands there instead: an unwrapped paragraph each.

    Their component classes are `verdict--wrong`, `verdict--removed` and `verdict--added`.
    """
    if passage.verdict not in _NOTES:
        return []
    notes = [[Run(drawable(passage.why or _NOTES[passage.verdict]), "verdict--wrong")]]
    if passage.verdict == "changed" and passage.start is not None and passage.end is not None:
        notes.append(diff(source.quote, document.text[passage.start : passage.end]))
    elif passage.verdict == "ambiguous":
        lines = [str(document.text.count("\n", 0, start) + 1) for start, _ in passage.places[:_MOST_PLACES]]
        notes.append([Run(f"In lines {', '.join(lines)}: “{drawable(source.quote)}”")])
    elif passage.verdict == "missing":
        notes.append([Run(f"Cited as: “{drawable(source.quote)}”")])
        if passage.nearest is not None:
            start, end = passage.nearest
            notes.append([Run(f"Nearest, as an offer: “{drawable(document.text[start:end])}”")])
    return notes


def diff(quote: str, found: str) -> Line:
    """The quote and what was found in one: `[-only quoted-]` and `{+only found+}`, as wdiff writes it."""
    from explorer.evidence import word_diff

    runs: list[Run] = []
    for kind, text in word_diff(quote, found):
        bare, space = drawable(text).lstrip(), " " if text[:1].isspace() else ""
        if kind == "same":
            runs.append(Run(space + bare))
        else:
            marks = ("[-", "-]") if kind == "removed" else ("{+", "+}")
            runs += [Run(space), Run(f"{marks[0]}{bare}{marks[1]}", f"verdict--{kind}")]
    return [run for run in runs if run.text]
