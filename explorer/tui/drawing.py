"""Drawing rows of text: runs of styled text fitted into cells.  No widget is known here."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from explorer.formats import cells
from explorer.formats.cells import beginning, width_of
from explorer.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style

_UNJOINED = {0x200D: "\u200b", 0xFE0E: "\u200b", 0xFE0F: "\u200b", 0x09: " "}

BARS = " ▁▂▃▄▅▆▇█"


class Run(NamedTuple):
    """A piece of a row: its text and the component class that styles it ("" for the row's own style)."""

    text: str
    style: str = ""


def drawable(text: str) -> str:
    """The text as it may reach the terminal, of the same length.

    What joins characters into one or chooses how one looks (zero-width joiner, variation selectors) becomes a
    zero-width space: terminals differ in the cells that they give to such sequences.
    """
    if text.isascii() and text.isprintable():
        return text
    return printable(text).translate(_UNJOINED)


def drawable_document(text: str) -> str:
    """The same for a whole document: its line breaks stay, a tab is a space."""
    return printable(text, lines=True).translate(_UNJOINED)


def fit(text: str, width: int) -> str:
    """The text in exactly `width` cells: padded with spaces, or cut with an ellipsis."""
    return cells.fit(drawable(text), width)


def cells_of(runs: Iterable[Run]) -> int:
    """How many cells some runs of drawable text take."""
    return sum([width_of(text) for text, _ in runs])


def fit_runs(runs: Iterable[Run], width: int) -> list[Run]:
    """The runs in exactly `width` cells: the last one padded, or cut with an ellipsis."""
    fitted: list[Run] = []
    left = width
    for run in runs:
        text = run.text
        # Most runs are ASCII: to count their letters costs less than to ask anybody for their width.
        if text.isascii() and text.isprintable():
            taken = len(text)
        else:
            text = drawable(text)
            taken = width_of(beginning(text, left))
            run = Run(text, run.style)
        if taken > left:
            return [*fitted, Run(fit(text, left), run.style)] if left else _cut_at_end(fitted, text)
        fitted.append(run)
        left -= taken
    if left:
        fitted.append(Run(" " * left))
    return fitted


def _cut_at_end(runs: list[Run], behind: str) -> list[Run]:
    """The runs, which fill their cells, with an ellipsis where something is cut off behind them."""
    place = next((place for place in reversed(range(len(runs))) if runs[place].text), None)
    if place is None or behind.isspace():
        return runs
    text, style = runs[place]
    return [*runs[:place], Run(fit(f"{text} ", width_of(text)), style)]


def merge_blanks(styled: Iterable[tuple[str, Style]]) -> list[tuple[str, Style]]:
    """The same picture in fewer pieces: blanks take the style of what stands before them on the same ground.

    Each piece costs a terminal some forty bytes of colours, and a blank shows none but its background.
    """
    merged: list[tuple[str, Style]] = []
    for text, style in styled:
        if merged:
            last_text, last = merged[-1]
            if style is last or (text.isspace() and _blanks_look_alike(style, last)):
                merged[-1] = (last_text + text, last)
                continue
            if last_text.isspace() and _blanks_look_alike(style, last):
                merged[-1] = (last_text + text, style)
                continue
        merged.append((text, style))
    return merged


@lru_cache(maxsize=1024)
def _blanks_look_alike(style: Style, other: Style) -> bool:
    seen = style.reverse or other.reverse or style.underline or other.underline
    return not seen and style.bgcolor == other.bgcolor


def marked(text: str, marks: Sequence[tuple[int, int]], style: str, mark_style: str) -> list[Run]:
    """The text as runs in `style`, with the marks (rising, disjoint offsets) in `mark_style`."""
    runs: list[Run] = []
    place = 0
    for start, end in marks:
        if start > place:
            runs.append(Run(text[place:start], style))
        runs.append(Run(text[start:end], mark_style))
        place = end
    if place < len(text):
        runs.append(Run(text[place:], style))
    return runs


def layered(text: str, layers: Sequence[tuple[Sequence[tuple[int, int]], str]]) -> list[Run]:
    """The text as runs, with spans of it (offsets, disjoint in each layer) in their layer's style.

    Where layers overlap the later one is seen.
    """
    cuts = {0, len(text)}
    for spans, _ in layers:
        for span in spans:
            cuts.update(span)
    edges = sorted(cuts)
    runs: list[Run] = []
    for start, end in pairwise(edges):
        style = ""
        for spans, name in layers:
            if any(a <= start < b for a, b in spans):
                style = name
        runs.append(Run(text[start:end], style))
    return runs


def sparkline(counts: Sequence[int], highest: int | None = None) -> str:
    """One bar a count, scaled to the highest; a count of one is always seen."""
    top = highest or max(counts, default=0)
    if not top:
        return " " * len(counts)
    return "".join(BARS[-(-count * 8 // top) if count < top else 8] for count in counts)


def plural(count: int, noun: str) -> str:
    """`1 event`, `2 events`, `1,200 events`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
