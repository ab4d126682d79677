"""Text measured in the cells of a terminal, where a Chinese character takes two and a combining mark none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells, set_cell_size

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"\S+")


def width_of(text: str) -> int:
    """How many cells a text takes that holds no control characters."""
    return len(text) if text.isascii() else cell_len(text)


def beginning(text: str, width: int) -> str:
    """As much of a text as decides what is cut to `width` cells; all of it where it fits.

    Of a long text the rest need not be measured, which is done character by character.
    """
    start = text[: 2 * max(0, width) + 16]
    return start if len(start) < len(text) and cell_len(start) > width else text


def fit(text: str, width: int) -> str:
    """The text in exactly `width` cells: filled up with spaces, or cut with an ellipsis."""
    if text.isascii() and len(text) <= width:
        return text.ljust(width)
    text = beginning(text, width)
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, width - 1) + "…" if width > 0 else ""


def wrap(text: str, width: int | None, indent: str = "") -> str:
    """The text in lines of at most `width` cells, each behind `indent`; its own line breaks are kept.

    A word longer than a line is cut.  Without a width the lines stay as they are.
    """
    lines = text.splitlines() or [""]
    if width is not None:
        room = max(1, width - cell_len(indent))
        lines = [row for line in lines for row in _rows(line, room)]
    return "\n".join((indent + line).rstrip() for line in lines)


def _rows(line: str, width: int) -> Iterator[str]:
    row = ""
    for word in _WORD.findall(line):
        joined = f"{row} {word}" if row else word
        if cell_len(joined) <= width:
            row = joined
            continue
        if row:
            yield row
        if cell_len(word) <= width:
            row = word
            continue
        *full, row = chop_cells(word, width)
        yield from full
    yield row
