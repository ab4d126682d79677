"""Whether a text says a name."""

from __future__ import annotations

import re

from explorer.evidence.characters import SPACELESS

# Scripts that put no space between words end a name anywhere.
_WITHIN_WORD = re.compile(rf"[^\W_{SPACELESS}]")


def says(text: str, name: str) -> bool:
    """Whether the name stands in the text as whole words; both are folded alike.

    Takes time linear in the text for a name that does not begin within itself.
    """
    at = text.find(name) if name else -1
    while at >= 0:
        if _parts(text, at) and _parts(text, at + len(name)):
            return True
        at = text.find(name, at + 1)
    return False


def _parts(text: str, at: int) -> bool:
    """Whether a word ends or begins at a place, or nothing of a word is there."""
    left, right = text[at - 1 : at] if at else "", text[at : at + 1]
    return not (_WITHIN_WORD.match(left) and _WITHIN_WORD.match(right))
