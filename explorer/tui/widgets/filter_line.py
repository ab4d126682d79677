"""The line of the filters that are set: each a chip, with the key that drops it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from explorer.tui.drawing import drawable, fit
from explorer.tui.widgets.bars import Bar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Size

# A chip is cut rather than left out, down to so many cells.
_NARROWEST = 8
# Chips take a line for each so many rows of the window, up to a few.
_MOST_LINES, _ROWS_FOR_A_LINE = 3, 5


class FilterLine(Bar):
    """`  f2 Cuba  f3 China  f4 1960–1964 `; not there while there is no filter.  A click drops one.

    In a narrow window it takes several lines: there they are what says in words what is shown.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"filter--key", "filter--text"}
    DEFAULT_CSS = """
    FilterLine { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__(id="filter-line")
        self.display = False
        self._texts: tuple[str, ...] = ()
        self._keys: tuple[str, ...] = ()
        # How many lines the chips need, which a low window may not have.
        self._height = 0

    def show(self, texts: Sequence[str], keys: Sequence[str]) -> None:
        """Show the filters, and the keys that drop the first, the second, …"""
        shown = tuple(map(drawable, texts)), tuple(keys)
        if shown == (self._texts, self._keys):
            return
        self._texts, self._keys = shown
        # Setting it lays the screen out anew, even to what it is.
        if self.display != bool(texts):
            self.display = bool(texts)
        # So does another number of lines.
        before, self._height = self._height, len(self._lines(self.size.width))
        self.refresh(layout=before != self._height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the chips need, if there are."""
        self._height = len(self._lines(width))
        return self._height

    def render_line(self, y: int) -> Strip:
        """One of the lines, for Textual."""
        width = self.size.width
        lines = self._lines(width)
        segments = lines[y] if y < len(lines) else []
        left = width - sum(segment.cell_length for segment in segments)
        return Strip([*segments, Segment(" " * max(0, left), self.ground)], width)

    def _lines(self, width: int) -> list[list[Segment]]:
        """The chips, line by line; in the last one as many as have room, and how many are left."""
        most = max(1, min(_MOST_LINES, self.app.size.height // _ROWS_FOR_A_LINE))
        lines, left = [[Segment(" ", self.ground)]], width - 1
        for place, text in enumerate(self._texts):
            hidden = len(self._texts) - place
            key = self._keys[place] if place < len(self._keys) else ""
            if len(lines) < most and _chip_width(key, text) > left and left < width - 1:
                lines.append([Segment(" ", self.ground)])
                left = width - 1
            room = left if hidden == 1 or len(lines) < most else left - len(f" +{hidden}")
            chip = self._chip(place, key, text, room)
            if chip is None:
                lines[-1].append(Segment(f" +{hidden}"[: max(0, left)], self.ground))
                break
            lines[-1] += chip
            left -= sum(segment.cell_length for segment in chip)
        return lines

    def _chip(self, place: int, key: str, text: str, room: int) -> list[Segment] | None:
        """A chip in at most `room` cells; None where there is no room for one."""
        lead = f"{key} " if key else ""
        room -= cell_len(lead)
        if room < min(cell_len(text), _NARROWEST):
            return None
        click = Style(meta={"@click": f"screen.drop_filter({place + 1})"})
        shown = text if cell_len(text) <= room else fit(text, room)
        return [
            Segment(lead, self.style_of(self.ground, "filter--key") + click),
            Segment(shown, self.style_of(self.ground, "filter--text") + click),
            Segment("  "[: room - cell_len(shown)], self.ground),
        ]


def _chip_width(key: str, text: str) -> int:
    return cell_len(key) + bool(key) + cell_len(text)
