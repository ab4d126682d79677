"""No drawing reaches a screen reader: what frames, bars and marks are made of becomes a blank."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

# Box drawing, block elements, geometric shapes; Braille patterns; symbols for legacy computing.
_DRAWN = re.compile("[\u2500-\u25ff\u2800-\u28ff\U0001fb00-\U0001fbff]")


class OnlyWords(LineFilter):
    """Replaces every character of a drawing by a blank; each of them takes one cell."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments without drawings."""
        return [
            segment
            if segment.text.isascii()
            else Segment(_words_of(segment.text), segment.style, segment.control)
            for segment in segments
        ]


def _words_of(text: str) -> str:
    """The text without drawings, and with commas for the dots between facts; as many cells as before."""
    return _DRAWN.sub(" ", text).replace(" · ", ",  ")
