"""Quotations as print has them: curved marks around, single ones within."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explorer.evidence.elision import parts
from explorer.printable import printable

if TYPE_CHECKING:
    from explorer.evidence import Passage
    from explorer.model import Citation, Document

# A straight mark opens at the beginning and behind what a word cannot follow directly.
_OPENING = re.compile(r"(?:^|(?<=[\s(\[{–—‘“]))(?:\"|'(?!\d))")
_WITHIN = str.maketrans({"“": "‘", "”": "’", '"': "’", "'": "’"})


def quoted_passage(citation: Citation, passage: Passage, document: Document) -> str:
    """The passage between “ and ”, on one line: the document's own words where they were found as quoted.

    A quote with elisions keeps them.  Words that were not found, or not so, say that in brackets behind: they
    are the dataset's, not the document's.
    """
    whole = passage.is_verified and len(parts(citation.quote)) == 1
    text = document.text[passage.start : passage.end] if whole else citation.quote
    warning = {
        "changed": " [differs from the document]",
        "missing": " [not found in the document]",
    }.get(passage.verdict, "")
    return f"“{within_quotation(flow(text))}”{warning}"


def within_quotation(text: str) -> str:
    """The text with the marks that it has between quotation marks (Chicago Manual of Style, 13.30)."""
    return _OPENING.sub("‘", text).translate(_WITHIN)


def flow(text: str) -> str:
    """The text on one line, fit for a terminal."""
    return " ".join(printable(text, lines=True).split())
