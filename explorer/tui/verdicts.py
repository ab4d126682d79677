"""What is to be said of a quote that is not in its document as it is cited; nothing of one that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from explorer.tui.drawing import drawable

if TYPE_CHECKING:
    from explorer.evidence import Passage
    from explorer.model import Citation, Document

_NOTES = {
    "changed": "The document reads differently.",
    "ambiguous": "The quote stands here more than once.",
    "missing": "The quote is not in this document.",
}
_MOST_PLACES = 6


def verdict_notes(document: Document, source: Citation, passage: Passage) -> list[Content]:
    """Why nothing is highlighted, and what stands there instead: an unwrapped paragraph each."""
    if passage.verdict not in _NOTES:
        return []
    notes = [Content.styled(passage.why or _NOTES[passage.verdict], "$error bold")]
    if passage.verdict == "changed" and passage.start is not None and passage.end is not None:
        notes.append(diff(source.quote, document.text[passage.start : passage.end]))
    elif passage.verdict == "ambiguous":
        lines = [str(document.text.count("\n", 0, start) + 1) for start, _ in passage.places[:_MOST_PLACES]]
        notes.append(Content(f"In lines {', '.join(lines)}: “{drawable(source.quote)}”"))
    elif passage.verdict == "missing":
        notes.append(Content(f"Cited as: “{drawable(source.quote)}”"))
        if passage.nearest is not None:
            start, end = passage.nearest
            notes.append(Content(f"Nearest, as an offer: “{drawable(document.text[start:end])}”"))
    return notes


def diff(quote: str, found: str) -> Content:
    """The quote and what was found in one: `[-only quoted-]` and `{+only found+}`, as wdiff writes it."""
    from explorer.evidence import word_diff

    parts: list[Content | tuple[str, str]] = []
    for kind, text in word_diff(quote, found):
        bare, space = drawable(text).lstrip(), " " if text[:1].isspace() else ""
        if kind == "same":
            parts.append((space + bare, ""))
        else:
            marks, style = (("[-", "-]"), "$error") if kind == "removed" else (("{+", "+}"), "$success")
            parts += [(space, ""), (f"{marks[0]}{bare}{marks[1]}", style)]
    return Content.assemble(*parts)
