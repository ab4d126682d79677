"""The story of a relation on one screen: its tone over time, how it stood, and the events of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import getters, on
from textual.content import Content
from textual.widgets import Static

from explorer.formats.cells import wrap
from explorer.relations import Pair, shown_mean, status_note
from explorer.tui.actions import action, binding, bindings
from explorer.tui.drawing import drawable, plural
from explorer.tui.screens.overlay import Overlay
from explorer.tui.widgets.bars import KeyBar
from explorer.tui.widgets.pane import Pane
from explorer.tui.widgets.relation_list import RelationList
from explorer.tui.widgets.tone_chart import ToneChart

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size

    from explorer.store import Store

_LONGEST_NOTE = 6
# What a title leaves to the frame.
_TITLE_MARGIN = 4


class RelationScreen(Overlay[str | None]):
    """A pair of countries (ids); it ends with the id of the event to go to, or with None."""

    CSS_PATH = "../relations.tcss"
    BINDINGS: ClassVar = [
        *bindings("relation", "dialogs"),
        binding("relations", "dismiss"),
        binding("help"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-few"), (12, "-some"), (22, "-many"), (32, "-plenty")]  # noqa: RUF012
    AUTO_FOCUS = "#relation-list"
    part = "relation"

    chart = getters.query_one(ToneChart)
    list = getters.query_one(RelationList)
    note = getters.query_one("#relation-note", Static)

    def __init__(self, store: Store, first: str, second: str) -> None:
        super().__init__()
        self._pair = Pair(store, first, second)

    def compose(self) -> ComposeResult:
        """The chart above, the list below."""
        with Pane(id="chart-pane"):
            yield ToneChart(self._pair)
        with Pane(id="relation-pane"):
            yield RelationList(self._pair)
        yield Static(id="relation-note", markup=False)
        yield KeyBar(self.keymap)

    def on_mount(self) -> None:
        """Name the list, and tell the keys."""
        self._name_list()
        self.query_one(KeyBar).show("relation")

    def on_resize(self) -> None:
        """Name the chart in the width that there is."""
        self._name_chart()

    def action_go(self) -> None:
        """Go to the event under the cursor, in the timeline."""
        if self.list.number is not None:
            self.dismiss(self._pair.store.events[self.list.number].id)

    async def action_press(self, id_: str) -> None:
        """Do what an action's key does: for clicks on the key bar."""
        await self.app.run_action(action(id_).call, self)

    def action_statuses(self) -> None:
        """Show what tells the statuses, or the events again."""
        self.list.show("statuses" if self.list.content == "events" else "events")
        self.set_class(self.list.content == "statuses", "-statuses")
        self._name_list()

    def action_window(self, step: int) -> None:
        """Take the mean over more years, or over fewer."""
        self.chart.widen(step)
        self._name_chart()

    @on(RelationList.Moved)
    def _row_moved(self, message: RelationList.Moved) -> None:
        self.chart.mark(message.number)
        self.note.display = message.status is not None
        if message.status is not None:
            self.note.update(shown_note(status_note(self._pair, message.status), self.size))

    def _name_chart(self) -> None:
        """Say whose tone it is and over how many years: the longest way to say so that has room."""
        years, pair = self.chart.window, self._pair
        ids = " and ".join(country.id for country in pair.countries)
        titles = (
            f"{pair.name} ── ● events, mean tone over {plural(years, 'year')}",
            f"{pair.name}, {years}-year mean",
            f"{ids}, {years}-year mean",
        )
        room = self.size.width - _TITLE_MARGIN
        title = next((title for title in titles if cell_len(title) <= room), titles[-1])
        self.query_one("#chart-pane").border_title = Content(drawable(title))

    def _name_list(self) -> None:
        tones = self._pair.tones
        mean = f", mean tone {shown_mean(tones.mean)}" if tones.count else ""
        title = f"{plural(tones.count, 'shared event')}{mean}"
        if self.list.content == "statuses":
            title = "How it stood, and what tells it"
        self.query_one("#relation-pane").border_title = title


def shown_note(note: str, size: Size) -> str:
    """As many lines of a note as leave two thirds of a window to what it is about."""
    most = max(1, min(_LONGEST_NOTE, size.height // 3))
    lines = wrap(drawable(note), max(1, size.width - 2)).split("\n")
    return "\n".join(lines if len(lines) <= most else [*lines[: most - 1], "…"])
