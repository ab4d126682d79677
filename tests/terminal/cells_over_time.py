"""A terminal that remembers what each of its cells has shown, one value after the other."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

import pyte
from pyte.screens import Char

SYNCHRONIZED_OUTPUT = 2026


class CellsOverTime(pyte.Screen):
    """Takes note of every change of a cell, of what is erased, and of what is drawn outside of a picture.

    A picture is what stands between the beginning and the end of synchronized output (mode 2026).
    """

    def __init__(self, columns: int, rows: int) -> None:
        self.begin()
        self._is_in_picture = self._is_drawn = False
        super().__init__(columns, rows)

    def begin(self) -> None:
        """Forget what has been noted so far."""
        self._values: dict[tuple[int, int], list[Char]] = {}
        self.erased: list[str] = []
        self.outside_of_pictures: list[str] = []
        self.pictures = 0

    def changed_more_than(self, times: int, but_in: Container[int] = ()) -> list[str]:
        """Each cell that has changed more often, but in some rows, with its values, from above to below."""
        return [
            f"row {row} column {column}: {' -> '.join(repr(value.data) for value in values)}"
            for (row, column), values in sorted(self._values.items())
            if len(values) - 1 > times and row not in but_in
        ]

    def draw(self, data: str) -> None:
        row, left = self.cursor.y, self.cursor.x
        before = [self.buffer[row][column] for column in range(self.columns)]
        super().draw(data)
        if self.cursor.y != row:
            self.erased.append(f"scrolled or wrapped by {data!r}")
        for column in range(left, self.columns):
            cell = self.buffer[row][column]
            if cell != before[column]:
                self._values.setdefault((row, column), [before[column]]).append(cell)
        self._is_drawn = True
        if not self._is_in_picture:
            self.outside_of_pictures.append(data)

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        self.erased.append(f"line, {how}")
        super().erase_in_line(how, private)

    def erase_in_display(self, how: int = 0, *args: Any, **options: Any) -> None:
        self.erased.append(f"screen, {how}")
        super().erase_in_display(how, *args, **options)

    def set_mode(self, *modes: int, **options: Any) -> None:
        self._take_mode(modes, options, is_on=True)
        super().set_mode(*modes, **options)

    def reset_mode(self, *modes: int, **options: Any) -> None:
        self._take_mode(modes, options, is_on=False)
        super().reset_mode(*modes, **options)

    def _take_mode(self, modes: tuple[int, ...], options: dict[str, Any], *, is_on: bool) -> None:
        if options.get("private") and SYNCHRONIZED_OUTPUT in modes:
            # One in which nothing is drawn moves the cursor.
            self.pictures += not is_on and self._is_drawn
            self._is_in_picture, self._is_drawn = is_on, False
