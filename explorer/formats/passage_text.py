"""A cited passage as plain text: marked in its paragraph, or what became of the quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.evidence import paragraph_at, word_diff
from explorer.formats.cells import wrap
from explorer.printable import printable

if TYPE_CHECKING:
    from explorer.evidence import Passage
    from explorer.model import Citation, Document

_INDENT = "    "
# So much of a paragraph is shown on either side of a passage, in characters.
_CONTEXT = 600
# Stand-ins of no width for the escape codes, put in before lines are broken; no printable text holds them.
_BOLD, _NORMAL = "\x02", "\x03"


def passage_text(
    citation: Citation, passage: Passage, document: Document, *, width: int | None, styled: bool
) -> str:
    """The passage between » and « in its paragraph, in lines of at most `width` cells.

    Only what was found as quoted is marked so.  A changed quote is shown as a word diff, an ambiguous one
    with the number of its places, a missing one with the nearest passage as an offer.
    """
    text = _told(citation, passage, document)
    on, off = ("\x1b[1m", "\x1b[0m") if styled else ("", "")
    return wrap(text, width, _INDENT).replace(_BOLD, on).replace(_NORMAL, off)


def _told(citation: Citation, passage: Passage, document: Document) -> str:
    quote = f"“{_flow(citation.quote)}”"
    match passage.verdict:
        case "exact" | "typography":
            return _in_context(document.text, passage.start or 0, passage.end or 0)
        case "changed":
            found = document.text[passage.start : passage.end]
            return f"{_diff(citation.quote, found)}\n\n{_flow(passage.why)}"
        case "ambiguous":
            count = len(passage.places)
            return f"{quote}\n\nThese words stand at {count:,} places; which of them is meant is not said."
        case "missing" if passage.nearest is not None:
            nearest = _flow(document.text[slice(*passage.nearest)])
            return f"{quote}\n\nis not in the document; the nearest words in it:\n\n“{nearest}”"
        case "missing":
            return f"{quote}\n\nis not in the document, nor is anything near it."


def _in_context(text: str, start: int, end: int) -> str:
    first, last = paragraph_at(text, start)[0], paragraph_at(text, max(start, end - 1))[1]
    before, passage, after = map(_safe, (text[first:start], text[start:end], text[end:last]))
    if len(before) > _CONTEXT:
        before = "… " + before[-_CONTEXT:].partition(" ")[2]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT].rpartition(" ")[0] + " …"
    return " ".join(f"{before}{_BOLD}»{passage}«{_NORMAL}{after}".split())


def _diff(quote: str, found: str) -> str:
    """The quote and what the document has instead, as wdiff writes it: [-only quoted-] {+only found+}."""
    signs = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
    parts = []
    for kind, text in word_diff(quote, found):
        opening, closing = signs[kind]
        space = " " if text.startswith(" ") else ""
        parts.append(f"{space}{opening}{_flow(text)}{closing}")
    return "".join(parts)


def _flow(text: str) -> str:
    return " ".join(_safe(text).split())


def _safe(text: str) -> str:
    return printable(text, lines=True)
