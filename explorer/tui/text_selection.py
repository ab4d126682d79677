"""A selection of a text by its own characters, so that it holds whatever the width of the window."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

if TYPE_CHECKING:
    from explorer.search.spans import Span

_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"\w+(?:['’.,-]\w+)*")


class TextSelection(NamedTuple):
    """From where somebody began to where they are now, either way round; both are part of it."""

    anchor: Span
    head: Span

    @property
    def span(self) -> Span:
        """The offsets that are selected: (start, end)."""
        return min(self.anchor[0], self.head[0]), max(self.anchor[1], self.head[1])

    def to(self, offset: int) -> TextSelection:
        """The selection up to an offset."""
        return TextSelection(self.anchor, (offset, offset))


def span_at_cell(row: str, cell: int) -> Span:
    """The characters of a row that a cell shows, with marks that belong to them; nothing beside the row."""
    if cell < 0:
        return 0, 0
    used = 0
    for place, character in enumerate(row):
        used += cell_len(character)
        if cell < used:
            end = place + 1
            while end < len(row) and not cell_len(row[end]):
                end += 1
            return place, end
    return len(row), len(row)


def word_at(text: str, offset: int) -> Span:
    """The word at an offset, with its apostrophes and hyphens; else the one character there."""
    low = max(text.rfind(blank, 0, offset + 1) for blank in " \n\r\t") + 1
    for word in _LETTERS.finditer(text, low):
        if word.start() > offset:
            break
        if offset < word.end():
            return word.span()
    return offset, min(len(text), offset + 1)


def next_word(text: str, offset: int, step: int) -> int:
    """Where the next word ends; where the previous one begins, for a step of -1."""
    if step > 0:
        word = _WORD.search(text, offset)
        return word.end() if word else len(text)
    before = len(text[:offset].rstrip())
    return max(text.rfind(blank, 0, before) for blank in " \n\r\t") + 1
