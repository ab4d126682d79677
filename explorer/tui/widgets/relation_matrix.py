"""The matrix of relations: countries by countries, with headings that stay while it scrolls under them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive

from explorer.records import dataclass
from explorer.relations import shown_mean
from explorer.tui.actions import bindings
from explorer.tui.drawing import Run, drawable, fit
from explorer.tui.widgets.relation_list import tone_style
from explorer.tui.widgets.run_lines import RunLines

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

    from explorer.relations import RelationMatrix

_MEAN = len("+5.0")
_GAP = 2
_LONGEST_ID = 8
_NARROWEST_HEADING, _WIDEST_HEADING = 8, 40
_HEADER = 1

Place = tuple[int, int]


class Matrix(RunLines, can_focus=True):
    """Cells of `count mean`; the cursor stands on a cell (row, column), and its headings stand out."""

    BINDINGS: ClassVar = bindings("lists", "matrix")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "matrix--heading", "matrix--here", "matrix--cursor", "matrix--nothing", "relation--good",
        "relation--bad", "row--dim",
    }  # fmt: skip

    cursor: reactive[Place] = reactive((0, 0), repaint=False)

    @dataclass
    class Moved(Message):
        """The cursor came to another cell."""

        row: int
        column: int

    @dataclass
    class Opened(Message):
        """Somebody wants to see the relation of two countries."""

        row: int
        column: int

    def __init__(self, matrix: RelationMatrix) -> None:
        super().__init__(id="matrix")
        self._matrix = matrix
        self._top = self._left = 0
        most = f"{matrix.most():,}"
        ids = [cell_len(drawable(country.id)) for country in matrix.countries]
        self._count = len(most)
        self._cell = max(self._count + 1 + _MEAN, min(_LONGEST_ID, max(ids, default=0))) + _GAP
        names = [cell_len(drawable(self._label(place))) for place in range(len(matrix))]
        self._name_width = min(_WIDEST_HEADING, max(names, default=0)) + 2

    def on_mount(self) -> None:
        """Begin beside the diagonal, where two countries meet."""
        self.cursor = (0, max(0, min(1, len(self._matrix) - 1)))

    def on_resize(self) -> None:
        """Scroll anew for the size: from the beginning as far as the cursor needs."""
        self._top = self._left = 0
        self._reveal()

    def watch_cursor(self) -> None:
        """Bring it into sight, and tell where it is."""
        self._reveal()
        self.post_message(self.Moved(*self.cursor))

    def render_line(self, y: int) -> Strip:
        """The headings, or a row, for Textual."""
        row = y - _HEADER + self._top
        if y < _HEADER:
            return self.strip(self._headings(), self.ground)
        if row >= len(self._matrix):
            return self.strip([], self.ground)
        return self.strip(self._row(row), self.ground)

    def action_cursor(self, step: int) -> None:
        """Move by rows."""
        self._move(step, 0)

    def action_next_pane(self, step: int) -> None:
        """Move by columns: the keys that lead to the pane beside this one lead to the cell beside it here."""
        self._move(0, step)

    def action_page(self, pages: float) -> None:
        """Move by pages of the rows in sight."""
        self._move(int(pages * max(1, self._shown[0] - 1)), 0)

    def action_first(self) -> None:
        """To the first row."""
        self._move(-len(self._matrix), 0)

    def action_last(self) -> None:
        """To the last row."""
        self._move(len(self._matrix), 0)

    def action_open(self) -> None:
        """Ask for the relation of the two countries; a country has none with itself."""
        row, column = self.cursor
        if row != column:
            self.post_message(self.Opened(row, column))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a cell; a second click opens it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        row = offset.y - _HEADER + self._top
        column = (offset.x - self._heading) // self._cell + self._left
        if offset.y >= _HEADER and offset.x >= self._heading and max(row, column) < len(self._matrix):
            self.cursor = row, column
            if event.chain > 1:
                self.action_open()

    def on_mouse_scroll_down(self) -> None:
        """Down by rows."""
        self._move(1, 0)

    def on_mouse_scroll_up(self) -> None:
        """Up by rows."""
        self._move(-1, 0)

    @property
    def _heading(self) -> int:
        """The cells of the row headings: at most a third of the width."""
        return max(_NARROWEST_HEADING, min(self._name_width, self.size.width // 3))

    @property
    def _shown(self) -> Place:
        """How many whole rows and columns there is room for."""
        return max(1, self.size.height - _HEADER), max(1, (self.size.width - self._heading) // self._cell)

    def _move(self, down: int, right: int) -> None:
        row, column = self.cursor
        last = len(self._matrix) - 1
        self.cursor = max(0, min(last, row + down)), max(0, min(last, column + right))

    def _reveal(self) -> None:
        rows, columns = self._shown
        last = len(self._matrix)
        row, column = self.cursor
        self._top = max(row - rows + 1, min(row, self._top, max(0, last - rows)))
        self._left = max(column - columns + 1, min(column, self._left, max(0, last - columns)))
        if self.has_focus:
            x = self._heading + (column - self._left) * self._cell
            self.app.cursor_position = self.content_region.offset + Offset(x, _HEADER + row - self._top)
        self.refresh()

    def _columns(self) -> range:
        return range(self._left, min(len(self._matrix), self._left + self._shown[1]))

    def _headings(self) -> list[Run]:
        runs = [Run(fit(self._beyond(), self._heading), "matrix--heading")]
        for column in self._columns():
            here = "matrix--here" if column == self.cursor[1] else "matrix--heading"
            name = fit(self._matrix.countries[column].id, self._cell - _GAP)
            runs += [Run(" " * _GAP), Run(name.strip().rjust(self._cell - _GAP), here)]
        return runs

    def _beyond(self) -> str:
        """How many columns and rows there are beyond the edges: `←1 4→ ↑0 3↓`."""
        columns, rows, count = self._columns(), self._shown[0], len(self._matrix)
        beside = f"←{columns.start} {count - columns.stop}→" if len(columns) < count else ""
        below = f"↑{self._top} {max(0, count - self._top - rows)}↓" if rows < count else ""
        both = f"{beside} {below}".strip()
        return both if len(both) < self._heading else beside or below

    def _row(self, row: int) -> list[Run]:
        here = "matrix--here" if row == self.cursor[0] else "matrix--heading"
        runs = [Run(fit(self._label(row), self._heading - 1), here), Run(" ")]
        for column in self._columns():
            runs += self._drawn_cell(row, column)
        return runs

    def _drawn_cell(self, row: int, column: int) -> list[Run]:
        width = self._cell - _GAP
        if row == column:
            text, style = "—".rjust(width), "matrix--nothing"
        elif tones := self._matrix.cell(row, column):
            text = f"{tones.count:,} {shown_mean(tones.mean):>{_MEAN}}".rjust(width)
            style = tone_style(tones.mean or 0)
        else:
            text, style = "·".rjust(width), "matrix--nothing"
        if (row, column) == self.cursor:
            return [Run(" " * (_GAP - 1)), Run(f"▌{text}", "matrix--cursor")]
        return [Run(" " * _GAP), Run(text, style)]

    def _label(self, place: int) -> str:
        country = self._matrix.countries[place]
        return f"{country.id} {country.name}" if country.id != country.name else country.name
