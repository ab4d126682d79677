"""The timeline's arrangement: what the keys change of it, and what follows from it on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.store import Outline
from explorer.tui.arrangement import arranged
from explorer.tui.main.event_at_hand import EventAtHand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.config import Keymap
    from explorer.state import Memory
    from explorer.tui.session import Start


class Arranging(EventAtHand):
    """Shows the selection in the timeline as somebody wants it arranged."""

    def __init__(self, start: Start, memory: Memory, keymap: Keymap) -> None:
        super().__init__(start, memory, keymap)
        self.arrangement = arranged(start.zoom)

    @property
    def timeline_title(self) -> str:
        """What stands over the timeline."""
        return f"Timeline ── {self.arrangement.words}"

    def show_rows(self, notes: Sequence[str]) -> None:
        """Show the selection; the notes stand in its place where it is empty."""
        if self.selection is not None:
            outline = Outline(self.selection, self.arrangement.zoom)
            self.timeline.show(outline, self.filters.query, notes)

    def action_zoom(self, step: int) -> None:
        """Narrower (1) or wider (-1) periods; the event under the cursor stays where it is on the screen."""
        zoomed = self.arrangement.zoomed(step)
        if zoomed == self.arrangement:
            told = "narrower than months" if step > 0 else "wider than centuries"
            self.message_line.show(f"No periods are {told}.", fading=True)
            return
        self.arrangement = zoomed
        self._arrange_anew()

    def _arrange_anew(self) -> None:
        self.timeline_pane.border_title = self.timeline_title
        with self.timeline.cursor_kept_in_place():
            self.show_rows(self.timeline.notes)
