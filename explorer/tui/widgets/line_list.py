"""A list of rows with a cursor, drawn by Textual's line API: only the rows in sight are ever made."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.geometry import Offset, Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from explorer.formats.cells import wrap
from explorer.tui.actions import bindings
from explorer.tui.drawing import Run
from explorer.tui.widgets.line_scrollbar import LineScrollBar
from explorer.tui.widgets.run_lines import RunLines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style
    from textual import events
    from textual.scrollbar import ScrollBar

# From so many cells on one can be left blank.
_ROOMY = 60
# So many rows are drawn ahead without a look at what there is to do: about a millisecond.
_DRAWN_AHEAD = 8


class LineList(RunLines, ScrollView, can_focus=True):
    """A pane of rows; a subclass says how many there are and what each shows.

    `cursor` is the row that has the cursor, None while there is none to have it.
    """

    BINDINGS: ClassVar = bindings("lists")
    COMPONENT_CLASSES: ClassVar[set[str]] = {"row--cursor", "row--mark", "row--dim", "row--strong"}
    DEFAULT_CSS = """
    LineList {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
    }
    """

    # Whether steps of the cursor, one after the other, come to the same as one of all their rows.
    steps_add_up: ClassVar[bool] = False

    cursor: reactive[int | None] = reactive(None, repaint=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        # The scrollbar has its place from the start and keeps it: one that comes and goes with what a letter
        # finds would lay the screen out anew each time.
        self.set_reactive(LineList.show_vertical_scrollbar, True)

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scrollbar, which is made when it is first asked for."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = LineScrollBar(self.scrollbar_size_vertical)
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar

    def row_count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def row(self, number: int, width: int) -> Sequence[Run]:
        """What a row shows in `width` cells."""
        raise NotImplementedError

    def empty_rows(self) -> Sequence[str]:
        """The lines to show where there is no row at all."""
        return ()

    def text_width(self, width: int) -> int:
        """The cells for text that is wrapped: where there is room a blank one stays beside the scrollbar."""
        return max(1, width - (width >= _ROOMY))

    def rebuild(self, cursor: int | None) -> None:
        """Take in new rows: size, cursor, picture."""
        self.take_row_count()
        self.cursor = cursor
        self._reveal()
        self.refresh_lines_in_sight()

    def take_row_count(self) -> None:
        """Scroll over as many rows as there are now.

        Setting Textual's `virtual_size` would lay the whole screen out again, for nothing.
        """
        size = Size(0, self.row_count())
        if size != self.virtual_size:
            self.set_reactive(LineList.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
            # It is kept within what there is to scroll over now.
            self.scroll_y = self.scroll_y

    @property
    def top(self) -> int:
        """The first row in sight; Textual's `scroll_offset` asks for the column, too."""
        return round(self.scroll_y)

    def kept_under(self, first: int, last: int) -> Sequence[int]:
        """Rows are kept by their number, so that scrolling finds them again."""
        top = self.top
        return range(top + first, top + last)

    def row_at(self, y: int) -> int:
        """The row that a line of the screen shows."""
        return y + self.top

    def render_line(self, y: int) -> Strip:
        """One line of the screen, for Textual."""
        width = self.drawn_width
        number = self.row_at(y)
        if number < self.row_count():
            return self.strip(self.row(number, width), self.row_style(number))
        notes = () if self.row_count() else self._notes(width)
        if y < len(notes):
            return self.strip([Run(notes[y], "row--dim")], self.ground)
        return Strip.blank(width, self.ground)

    def _notes(self, width: int) -> Sequence[str]:
        """What is shown where there is no row, with the lines wrapped that are too long."""
        return [
            line
            for note in self.empty_rows()
            for line in (
                [note] if cell_len(note) <= width else wrap(note.strip(), width - 1, " ").split("\n")
            )
        ]

    def row_style(self, number: int) -> Style:
        """The style that lies under a whole row."""
        if number == self.cursor:
            return self.style_of(self.ground, "row--cursor")
        return self.ground

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """Draw the two rows that changed, and keep the cursor in sight."""
        for number in (old, new):
            if number is not None:
                self.refresh_rows(number)
        self._reveal()

    def rows_ahead(self) -> Iterable[int]:
        """The rows that the next key may bring into sight; those that there are not do not count."""
        return ()

    def draw_ahead(self) -> bool:
        """Draw a few of the rows that the next key may bring into sight; whether there are more."""
        if not self.drawn_width:
            return False
        count, top, room = self.row_count(), self.top, self.room_to_keep()
        missing = (row for row in self.rows_ahead() if 0 <= row < count and not self.is_kept(row))
        few = [*islice(missing, min(room, _DRAWN_AHEAD))]
        self.keep((row - top, row) for row in few)
        for row in few:
            # A strip keeps what is written of it, too.
            self._kept[row].render(self.app.console)
        return len(few) == min(room, _DRAWN_AHEAD)

    def refresh_rows(self, first: int, count: int = 1) -> None:
        """Draw some rows anew, and not the scrollbar beside them."""
        width = self.scrollable_content_region.width
        self.forget(*range(first, first + count))
        self.refresh(Region(0, first - self.top, width, count))

    def move_to(self, number: int) -> None:
        """Put the cursor on a row, as near as there is one; without rows there is no cursor."""
        rows = self.row_count()
        self.put_cursor(max(0, min(rows - 1, number)) if rows else None)

    def put_cursor(self, number: int | None) -> None:
        """Give the cursor to a row; one that has it already is brought into sight."""
        if number == self.cursor:
            self._reveal()
        else:
            self.cursor = number

    def action_cursor(self, step: int) -> None:
        """Move by rows."""
        self.move_to((self.cursor or 0) + step)

    def take_steps(self, step: int, count: int) -> None:
        """Move as by so many steps, one after the other, in a list where these add up.

        The first one brings the cursor into sight; from there it makes no difference to what is scrolled.
        """
        self.action_cursor(step)
        self.action_cursor(step * (count - 1))

    def action_page(self, pages: float) -> None:
        """Move by pages of what is in sight."""
        self.action_cursor(self.rows_of(pages))

    def rows_of(self, pages: float) -> int:
        """How many rows some pages are: the last row of a page is the first one of the next."""
        return int(pages * max(1, self.scrollable_content_region.height - 1))

    def action_first(self) -> None:
        """To the first row."""
        self.move_to(0)

    def action_last(self) -> None:
        """To the last row."""
        self.move_to(self.row_count() - 1)

    def on_resize(self) -> None:
        """Keep the cursor in sight when the pane changes."""
        self._reveal()

    def on_focus(self) -> None:
        """Let the terminal's cursor stand on the row: screen readers follow it."""
        self.place_terminal_cursor()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse was."""
        offset = event.get_content_offset(self)
        if offset is not None:
            number = self.row_at(offset.y)
            if number < self.row_count():
                self.move_to(number)
                self.clicked(number, event.chain)

    def clicked(self, number: int, times: int) -> None:
        """What a click on a row does besides moving the cursor."""

    @property
    def cursor_place(self) -> Offset | None:
        """Where the row of the cursor begins on the screen."""
        if self.cursor is None:
            return None
        return self.content_region.offset + Offset(0, self.cursor - self.top)

    def place_terminal_cursor(self) -> None:
        """Let the terminal's own cursor stand at the beginning of the cursor's row."""
        place = self.cursor_place if self.has_focus else None
        if place is not None:
            self.app.cursor_position = place

    def jump_to(self, top: int) -> None:
        """Let a row be the first in sight."""
        # Without force nothing happens while the scrollbar has not come yet.
        self.scroll_to(y=top, animate=False, force=True)

    def context_rows(self, number: int) -> tuple[int, int]:
        """The first and the last row that must be in sight with a row."""
        return number, number

    def _reveal(self) -> None:
        if self.cursor is None:
            return
        height = self.scrollable_content_region.height
        if height:
            first, last = self.context_rows(self.cursor)
            top = self.top
            if last >= top + height:
                top = last - height + 1
            if first < top:
                top = first
            # Even a scroll to where it stands already draws the scrollbar anew.
            if top != self.top:
                self.jump_to(top)
        self.place_terminal_cursor()
