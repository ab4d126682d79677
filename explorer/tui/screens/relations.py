"""The story of a relation on one screen: its tone over time, how it stood, and the events of both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from explorer.printable import printable
from explorer.relations import Pair, shown_mean, status_note
from explorer.tui.drawing import Run, plural
from explorer.tui.screens.dialog import wrapped
from explorer.tui.widgets.bars import Bar
from explorer.tui.widgets.relation_list import RelationList
from explorer.tui.widgets.tone_chart import ToneChart

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from explorer.store import Store

# Between the keys and the words: `+ - 10 years`.
_KEYS = re.compile(r" (?=\w)")
_LONGEST_NOTE = 6


class RelationScreen(Screen[int | None]):
    """A pair of countries (ids); it ends with the number of the event to go to, or with None."""

    CSS_PATH = "../relations.tcss"
    BINDINGS: ClassVar = [
        Binding("escape,q,r", "dismiss(None)", "back", show=False),
        Binding("enter", "go", "go to event", show=False, priority=True),
        Binding("s", "statuses", "status", show=False),
        Binding("plus,equals_sign", "window(1)", "longer mean", show=False),
        Binding("minus", "window(-1)", "shorter mean", show=False),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (12, "-flat"), (22, "-tall"), (32, "-high")]  # noqa: RUF012
    AUTO_FOCUS = "#relation-list"

    chart = getters.query_one(ToneChart)
    list = getters.query_one(RelationList)
    note = getters.query_one("#relation-note", Static)

    def __init__(self, store: Store, first: str, second: str) -> None:
        super().__init__()
        self._pair = Pair(store, first, second)

    def compose(self) -> ComposeResult:
        """The chart above, the list below."""
        with Vertical(id="chart-pane"):
            yield ToneChart(self._pair)
        with Vertical(id="relation-pane"):
            yield RelationList(self._pair)
        yield Static(id="relation-note", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        """Name the panes."""
        self._name_window()
        self._name_list()

    def action_go(self) -> None:
        """Go to the event under the cursor, in the timeline."""
        if self.list.number is not None:
            self.dismiss(self.list.number)

    def action_statuses(self) -> None:
        """Show what tells the statuses, or the events again."""
        self.list.show("statuses" if self.list.content == "events" else "events")
        self.set_class(self.list.content == "statuses", "-statuses")
        self._name_list()

    def action_window(self, step: int) -> None:
        """Take the mean over more years, or over fewer."""
        self.chart.widen(step)
        self._name_window()

    @on(RelationList.Moved)
    def _row_moved(self, message: RelationList.Moved) -> None:
        self.chart.mark(message.number)
        self.note.display = message.status is not None
        if message.status is not None:
            lines = wrapped(printable(status_note(self._pair, message.status)), self.size.width - 2)
            shown = lines if len(lines) <= _LONGEST_NOTE else [*lines[: _LONGEST_NOTE - 1], Content("…")]
            self.note.update(Content("\n").join(shown))

    def _name_window(self) -> None:
        window = plural(self.chart.window, "year")
        title = f"{self._pair.name} ── ● events, mean tone over {window}"
        self.query_one("#chart-pane").border_title = Content(printable(title))
        self.query_one(Keys).show(f"enter event  s status  + - {window}  escape back")

    def _name_list(self) -> None:
        tones = self._pair.tones
        mean = f", mean tone {shown_mean(tones.mean)}" if tones.count else ""
        title = f"{plural(tones.count, 'shared event')}{mean}"
        if self.list.content == "statuses":
            title = "How it stood, and what tells it"
        self.query_one("#relation-pane").border_title = title


class Keys(Bar):
    """The keys of a screen: each with what it does, two spaces apart."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key"}

    def __init__(self, text: str = "") -> None:
        super().__init__(id="keys")
        self._text = text

    def show(self, text: str) -> None:
        """Show these keys: `enter event  escape back`."""
        self._text = text
        self.refresh()

    def runs(self, width: int) -> list[Run]:
        """As many keys as have room."""
        runs, left = [Run(" ")], width - 1
        for part in self._text.split("  "):
            key, label = _KEYS.split(part, maxsplit=1)
            if len(part) + 2 > left:
                break
            runs += [Run(key, "keys--key"), Run(f" {label}  ")]
            left -= len(part) + 2
        return runs
