"""Source notes as The Chicago Manual of Style has them (17th edition, 2017, notes and bibliography).

The rules followed, by the manual's paragraphs: the elements of a note are joined by commas (14.20), the title
of a page or of an unpublished document stands in quotation marks (14.206, 14.224), quotation marks within it
become single ones (14.94), a comma behind it stands inside them (6.9) and also after a question mark (6.125);
a day is month, day, year (6.38), a date that is not known “n.d.”, an approximate one “ca. 1957”, a doubtful
one “[1957?]” (14.145); words that somebody else's document quotes are “quoted in” it (14.260); an address
comes last, before the full stop (14.17).  A later note refers to the first (14.31).

The dataset does not say of what kind a document is, so no title is in italics, and it keeps no date of
access; what the text of a document is, if it is not the original, is added in brackets, as an editor's word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explorer.dates import describe
from explorer.formats.date_words import months_in_full
from explorer.formats.quotation import flow, within_quotation

if TYPE_CHECKING:
    from explorer.dates import EdtfDate
    from explorer.model import Document

# A day as ISO 8601 writes it, in the years that people write with four digits.
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DOUBTFUL_YEAR = re.compile(r"[0-9]{4}[?%]")


def note(document: Document, voice: str = "") -> str:
    """The full note on a document, with whose words are cited where they are not its author's."""
    told = ", ".join(filter(None, (note_body(document, voice), flow(document.url))))
    return told if told.endswith(".") else f"{told}."


def note_body(document: Document, voice: str = "") -> str:
    """The full note without the document's address and without the full stop."""
    author, publisher = flow(document.author), flow(document.publisher)
    title = within_quotation(flow(document.title).rstrip(","))
    shown = f"“{title},”" if document.form == "original" else f"“{title}” [{document.form}],"
    ending = ", ".join(filter(None, (publisher, note_date(document.date))))
    return " ".join(filter(None, (_heard(voice), author and f"{author},", shown, ending)))


def later_note(document: Document, first: int, voice: str = "") -> str:
    """A note on a document that the note of number `first` has told in full."""
    author = flow(document.author)
    title = within_quotation(flow(document.title).partition(": ")[0].rstrip(","))
    told = (_heard(voice), author and f"{author},", f"“{title}” (see note {first}).")
    return " ".join(filter(None, told))


def note_date(date: EdtfDate | None) -> str:
    """The date of a document: `September 28, 1960`, `September 1960`, `ca. 1957`, `[1957?]`, `n.d.`"""
    if date is None or (date.earliest is None and date.latest is None):
        return "n.d."
    described = months_in_full(describe(date)).replace("c. ", "ca. ")
    if _DAY.fullmatch(date.text):
        day, month, year = described.split(maxsplit=2)
        return f"{month} {day}, {year}"
    return f"[{described}]" if _DOUBTFUL_YEAR.fullmatch(date.text) else described


def _heard(voice: str) -> str:
    said = flow(voice)
    return f"{said[0].upper()}{said[1:]}, quoted in" if said else ""
