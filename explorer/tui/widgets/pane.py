"""A frame with something in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.geometry import Region

from explorer.tui.whole_pictures import AsksAtOnce
from explorer.tui.widgets.titled import Titled

if TYPE_CHECKING:
    from textual.strip import Strip


class Pane(Vertical, Titled, AsksAtOnce):
    """A container whose lines between the upper and the lower edge look the same: one of them is drawn."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region, for Textual."""
        sides = range(max(crop.y, 1), min(crop.bottom, self.outer_size.height - 1))
        if len(sides) < 2:
            return super().render_lines(crop)
        strips = super().render_lines(Region(crop.x, crop.y, crop.width, sides.start + 1 - crop.y))
        strips += strips[-1:] * (len(sides) - 1)
        if crop.bottom > sides.stop:
            strips += super().render_lines(Region(crop.x, sides.stop, crop.width, crop.bottom - sides.stop))
        return strips
