"""The line of the filters that are set: each a chip, with the key that drops it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from explorer.printable import printable
from explorer.tui.drawing import fit
from explorer.tui.widgets.bars import Bar

if TYPE_CHECKING:
    from collections.abc import Sequence

# A chip is cut rather than left out, down to so many cells.
_NARROWEST = 8


class FilterLine(Bar):
    """`  f2 Cuba  f3 China  f4 1960–1964 `; not there while there is no filter.  A click drops one."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"filter--key", "filter--text"}
    DEFAULT_CSS = """
    FilterLine { height: 1; }
    """

    def __init__(self) -> None:
        super().__init__(id="filter-line")
        self.display = False
        self._texts: tuple[str, ...] = ()
        self._keys: tuple[str, ...] = ()

    def show(self, texts: Sequence[str], keys: Sequence[str]) -> None:
        """Show the filters, and the keys that drop the first, the second, …"""
        shown = tuple(map(printable, texts)), tuple(keys)
        if shown == (self._texts, self._keys):
            return
        self._texts, self._keys = shown
        # Setting it lays the screen out anew, even to what it is.
        if self.display != bool(texts):
            self.display = bool(texts)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """As many chips as have room; how many are left is told at the end."""
        width = self.size.width
        segments, left = [Segment(" ", self.ground)], width - 1
        for place, text in enumerate(self._texts):
            hidden = len(self._texts) - place
            room = left if hidden == 1 else left - len(f" +{hidden}")
            chip = self._chip(place, self._keys[place] if place < len(self._keys) else "", text, room)
            if chip is None:
                rest = f" +{hidden}"[: max(0, left)]
                segments.append(Segment(rest, self.ground))
                left -= len(rest)
                break
            segments += chip
            left -= sum(segment.cell_length for segment in chip)
        return Strip([*segments, Segment(" " * max(0, left), self.ground)], width)

    def _chip(self, place: int, key: str, text: str, room: int) -> list[Segment] | None:
        """A chip in at most `room` cells; None where there is no room for one."""
        lead = f"{key} " if key else ""
        room -= cell_len(lead) + 2
        if room < min(cell_len(text), _NARROWEST):
            return None
        click = Style(meta={"@click": f"screen.drop_filter({place + 1})"})
        shown = text if cell_len(text) <= room else fit(text, room)
        return [
            Segment(lead, self.style_of(self.ground, "filter--key") + click),
            Segment(shown, self.style_of(self.ground, "filter--text") + click),
            Segment("  ", self.ground),
        ]
