"""Paragraphs of runs, wrapped into lines of runs."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from explorer.tui.drawing import Run, cells_of
from explorer.tui.wrapping import WrappedText

if TYPE_CHECKING:
    from collections.abc import Sequence

Line = list[Run]


def wrapped(paragraph: str | Sequence[Run], width: int, style: str = "") -> list[Line]:
    """A paragraph of drawable text in lines of at most `width` cells; none where there is no text.

    `style` is the component class of a paragraph that is no runs.
    """
    runs = [Run(paragraph, style)] if isinstance(paragraph, str) else paragraph
    text = "".join(run.text for run in runs)
    rows = WrappedText(text, width)
    starts = [0, *accumulate(len(run.text) for run in runs)]
    return [_between(runs, starts, *rows.row(number)) for number in range(len(rows))]


def padded(line: Sequence[Run], width: int) -> Line:
    """A line of drawable text filled up with blanks to `width` cells."""
    return [*line, Run(" " * max(0, width - cells_of(line)))]


def _between(runs: Sequence[Run], starts: Sequence[int], start: int, end: int) -> Line:
    """What stands between two offsets of the joined text; `starts` are those of the runs."""
    line = []
    place = max(0, bisect_right(starts, start) - 1)
    while place < len(runs) and starts[place] < end:
        text, style = runs[place]
        piece = text[max(0, start - starts[place]) : end - starts[place]]
        if piece:
            line.append(Run(piece, style))
        place += 1
    return line
