"""What the rows of the timeline show: headings and events, with the bars of what goes on beside them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from explorer.dates import describe_within
from explorer.formats.cells import width_of
from explorer.search import marks
from explorer.store import Running
from explorer.tui.drawing import Run, cells_of, drawable, fit, marked, plural
from explorer.tui.event_marks import EVENT_MARKS
from explorer.tui.period_names import period_name
from explorer.tui.running_bars import MORE, bars_above_event, bars_at_event, lanes_within

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from explorer.search import Query
    from explorer.store import Bar, Brief, EventRow, Heading, Outline, Ranked

DATE_WIDTH = 12
_FLAG_WIDTH = 2
# Fewer cells than these tell nothing of a title.
_LEAST_TITLE = 8


class TimelineRows:
    """The rows of an outline in a number of cells, as runs of text."""

    def __init__(self, outline: Outline | Ranked, query: Query, width: int) -> None:
        self.outline = outline
        self.width = width
        self._query = query

    @cached_property
    def running(self) -> Running:
        """What goes on beside the events."""
        return Running(self.outline.selection, self.bar_lanes() if self.outline.is_in_time else 0)

    def bar_lanes(self) -> int:
        """How many lanes there is room for to show what goes on."""
        return lanes_within(self.width)

    def heading(self, heading: Heading, row: EventRow, own: int | None, *, is_uppermost: bool) -> list[Run]:
        """A heading over an event; the uppermost one tells more.

        `own` is the number of the event under the cursor, whose bar stands out.
        """
        beside = self.running.at(row.position)
        runs = [
            Run(MORE if beside.hidden else " ", "timeline--bar"),
            *bars_above_event(beside, row.position, own),
            Run(f"{period_name(heading.period)} ", "row--strong"),
        ]
        count = f" {plural(heading.count, 'event')} ─"
        if is_uppermost:
            going_on = [bar for bar in beside.lanes if bar is not None and bar.first < row.position]
            runs += self._told(going_on, self.width - cells_of(runs) - width_of(count) - 4)
        rule = "─" * max(1, self.width - cells_of(runs) - width_of(count))
        return [*runs, Run(rule + count, "timeline--heading")]

    def _told(self, bars: Sequence[Bar], width: int) -> list[Run]:
        """The titles of what goes on since before the screen begins, in the order of its lanes."""
        brief = self.outline.selection.store.brief
        if not bars or width < _LEAST_TITLE:
            return []
        titles = drawable(" · ".join(brief(bar.number).title for bar in bars))
        told = fit(titles, width).rstrip() if width_of(titles) > width else titles
        return [Run("─ ", "timeline--heading"), Run(f"{told} ", "row--dim")]

    def event(self, row: EventRow, own: int | None) -> list[Run]:
        """An event: what goes on, its date, its title, and how well it is known."""
        store = self.outline.selection.store
        event = store.brief(row.number)
        beside = self.running.at(row.position)
        lead = "▌" if row.number == own else MORE if beside.is_hidden else " "
        before = [
            Run(lead, "timeline--flag" if row.number == own else "timeline--bar"),
            *bars_at_event(beside, row.position, own),
            Run(fit(describe_within(event.date, DATE_WIDTH), DATE_WIDTH), "timeline--date"),
            Run(" "),
            *self.before_title(event),
        ]
        after = [
            Run(fit(EVENT_MARKS[event.standing].sign, _FLAG_WIDTH), "timeline--flag"),
            *self.after_title(event),
        ]
        title = fit(event.title, self.width - cells_of(before) - cells_of(after))
        return [*before, *marked(title, marks(title, self._query), "", "row--mark"), *after]

    def before_title(self, event: Brief) -> Iterable[Run]:
        """What stands between the date and the title."""
        return ()

    def after_title(self, event: Brief) -> Iterable[Run]:
        """What stands in the last cells: how many sources there are."""
        return (Run(f"{event.sources:>2}", "row--dim"),)

    def rows_of_bar(self, position: int) -> range:
        """The rows that the bar of the event at a position runs beside; none where it has no bar."""
        beside = self.running.at(position)
        bar = next((bar for bar in beside.lanes if bar is not None and bar.first == position), None)
        if bar is None:
            return range(0)
        return range(self.outline.row_of(bar.first), self.outline.row_of(bar.last) + 1)

    def bar_at(self, row: EventRow, cell: int) -> Bar | None:
        """The bar in a cell of an event's row."""
        lanes = self.running.at(row.position).lanes
        return lanes[cell - 1] if 1 <= cell <= len(lanes) else None
