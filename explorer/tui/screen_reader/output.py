"""What is sent to the terminal: what has changed, so that no line says once more what it said already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.style import Style
    from textual.strip import Strip

    # A piece of a line with its place: (column, row, strip).
    Piece = tuple[int, int, Strip]


def changed_pieces(before: Sequence[Strip], after: Sequence[Strip]) -> Iterator[Piece]:
    """What is to be written over the lines of a screen to make them those that they are to be.

    Of a line the stretch from the first to the last cell that differs is written, or the whole of it where
    cells and characters are not the same.
    """
    for row, strip in enumerate(after):
        old = before[row] if row < len(before) else None
        if old == strip:
            continue
        cells, new_cells = _cells(old), _cells(strip)
        if len(cells) != len(new_cells) or not all(map(_is_one_cell, (old, strip))):
            yield 0, row, strip
            continue
        differing = [place for place, cell in enumerate(new_cells) if cell != cells[place]]
        if differing:
            yield differing[0], row, strip.crop(differing[0], differing[-1] + 1)


def _is_one_cell(strip: Strip | None) -> bool:
    """Whether each character has a cell of its own."""
    return strip is None or all(cell_len(character) == 1 for character in set(strip.text))


def _cells(strip: Strip | None) -> list[tuple[str, Style | None]]:
    """Each character with its style."""
    return [(character, style) for text, style, _ in strip or () for character in text]
