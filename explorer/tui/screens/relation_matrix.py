"""All relations of some countries at a glance: the matrix, and in words what is under its cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.widgets import Static

from explorer.relations import RelationMatrix, shown_mean
from explorer.tui.actions import action, binding, bindings
from explorer.tui.drawing import plural
from explorer.tui.screens.overlay import Overlay
from explorer.tui.screens.relations import RelationScreen, shown_note
from explorer.tui.widgets.bars import KeyBar
from explorer.tui.widgets.pane import Pane
from explorer.tui.widgets.relation_matrix import Matrix

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult

    from explorer.store import Store


class MatrixScreen(Overlay[str | None]):
    """The matrix of some countries (ids; by default all); it ends with the event to go to, or with None."""

    CSS_PATH = "../relations.tcss"
    BINDINGS: ClassVar = [*bindings("dialogs"), binding("relations", "dismiss"), binding("help")]
    VERTICAL_BREAKPOINTS = RelationScreen.VERTICAL_BREAKPOINTS
    AUTO_FOCUS = "#matrix"
    part = "matrix"

    matrix = getters.query_one(Matrix)

    def __init__(self, store: Store, countries: Iterable[str] | None = None) -> None:
        super().__init__()
        self._store = store
        self._matrix = RelationMatrix(store, countries)

    def compose(self) -> ComposeResult:
        """The matrix, and a line of words below it."""
        with Pane(id="matrix-pane") as pane:
            pane.border_title = "Shared events and their mean tone"
            yield Matrix(self._matrix)
        yield Static(id="relation-note", markup=False)
        yield KeyBar(self.keymap)

    def on_mount(self) -> None:
        """Tell the keys."""
        self.query_one(KeyBar).show("matrix")

    async def action_press(self, id_: str) -> None:
        """Do what an action's key does: for clicks on the key bar."""
        for namespace in (self.matrix, self):
            if await self.app.run_action(action(id_).call, namespace):
                return

    @on(Matrix.Moved)
    def _moved(self, message: Matrix.Moved) -> None:
        note = self.query_one("#relation-note", Static)
        note.update(shown_note(self._in_words(message.row, message.column), self.size))
        note.display = True

    @on(Matrix.Opened)
    def _opened(self, message: Matrix.Opened) -> None:
        ids = (self._matrix.countries[place].id for place in (message.row, message.column))
        self.app.push_screen(RelationScreen(self._store, *ids), self._chosen)

    def _chosen(self, event: str | None) -> None:
        if event is not None:
            self.dismiss(event)

    def _in_words(self, row: int, column: int) -> str:
        if not self._matrix.countries:
            return "This dataset has no countries."
        tones = self._matrix.cell(row, column)
        first, second = (self._matrix.countries[place].name for place in (row, column))
        names = first if row == column else f"{first} and {second}"
        events = plural(tones.count, "event" if row == column else "shared event")
        return f"{names}: {events}" + (f", mean tone {shown_mean(tones.mean)}" if tones.count else "")


def relations_of(store: Store, chosen: Sequence[str]) -> RelationScreen | MatrixScreen:
    """The screen for the chosen countries: two are a pair, more a matrix, fewer the matrix of all."""
    if len(chosen) == 2:
        return RelationScreen(store, *chosen)
    return MatrixScreen(store, chosen if len(chosen) > 2 else None)
