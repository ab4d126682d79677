"""The least that a list in Textual can be: rows behind a cursor, by its line API or in its own DataTable.

    python tests/benchmarks/peers/bare_lists.py lines|table ROWS

Both take a timeline's keys: down, page down, Home, End, and one to the next year.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import DataTable

if TYPE_CHECKING:
    from textual.widget import Widget

# So few that a thousand rows have years enough, and so many that another year is soon scrolled to.
ROWS_PER_YEAR = 20
CURSOR = Style(bgcolor="blue")
PLAIN = Style()


def cells(row: int) -> tuple[str, str]:
    """The year and the title, as long as those of a generated dataset."""
    return f"{1 + row // ROWS_PER_YEAR:>7}", f"Event {row} {'of some length ' * 4}"[:60]


def next_year(row: int) -> int:
    """The first row of the year after that of a row."""
    return (row // ROWS_PER_YEAR + 1) * ROWS_PER_YEAR


class Lines(ScrollView, can_focus=True):
    """A list by the line API, as Textual's guide to widgets explains it."""

    BINDINGS: ClassVar = [
        Binding("down", "move(1)"),
        Binding("pagedown", "page"),
        Binding("home", "go(0)"),
        Binding("end", "go(-1)"),
        Binding("right_curly_bracket", "year"),
    ]

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._count, self._cursor = rows, 0
        self.virtual_size = Size(80, rows)

    def render_line(self, y: int) -> Strip:
        """A row, in one style."""
        row = y + self.scroll_offset.y
        if row >= self._count:
            return Strip.blank(self.size.width)
        text = "  ".join(cells(row)).ljust(self.size.width)[: self.size.width]
        return Strip([Segment(text, CURSOR if row == self._cursor else PLAIN)], self.size.width)

    def action_move(self, step: int) -> None:
        """Down by rows."""
        self.action_go(self._cursor + step)

    def action_page(self) -> None:
        """Down by a page."""
        self.action_go(self._cursor + self.size.height)

    def action_year(self) -> None:
        """To the next year."""
        self.action_go(next_year(self._cursor))

    def action_go(self, row: int) -> None:
        """To a row; one below zero counts from the end."""
        before, self._cursor = self._cursor, row % self._count if row < 0 else min(row, self._count - 1)
        for changed in (before, self._cursor):
            self.refresh_line(changed)
        region = Region(0, self._cursor, self.size.width, 1)
        self.scroll_to_region(region, animate=False, immediate=True, x_axis=False)


class Table(DataTable[str]):
    """Textual's table, with a key to the next year."""

    BINDINGS: ClassVar = [Binding("home", "scroll_top"), Binding("end", "scroll_bottom")]
    BINDINGS += [Binding("right_curly_bracket", "year")]

    def __init__(self, rows: int) -> None:
        super().__init__(cursor_type="row", show_header=False)
        self._count = rows

    def on_mount(self) -> None:
        """Fill it."""
        self.add_columns("year", "title")
        self.add_rows(map(cells, range(self._count)))

    def action_year(self) -> None:
        """To the next year."""
        self.move_cursor(row=next_year(self.cursor_row))


class BareList(App[None]):
    """One list and nothing beside it, as large as the timeline is in 120 columns and 40 lines."""

    CSS = "Lines, Table { width: 51; height: 34; }"

    def __init__(self, widget: type[Lines | Table], rows: int) -> None:
        super().__init__()
        self._list: Widget = widget(rows)

    def compose(self) -> ComposeResult:
        """The list."""
        yield self._list


if __name__ == "__main__":
    BareList({"lines": Lines, "table": Table}[sys.argv[1]], int(sys.argv[2])).run()
