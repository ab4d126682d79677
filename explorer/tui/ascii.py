"""Drawing where the locale knows no more than ASCII: every character becomes one that such a terminal has."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.filter import LineFilter

from explorer.plain import plain

if TYPE_CHECKING:
    from textual.color import Color


class AsciiOnly(LineFilter):
    """Replaces every character beyond ASCII by one of the same width, the nearest in looks."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with their text in ASCII."""
        return [
            segment
            if segment.text.isascii()
            else Segment(to_ascii(segment.text), segment.style, segment.control)
            for segment in segments
        ]


@lru_cache(4096)
def to_ascii(text: str) -> str:
    """The text in ASCII, in as many cells as before."""
    return "".join(_look(character) for character in text)


def _look(character: str) -> str:
    if character.isascii():
        return character
    cells = cell_len(character)
    look = plain(character)
    return look * cells if look == "?" else look.ljust(cells)[:cells]
