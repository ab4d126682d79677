"""A chart of tone over time in characters: events as points, their rolling mean as a line.

Eleven rows are one for each tone; other heights (odd) put tones together, but never good with bad.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from math import ceil
from typing import TYPE_CHECKING

from explorer.dates import ordinal
from explorer.tui.drawing import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from explorer.relations import Span, ToneSeries

HIGHEST = 5
GUTTER = 4
# Dots of a braille character: two beside each other, four on top of each other.
ACROSS, DOWN = 2, 4
# The bits of U+2800 for the dots of a character, by column and row (Unicode, "Braille Patterns").
_DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
# Where more of the cells than one in so many hold points, the line is drawn over them.
_SPARSE = 6
_TICKS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000)
PLAIN_LINE = "="


def plot(
    series: ToneSeries, height: int, *, braille: bool = True, marked: tuple[int, int] | None = None
) -> list[list[Run]]:
    """The rows of the chart, from +5 down to -5, each with its label.

    The series has `ACROSS` steps a stretch, and a stretch is a cell.  Without `braille` the line is drawn in
    characters that every terminal has.  `marked` is the stretch and the tone of a point to be marked.
    """
    points = _points(series.points, height)
    line = _line(series.means, height, braille=braille)
    width = len(series.means) // ACROSS
    line_wins = len(points) * _SPARSE > width * height
    mark = (row_of(marked[1], height), marked[0]) if marked else None
    rows = []
    for row in range(height):
        cells = [_cell((row, column), points, line, mark, line_wins) for column in range(width)]
        zero = row == height // 2
        blank = ("─", "chart--zero") if zero else (" ", "")
        drawn = [cell or blank for cell in cells]
        rows.append([Run(_label(row, height).ljust(GUTTER), "chart--label"), *_runs(drawn)])
    return rows


def row_of(tone: int, height: int) -> int:
    """The row of a tone: only 0 is in the middle one."""
    middle = height // 2
    steps = ceil(abs(tone) * middle / HIGHEST)
    return middle - steps if tone > 0 else middle + steps


def axis(span: Span, width: int) -> list[Run]:
    """The line below the chart: years, each beginning at the cell in which it begins."""
    first, last = span.years
    days = span.last - span.first + 1
    longest = max(len(year_name(first)), len(year_name(last))) + 2
    tick = next((tick for tick in _TICKS if tick * 365 * width >= longest * days), _TICKS[-1])
    text = ""
    for year in range(first, last + 1) if tick == 1 else range(-(-first // tick) * tick, last + 1, tick):
        cell = (ordinal(year, 1, 1) - span.first) * width // days
        name = year_name(year)
        if cell >= len(text) + bool(text) and cell + len(name) <= width:
            text = text.ljust(cell, "─") + name
    if not text:
        text = year_name(first)[:width]
    return [Run(" " * GUTTER), Run(text.ljust(width, "─"), "chart--axis")]


def year_name(year: int) -> str:
    """`1960`, `44 BC`."""
    return str(year) if year > 0 else f"{1 - year} BC"


def point(count: int) -> str:
    """The sign of so many events: a disc for one, then their number, a block for ten and more."""
    return "●" if count == 1 else str(count) if count < 10 else "█"


_Cell = tuple[int, int]


def _points(by_tone: Mapping[int, Sequence[int]], height: int) -> dict[_Cell, int]:
    """How many events there are in each cell (row, column) that has any."""
    found: dict[_Cell, int] = {}
    for tone, counts in by_tone.items():
        for column, count in enumerate(counts):
            if count:
                cell = row_of(tone, height), column
                found[cell] = found.get(cell, 0) + count
    return found


def _cell(
    cell: _Cell, points: Mapping[_Cell, int], line: Mapping[_Cell, str], mark: _Cell | None, line_wins: bool
) -> tuple[str, str] | None:
    if cell == mark:
        return point(points.get(cell, 1)), "chart--marked"
    if cell in points and not (line_wins and cell in line):
        return point(points[cell]), "chart--point"
    return (line[cell], "chart--line") if cell in line else None


def _line(means: Sequence[float | None], height: int, *, braille: bool) -> dict[_Cell, str]:
    """The character of each cell that the line goes through."""
    bits: dict[_Cell, int] = {}
    for x, y in _dots(means, height):
        cell = y // DOWN, x // ACROSS
        bits[cell] = bits.get(cell, 0) | _DOTS[x % ACROSS][y % DOWN]
    return {cell: chr(0x2800 + dots) if braille else PLAIN_LINE for cell, dots in bits.items()}


def _dots(means: Sequence[float | None], height: int) -> Iterator[_Cell]:
    """The dots of the line, as (x, y) from the upper left corner; where there is no mean there is a gap."""
    heights = [None if mean is None else _dot(mean, height) for mean in means]
    for x, y in enumerate(heights):
        if y is not None:
            yield x, y
    for x, (before, after) in enumerate(pairwise(heights)):
        if before is not None and after is not None:
            # A steep step is drawn half in the one column and half in the other.
            middle = (before + after) // 2
            yield from ((x, y) for y in _between(before, middle))
            yield from ((x + 1, y) for y in _between(middle, after))


def _between(one: int, other: int) -> range:
    return range(min(one, other), max(one, other) + 1)


def _dot(mean: float, height: int) -> int:
    return round((HIGHEST - mean) / (2 * HIGHEST) * (height - 1) * DOWN + (DOWN - 1) / 2)


def _label(row: int, height: int) -> str:
    tone = HIGHEST - row * 2 * HIGHEST / (height - 1) if height > 1 else 0
    if tone != int(tone):
        return ""
    return f"{int(tone):+d}" if tone else " 0"


def _runs(cells: Sequence[tuple[str, str]]) -> list[Run]:
    groups = groupby(cells, key=lambda cell: cell[1])
    return [Run("".join(text for text, _ in group), style) for style, group in groups]
