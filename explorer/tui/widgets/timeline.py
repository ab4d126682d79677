"""The timeline: the selected events in time order under the headings of their years."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from explorer.records import dataclass
from explorer.store import EventRow, Heading
from explorer.tui.actions import bindings
from explorer.tui.timeline_rows import TimelineRows
from explorer.tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events

    from explorer.search import Query
    from explorer.store import Outline, Ranked
    from explorer.tui.country_lanes import Lane
    from explorer.tui.drawing import Run

# In fewer lines none is kept for a heading.
_FEW_LINES = 4


class Timeline(LineList):
    """The list of events.  The cursor stands on events only, never on a heading."""

    BINDINGS: ClassVar = bindings("timeline")
    steps_add_up = True
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "timeline--date",
        "timeline--heading",
        "timeline--flag",
        "timeline--bar",
        "timeline--own-bar",
        "timeline--lane",
        "timeline--mark",
    }

    @dataclass
    class Moved(Message, bubble=False):
        """The cursor came to another event (its number in the store), or there is none any more."""

        number: int | None

        def can_replace(self, message: Message) -> bool:
            """Only where the cursor is now counts."""
            return isinstance(message, Timeline.Moved)

    class Scrolled(Message, bubble=False):
        """Other events are in sight.  Posted to the screen, as `Moved`."""

        def can_replace(self, message: Message) -> bool:
            """Only what is in sight now counts."""
            return isinstance(message, Timeline.Scrolled)

    class Jumping(Message, bubble=False):
        """The cursor is about to go far.  Posted to the screen, as `Moved`, which would overtake it."""

    @dataclass
    class Opened(Message):
        """Somebody wants to read the passage of the event under the cursor."""

        number: int

    def __init__(self) -> None:
        super().__init__(id="timeline")
        self._outline: Outline | Ranked | None = None
        self._query: Query | None = None
        self._lanes: Sequence[Lane] | None = None
        self._rows: TimelineRows | None = None
        self._number: int | None = None
        self._seen: tuple[int, int] | None = None
        self.notes: Sequence[str] = ()

    @property
    def number(self) -> int | None:
        """The number of the event under the cursor."""
        return self._number

    def show(
        self,
        outline: Outline | Ranked,
        query: Query,
        notes: Sequence[str] = (),
        *,
        lanes: Sequence[Lane] | None = None,
        from_first: bool = False,
    ) -> None:
        """Show these events, as a list or with lanes for these countries.

        The cursor stays with its event, or goes to the next one in time, unless all is to be seen from the
        first event on.
        """
        self._outline, self._query, self._lanes, self.notes = outline, query, lanes, notes
        self._rows = None
        position = outline.nearest(self._number or 0)
        if from_first and position is not None:
            position = 0
        self.rebuild(None if position is None else outline.row_of(position))
        self._tell()
        self._tell_seen()

    def go_to(self, number: int) -> None:
        """Put the cursor on an event, if it is shown."""
        position = self._outline.position(number) if self._outline else None
        if position is not None:
            self._go_to_position(position)

    def row_count(self) -> int:
        """The events and their headings."""
        return len(self._outline) if self._outline else 0

    def row(self, number: int, width: int) -> Sequence[Run]:
        """A heading or an event."""
        assert self._outline is not None
        row = self._outline[number]
        if isinstance(row, Heading):
            top = self.top
            event = self._outline.event_at(max(top, number))
            is_uppermost = self._has_sticky_heading and number <= top
            return self._rows_within(width).heading(row, event, self._own, is_uppermost=is_uppermost)
        return self._rows_within(width).event(row, self._own)

    def rows_ahead(self) -> Iterator[int]:
        """The rows that the next key may bring into sight: a page, the next period, a page back."""
        outline, height, top = self._outline, self.scrollable_content_region.height, self.top
        if outline is not None and self.cursor is not None:
            yield from range(top + height, top + 2 * height)
            row = outline[self.cursor]
            assert isinstance(row, EventRow)
            next_ = outline.row_of(outline.position_of_period(row.position, 1))
            yield from range(max(top + height, next_ - height + 1), next_ + 1)
            # Headings that are scrolled past would be drawn as the one that sticks to the top.
            yield from (row for row in range(top - height, top) if not self._is_heading(row))

    def _is_heading(self, row: int) -> bool:
        return self._outline is not None and row >= 0 and isinstance(self._outline[row], Heading)

    def _rows_within(self, width: int) -> TimelineRows:
        """What draws the rows in so many cells."""
        assert self._outline is not None
        assert self._query is not None
        if self._rows is None or self._rows.width != width:
            if self._lanes is None:
                self._rows = TimelineRows(self._outline, self._query, width)
            else:
                from explorer.tui.lane_rows import LaneRows

                self._rows = LaneRows(self._outline, self._query, width, self._lanes)
        return self._rows

    @property
    def _own(self) -> int | None:
        """The number of the event under the cursor, if it is shown."""
        return None if self.cursor is None else self._number

    def empty_rows(self) -> Sequence[str]:
        """What to do about an empty result."""
        return self.notes

    def move_to(self, number: int) -> None:
        """Put the cursor on the event of a row; from a heading it goes to the heading's first event."""
        if self._outline and len(self._outline):
            row = max(0, min(len(self._outline) - 1, number))
            self.put_cursor(row + isinstance(self._outline[row], Heading))

    def show_from(self, number: int) -> None:
        """Put the cursor on an event, if it is shown, and begin with it what is in sight."""
        self.go_to(number)
        if self.cursor is not None:
            self.jump_to(self.context_rows(self.cursor)[0])

    @property
    def seen(self) -> tuple[int, int] | None:
        """The numbers of the first and the last event in sight; None where that is no part of time."""
        outline, height = self._outline, self.scrollable_content_region.height
        if outline is None or not outline.is_in_time or not 0 < height < len(outline):
            return None
        top = self.top
        last = min(len(outline), top + height) - 1
        return (
            outline.event_at(min(last, top + self._has_sticky_heading)).number,
            outline.event_at(last, -1).number,
        )

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell what is in sight."""
        super().watch_scroll_y(old_value, new_value)
        self._tell_seen()

    def on_resize(self) -> None:
        """Tell what is in sight."""
        self._tell_seen()

    def on_click(self, event: events.Click) -> None:
        """A click on a bar goes to the event that it belongs to."""
        offset = event.get_content_offset(self)
        if self._outline is None or self._rows is None or offset is None:
            return
        number = offset.y + self.top
        row = self._outline[number] if number < len(self._outline) else None
        bar = self._rows.bar_at(row, offset.x) if isinstance(row, EventRow) else None
        if bar is not None and isinstance(row, EventRow) and bar.number != row.number:
            event.prevent_default()
            self.screen.post_message(self.Jumping())
            self.go_to(bar.number)

    def context_rows(self, number: int) -> tuple[int, int]:
        """An event is seen under a heading: that of its period takes the uppermost line."""
        return (number - 1 if self._has_sticky_heading else number), number

    def row_at(self, y: int) -> int:
        """The row that a line of the screen shows; the uppermost one is a heading."""
        row = super().row_at(y)
        heading = self._outline.heading_row(row) if y == 0 and self._outline is not None else None
        return heading if heading is not None and self._has_sticky_heading else row

    def kept_under(self, first: int, last: int) -> Sequence[int]:
        """Rows are kept by their number, wherever they stand."""
        keys = super().kept_under(first, last)
        # The uppermost heading tells of what goes on beside the row that it covers.
        return [-1 - keys[0], *keys[1:]] if not first and self._has_sticky_heading else keys

    @property
    def _has_sticky_heading(self) -> bool:
        # Whatever has rows has headings.
        return bool(self._outline) and self.scrollable_content_region.height >= _FEW_LINES

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """Tell which event it is, and let its bar stand out."""
        super().watch_cursor(old, new)
        self._tell()
        for row in (old, new):
            self._draw_bar_of(row)

    def refresh_rows(self, first: int, count: int = 1) -> None:
        """Draw some rows anew; the uppermost one is kept by another key."""
        self.forget(-1 - self.top)
        super().refresh_rows(first, count)

    def _draw_bar_of(self, row: int | None) -> None:
        """Draw the bar of a row's event anew, also where it is kept and not in sight."""
        if self._rows is None or row is None or row >= self.row_count():
            return
        event = self._rows.outline[row]
        rows = self._rows.rows_of_bar(event.position) if isinstance(event, EventRow) else range(0)
        if rows:
            # Headings that stick to the top, which are kept by keys below zero, show it too.
            self.forget_if(lambda key: key < 0 or key in rows)
            top = self.top
            seen = range(max(top, rows.start), min(top + self.scrollable_content_region.height, rows.stop))
            if seen:
                self.refresh_rows(seen.start, len(seen))

    def action_cursor(self, step: int) -> None:
        """Move by events; headings do not count."""
        if self._outline and self.cursor is not None:
            row = self._outline[self.cursor]
            assert isinstance(row, EventRow)
            self._go_to_position(row.position + step)

    def action_page(self, pages: float) -> None:
        """Move by pages of what is in sight, in which headings take their room: no event is passed unseen."""
        if not self._outline or self.cursor is None:
            return
        step = 1 if pages > 0 else -1
        row = self.cursor + self.rows_of(pages)
        # On this side of a heading, unless that is where the cursor stands.
        there = self._outline.event_at(max(0, min(self.row_count() - 1, row)), -step).position
        here = self._outline.event_at(self.cursor).position
        self._go_to_position(there if (there - here) * step > 0 else here + step)

    def action_first(self) -> None:
        """To the first event: a jump."""
        self.screen.post_message(self.Jumping())
        super().action_first()

    def action_last(self) -> None:
        """To the last event: a jump."""
        self.screen.post_message(self.Jumping())
        super().action_last()

    def action_year(self, step: int) -> None:
        """Move to the first event of another period."""
        if self._outline and self.cursor is not None:
            row = self._outline[self.cursor]
            assert isinstance(row, EventRow)
            self._go_to_position(self._outline.position_of_period(row.position, step))

    def action_open(self) -> None:
        """Ask for the passage."""
        if self._number is not None:
            self.post_message(self.Opened(self._number))

    def clicked(self, number: int, times: int) -> None:
        """A double click opens the passage."""
        if times > 1:
            self.action_open()

    @contextmanager
    def cursor_kept_in_place(self) -> Iterator[None]:
        """Show other rows around the event under the cursor, which stays in its line of the screen."""
        line = (self.cursor or 0) - self.top
        yield
        self.jump_to((self.cursor or 0) - line)

    def _go_to_position(self, position: int) -> None:
        assert self._outline is not None
        last = len(self._outline.selection) - 1
        if last >= 0:
            self.put_cursor(self._outline.row_of(max(0, min(last, position))))

    def _tell(self) -> None:
        row = self._outline[self.cursor] if self._outline and self.cursor is not None else None
        number = row.number if isinstance(row, EventRow) else None
        if number is not None:
            self._number = number
        # Not from pane to pane: the source is to change in the same picture.
        self.screen.post_message(self.Moved(number))

    def _tell_seen(self) -> None:
        seen = self.seen
        if seen != self._seen:
            self._seen = seen
            self.screen.post_message(self.Scrolled())
