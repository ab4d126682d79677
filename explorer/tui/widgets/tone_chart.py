"""The chart of a relation: its tone over time, the years, and how it stood."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from explorer.printable import printable
from explorer.relations import (
    WINDOWS,
    Span,
    ToneSeries,
    fitting_window,
    span_of,
    statuses_in_words,
    tone_series,
)
from explorer.tui.drawing import Run
from explorer.tui.status_bar import status_bar
from explorer.tui.terminal import only_ascii
from explorer.tui.tone_plot import ACROSS, GUTTER, axis, plot
from explorer.tui.widgets.run_lines import RunLines

if TYPE_CHECKING:
    from textual.strip import Strip

    from explorer.relations import Pair

# The axis, the status as a bar, the status in words.
LINES_BELOW = 3


class ToneChart(RunLines):
    """Points are events, the line is their rolling mean over `window` years; an event can be marked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "chart--label", "chart--zero", "chart--line", "chart--point", "chart--marked", "chart--axis",
        "status--unknown", "status--none", "status--recognised", "status--relations", "status--severed",
        "status--restored", "status--open", "status--name", "status--words",
    }  # fmt: skip

    def __init__(self, pair: Pair) -> None:
        super().__init__(id="tone-chart")
        self._pair = pair
        self._span: Span | None = span_of(pair)
        self._window = fitting_window(self._span) if self._span else WINDOWS[0]
        self._marked: int | None = None
        self._series: ToneSeries | None = None
        self._rows: list[list[Run]] = []
        # The lines below the chart, which stay while the window and the mark change.
        self._below: list[list[Run]] = []

    @property
    def window(self) -> int:
        """The window of the rolling mean in years."""
        return self._window

    def widen(self, step: int) -> None:
        """Take the next wider window, or a narrower one."""
        place = WINDOWS.index(self._window) + step
        self._window = WINDOWS[max(0, min(len(WINDOWS) - 1, place))]
        self._series = None
        self._draw()

    def mark(self, number: int | None) -> None:
        """Mark the point of an event."""
        self._marked = number
        self._draw()

    def on_mount(self) -> None:
        """Draw in the size that there is."""
        self._draw()

    def on_resize(self) -> None:
        """Count anew for the width."""
        self._series, self._below = None, []
        self._draw()

    def render_line(self, y: int) -> Strip:
        """One line of the chart, for Textual."""
        return self.strip(self._rows[y] if y < len(self._rows) else [], self.ground)

    def _draw(self) -> None:
        width, height = self.content_size.width - GUTTER, self.content_size.height - LINES_BELOW
        self._rows = self._lines(width, height) if width > 0 and height > 0 else []
        self.refresh_lines_in_sight()

    def _lines(self, width: int, height: int) -> list[list[Run]]:
        self._below = self._below or self._lines_below(width)
        if self._span is None:
            why = "No shared event has a known beginning." if self._pair.shared else "They share no event."
            return [[Run(" " * GUTTER + why, "chart--label")], *self._below]
        if self._series is None:
            self._series = tone_series(self._pair, self._span, width, width * ACROSS, self._window)
        marked, braille = self._place(self._span, width), not only_ascii(os.environ)
        return [*plot(self._series, height - 1 + height % 2, braille=braille, marked=marked), *self._below]

    def _lines_below(self, width: int) -> list[list[Run]]:
        statuses, gutter = self._pair.statuses, Run(" " * GUTTER)
        words = [gutter, Run(printable(statuses_in_words(statuses)), "status--words")]
        if self._span is None:
            return [words]
        return [axis(self._span, width), [gutter, *status_bar(statuses, self._span, width)], words]

    def _place(self, span: Span, width: int) -> tuple[int, int] | None:
        """The stretch and the tone of the marked event; None where it has no known beginning."""
        store, number = self._pair.store, self._marked
        day = store.events[number].date.earliest if number is not None else None
        if number is None or day is None:
            return None
        stretch = sum(start <= day for start in span.days(width)) - 1
        return stretch, store.tone(number)
