"""The countries pane: each country with its count in the current selection and when its events fell."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.message import Message

from explorer.records import dataclass
from explorer.search import marks
from explorer.tui.actions import bindings
from explorer.tui.drawing import Run, fit, marked, sparkline
from explorer.tui.widgets.line_list import LineList
from explorer.tui.widgets.titled import Titled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.search import Query
    from explorer.tui.rows import CountryRow


class Countries(LineList, Titled):
    """The list of countries; those that are chosen narrow the timeline."""

    BINDINGS: ClassVar = bindings("countries")
    steps_add_up = True
    COMPONENT_CLASSES: ClassVar[set[str]] = {"country--chosen", "country--spark"}

    @dataclass
    class Chosen(Message):
        """Somebody wants a country in (or out), or that one alone; `go` asks for its events too."""

        country: str
        only: bool = False
        go: bool = False

    def __init__(self, current: str | None = None) -> None:
        """`current` is the id of the country that the cursor begins on."""
        super().__init__(id="countries")
        self._current = current
        self.border_title = "Countries"
        self._rows: tuple[CountryRow, ...] = ()
        self._query: Query | None = None
        self._highest = 0

    def show(self, rows: Sequence[CountryRow], query: Query) -> None:
        """Show these countries; the cursor stays with its country."""
        current = self.current
        self._rows, self._query = tuple(rows), query
        # One scale for all: a bar of one country can be held against another's.
        self._highest = max((count for row in self._rows for count in row.counts), default=0)
        places = {row.country.id: place for place, row in enumerate(self._rows)}
        self.rebuild(places.get(current or "", 0) if self._rows else None)

    @property
    def current(self) -> str | None:
        """The id of the country under the cursor."""
        return self._rows[self.cursor].country.id if self.cursor is not None and self._rows else self._current

    def row_count(self) -> int:
        """One row a country."""
        return len(self._rows)

    def row(self, number: int, width: int) -> Sequence[Run]:
        """`● Cuba           5 ▁▇▃▂`."""
        row = self._rows[number]
        spark = sparkline(row.counts, self._highest)
        count = f"{row.count:,}"
        name_width = width - 4 - cell_len(count) - len(spark)
        name = fit(row.country.name, name_width)
        style = "country--chosen" if row.chosen else "" if row.count else "row--dim"
        return [
            Run("●" if row.chosen else " ", "country--chosen"),
            Run(" "),
            *marked(name, marks(name, self._query) if self._query else (), style, "row--mark"),
            Run(" "),
            Run(count, style),
            Run(" "),
            Run(spark, "country--spark"),
        ]

    def action_toggle_country(self) -> None:
        """Take the country in, or leave it out again."""
        self._choose()

    def action_only(self) -> None:
        """Choose this country alone."""
        self._choose(only=True)

    def action_go(self) -> None:
        """Choose this country alone and go to its events."""
        self._choose(only=True, go=True)

    def clicked(self, number: int, times: int) -> None:
        """A click toggles the country."""
        self._choose()

    def _choose(self, *, only: bool = False, go: bool = False) -> None:
        if self.cursor is not None:
            self.post_message(self.Chosen(self._rows[self.cursor].country.id, only, go))
