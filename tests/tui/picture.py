"""What a terminal would show of the app's updates, to be held against what the screen is."""

from __future__ import annotations

from typing import Any

from rich.cells import cell_len
from rich.style import Style
from textual._compositor import LayoutUpdate
from textual.strip import Strip

from explorer.tui.app import DetenteApp
from explorer.tui.compositor import Patches, PatchingScreen


class Picture:
    """Takes updates as they are sent; they are put together when somebody looks."""

    def __init__(self) -> None:
        self._lines: list[Strip] = []
        self._patches: list[Patches] = []
        self._known = True

    def take(self, update: Any) -> None:
        """Remember an update."""
        if isinstance(update, LayoutUpdate):
            self._lines = [Strip.join(list(strips)) for strips in update.strips]
            self._patches, self._known = [], True
        elif isinstance(update, Patches):
            self._patches.append(update)
        elif update is not None:
            # Of another kind of screen, which draws all of itself when it goes.
            self._known = False

    def difference(self, app: DetenteApp) -> str:
        """Where the main screen is not what was drawn of it; empty if it is, or nothing is known."""
        if not self._known or not isinstance(app.screen, PatchingScreen):
            return ""
        for patches in self._patches:
            for x, y, strip in patches.pieces:
                self._put(x, y, strip)
        self._patches = []
        # The window may have another size since all of it was drawn.
        whole = app.screen._compositor.render_strips()
        self._lines = [self._line(y).adjust_cell_length(app.size.width) for y in range(len(whole))]
        for y, (drawn, line) in enumerate(zip(self._lines, whole, strict=True)):
            if drawn != line and cells(drawn) != cells(line):
                first = next(
                    pair for pair in zip(cells(drawn), cells(line), strict=False) if pair[0] != pair[1]
                )
                return (
                    f"line {y} was drawn as\n{drawn.text!r} and is\n{line.text!r}; {first[0]} is {first[1]}"
                )
        return ""

    def _put(self, x: int, y: int, strip: Strip) -> None:
        line = self._line(y).extend_cell_length(x + strip.cell_length)
        self._lines += [Strip([])] * (y + 1 - len(self._lines))
        self._lines[y] = Strip.join([line.crop(0, x), strip, line.crop(x + strip.cell_length)])

    def _line(self, y: int) -> Strip:
        return self._lines[y] if y < len(self._lines) else Strip([])


def cells(strip: Strip) -> list[tuple[str, Any]]:
    """What each cell of a line shows, as (text, background, and what else can be seen of its style)."""
    found: list[tuple[str, Any]] = []
    for text, style, _ in strip:
        style = style or Style()
        seen = (style.color, style.bold, style.italic)
        for letter in text:
            # One without a width shows nothing; a wide one takes two cells.
            look = (style.bgcolor, None if letter.isspace() else seen)
            found += [(letter, look)] * cell_len(letter)
    return found
