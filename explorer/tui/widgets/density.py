"""The density strip: how the selected events lie on the whole time axis, and which part of it is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.message import Message

from explorer.records import dataclass
from explorer.tui.drawing import Run, sparkline
from explorer.tui.widgets.bars import Bar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

# Around the bars: a cell at either side for the brackets.
_AROUND = 2


class DensityStrip(Bar):
    """` ▁  ▂█[▅▁]▁  1910 ─── 2024`: brackets stand around the stretches that the list shows.

    A click goes to a time, and the brackets can be dragged along.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "density--bars",
        "density--seen",
        "density--bracket",
        "density--span",
    }

    class Resized(Message):
        """There is room for another number of bars."""

    @dataclass
    class Picked(Message):
        """Somebody wants to see the events of a stretch of time (from 0); a drag `jumps` only once."""

        stretch: int
        jumps: bool

        def can_replace(self, message: Message) -> bool:
            """Of a drag only the last place counts."""
            return isinstance(message, DensityStrip.Picked) and not message.jumps

    def __init__(self) -> None:
        super().__init__(id="density")
        self._counts: Sequence[int] = ()
        self._span = ""
        self._seen: tuple[int, int] | None = None
        # How far right of the first stretch in sight the mouse holds the brackets; None while it does not.
        self._held: int | None = None
        # The stretch that they were last taken to, and whether they were taken anywhere.
        self._at = 0
        self._is_dragged = False

    def show(self, counts: Sequence[int], span: str) -> None:
        """Show one bar a stretch of time; `span` names the first and the last year."""
        self._counts, self._span = counts, span
        self.refresh_lines_in_sight()

    def mark(self, seen: tuple[int, int] | None) -> None:
        """Mark the stretches (from 0) from the first to the last that are in sight; None takes it away."""
        if seen != self._seen:
            self._seen = seen
            self.refresh_lines_in_sight()

    @property
    def stretches(self) -> int:
        """How many stretches of time are shown."""
        return len(self._counts)

    def on_resize(self) -> None:
        """Ask for as many bars as there is room for now."""
        self.post_message(self.Resized())

    def room(self, span: str) -> int:
        """How many bars have room beside the years."""
        return max(1, (self.size.width or 60) - cell_len(span) - _AROUND)

    def runs(self, width: int) -> list[Run]:
        """The bars, then the years at the right edge."""
        bars = f" {sparkline(self._counts)} "
        gap = " " * (width - cell_len(bars) - cell_len(self._span))
        return [*self._bars(bars), Run(gap), Run(self._span, "density--span")]

    def _bars(self, bars: str) -> list[Run]:
        if self._seen is None:
            return [Run(bars, "density--bars")]
        first, last = self._seen
        return [
            Run(bars[:first], "density--bars"),
            Run("[", "density--bracket"),
            Run(bars[first + 1 : last + 2], "density--seen"),
            Run("]", "density--bracket"),
            Run(bars[last + _AROUND + 1 :], "density--bars"),
        ]

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to the time under the mouse, or take hold of the brackets."""
        place = event.x - 1
        if not -1 <= place <= self.stretches:
            return
        self.capture_mouse()
        self._held, self._at, self._is_dragged = 0, -1, False
        if self._seen is not None and self._seen[0] - 1 <= place <= self._seen[1] + 1:
            self._held, self._at = place - self._seen[0], self._seen[0]
        else:
            self._take_to(place)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Let what is in sight follow the mouse while it is held."""
        if self._held is not None:
            self._take_to(event.x - 1 - self._held)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go; a click within the brackets goes to the time under the mouse."""
        if self._held is not None:
            if not self._is_dragged:
                self._take_to(event.x - 1)
            self.release_mouse()
            self._held = None

    def _take_to(self, place: int) -> None:
        stretch = max(0, min(self.stretches - 1, place))
        if stretch != self._at:
            self.post_message(self.Picked(stretch, jumps=not self._is_dragged))
            self._at, self._is_dragged = stretch, True
