"""A stretch of a document as somebody pastes it elsewhere."""

from __future__ import annotations

from explorer.evidence import paragraphs
from explorer.formats.quotation import flow


def clean_text(text: str) -> str:
    """The text with each paragraph on one line, an empty line between two, and nothing unfit for a terminal.

    Line ends within a paragraph are those of some page; who pastes the text has another one.
    """
    return "\n\n".join(flow(text[start:end]) for start, end in paragraphs(text))
