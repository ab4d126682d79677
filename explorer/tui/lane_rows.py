"""The rows of the timeline in the view with lanes: beside each event a mark in the lanes of its countries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from explorer.tui.country_lanes import lanes_in
from explorer.tui.drawing import Run, cells_of, fit, plural
from explorer.tui.period_names import period_name
from explorer.tui.running_bars import MORE, bars_above_event
from explorer.tui.timeline_rows import DATE_WIDTH, TimelineRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from explorer.search import Query
    from explorer.store import Brief, EventRow, Heading, Outline, Ranked
    from explorer.tui.country_lanes import Lane

# What of the width is left to the titles, at least, in cells and as a share.
_LEAST_TITLE, _TITLE_SHARE = 10, 0.3
# From this width on there is room for what goes on, too.
_ROOM_FOR_BARS = 72
_BAR_LANES = 2


class LaneRows(TimelineRows):
    """Rows with a lane for each country, as far as these have room; the uppermost row names them."""

    def __init__(self, outline: Outline | Ranked, query: Query, width: int, lanes: Sequence[Lane]) -> None:
        super().__init__(outline, query, width)
        titles = max(_LEAST_TITLE, int(width * _TITLE_SHARE))
        bars = self.bar_lanes()
        # Around them: the cursor, the bars, the date with a blank, a blank behind the lanes, the flag.
        around = 1 + bars + bool(bars) + DATE_WIDTH + 1 + 1 + 2
        self._lanes = lanes_in(lanes, width - around - titles)

    def bar_lanes(self) -> int:
        """How many lanes there is room for to show what goes on."""
        return _BAR_LANES if self.width >= _ROOM_FOR_BARS else 0

    def heading(self, heading: Heading, row: EventRow, own: int | None, *, is_uppermost: bool) -> list[Run]:
        """A heading over an event; the uppermost one has the names of the lanes."""
        if not is_uppermost:
            return super().heading(heading, row, own, is_uppermost=False)
        beside = self.running.at(row.position)
        runs = [
            Run(MORE if beside.hidden else " ", "timeline--bar"),
            *bars_above_event(beside, row.position, own),
            Run(fit(period_name(heading.period, DATE_WIDTH), DATE_WIDTH) + " ", "row--strong"),
            *self._lanes.heads(),
        ]
        left = self.width - cells_of(runs)
        counts = (f" {plural(heading.count, 'event')} ─", f" {heading.count:,} ─", "")
        count = next(text for text in counts if cell_len(text) <= left - 1 or not text)
        return [*runs, Run("─" * (left - cell_len(count)) + count, "timeline--heading")]

    def before_title(self, event: Brief) -> Iterable[Run]:
        """The lanes."""
        yield from self._lanes.marks(event.countries)
        yield Run(" ")

    def after_title(self, event: Brief) -> Iterable[Run]:
        """Nothing: the titles need the room."""
        return ()
