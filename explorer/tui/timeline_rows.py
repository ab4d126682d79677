"""What the rows of the timeline show: headings and events, with the bars of what goes on beside them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from rich.cells import cell_len

from explorer.dates import describe_within
from explorer.search import marks
from explorer.store import Running
from explorer.tui.drawing import Run, fit, marked, plural
from explorer.tui.event_marks import event_marks
from explorer.tui.period_names import period_name
from explorer.tui.running_bars import MORE, bars_above_event, bars_at_event, lanes_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.search import Query
    from explorer.store import Bar, EventRow, Heading, Outline, Ranked

DATE_WIDTH = 12
# Fewer cells than these tell nothing of a title.
_LEAST_TITLE = 8


class TimelineRows:
    """The rows of an outline in a number of cells, as runs of text."""

    def __init__(self, outline: Outline | Ranked, query: Query, width: int) -> None:
        self.outline = outline
        self.width = width
        self._query = query

    @cached_property
    def _running(self) -> Running:
        return Running(self.outline.selection, lanes_within(self.width) if self.outline.is_in_time else 0)

    def heading(self, heading: Heading, row: EventRow, own: int | None, *, is_uppermost: bool) -> list[Run]:
        """A heading over an event; the uppermost one also names what goes on since before it.

        `own` is the number of the event under the cursor, whose bar stands out.
        """
        beside = self._running.at(row.position)
        bars = bars_above_event(beside, row.position, own)
        gutter = [Run(MORE if beside.hidden else " ", "timeline--bar"), *bars]
        name, count = f"{period_name(heading.period)} ", f" {plural(heading.count, 'event')} ─"
        left = self.width - sum(cell_len(text) for text in (*(run.text for run in gutter), name, count))
        going_on = [bar for bar in beside.lanes if bar is not None and bar.first < row.position]
        told = self._titles(going_on, left - 4) if is_uppermost else ""
        rule = "─" * max(1, left - cell_len(told))
        return [
            *gutter,
            Run(name, "row--strong"),
            *([Run("─ ", "timeline--heading"), Run(told, "row--dim"), Run(" ")] if told else []),
            Run(rule[3:] if told else rule, "timeline--heading"),
            Run(count, "timeline--heading"),
        ]

    def _titles(self, bars: Sequence[Bar], width: int) -> str:
        """The titles of what goes on, in the order of its lanes, as far as there is room."""
        events = self.outline.selection.store.events
        if not bars or width < _LEAST_TITLE:
            return ""
        titles = " · ".join(events[bar.number].title for bar in bars)
        return fit(titles, width).rstrip() if cell_len(titles) > width else titles

    def event(self, row: EventRow, own: int | None) -> list[Run]:
        """An event: what goes on, its date, its title, and how well it is known."""
        store = self.outline.selection.store
        event = store.events[row.number]
        beside = self._running.at(row.position)
        bars = [*bars_at_event(beside, row.position, own)]
        flag = event_marks(event, store.passages(row.number))
        count = f"{len(event.sources):>2}"
        title = fit(event.title, self.width - len(bars) - DATE_WIDTH - 4 - len(count))
        lead = "▌" if row.number == own else MORE if beside.is_hidden else " "
        return [
            Run(lead, "timeline--flag" if row.number == own else "timeline--bar"),
            *bars,
            Run(fit(describe_within(event.date, DATE_WIDTH), DATE_WIDTH), "timeline--date"),
            Run(" "),
            *marked(title, marks(title, self._query), "", "row--mark"),
            Run(fit(flag.sign, 2), "timeline--flag"),
            Run(count, "row--dim"),
        ]

    def rows_of_bar(self, position: int) -> range:
        """The rows that the bar of the event at a position runs beside; none where it has no bar."""
        beside = self._running.at(position)
        bar = next((bar for bar in beside.lanes if bar is not None and bar.first == position), None)
        if bar is None:
            return range(0)
        return range(self.outline.row_of(bar.first), self.outline.row_of(bar.last) + 1)

    def bar_at(self, row: EventRow, cell: int) -> Bar | None:
        """The bar in a cell of an event's row."""
        lanes = self._running.at(row.position).lanes
        return lanes[cell - 1] if 1 <= cell <= len(lanes) else None
