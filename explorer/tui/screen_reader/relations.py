"""Relations in words: a pair with its status and its tone by decades, or a list of all pairs."""

from __future__ import annotations

from itertools import combinations
from math import comb
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.message import Message
from textual.widgets import Static

from explorer.records import dataclass
from explorer.relations import RelationMatrix, statuses_in_words
from explorer.tui.actions import binding, bindings
from explorer.tui.drawing import Run, drawable_document, plural
from explorer.tui.screen_reader.lines import SpokenRelationKeys
from explorer.tui.screen_reader.words import (
    event_in_words,
    in_full,
    pair_in_words,
    status_row,
    tones_in_words,
)
from explorer.tui.screens.overlay import Overlay
from explorer.tui.screens.relations import RelationScreen
from explorer.tui.widgets.line_list import LineList
from explorer.tui.widgets.pane import Pane
from explorer.tui.widgets.relation_list import RelationList
from explorer.tui.widgets.tone_chart import ToneChart

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style
    from textual.app import ComposeResult

    from explorer.store import Store


class SpokenRelation(RelationScreen):
    """A pair: what its chart shows stands above its events, in words."""

    def compose(self) -> ComposeResult:
        """The story in words, then the list."""
        yield Static(drawable_document(self._story()), id="story", markup=False)
        with Pane(id="chart-pane"):
            yield ToneChart(self._pair)
        with Pane(id="relation-pane"):
            yield SpokenRelationList(self._pair)
        yield Static(id="relation-note", markup=False)
        yield SpokenRelationKeys(self.keymap)

    def _story(self) -> str:
        pair = self._pair
        named = pair_in_words(pair.name, pair.tones.count, pair.tones.mean)
        stood = in_full(statuses_in_words(pair.statuses)).replace(" ⚡", ", disputed")
        said = (named, stood, tones_in_words(pair))
        return "\n".join(f"{each.rstrip('.')}." for each in said if each)


class SpokenRelationList(RelationList):
    """Events, or statuses, as sentences."""

    def row(self, number: int, width: int) -> Sequence[Run]:
        """An event, or a status with the title of its event."""
        store = self._pair.store
        if self.content == "statuses":
            return [Run(status_row(store, self._pair.statuses[number]))]
        date, title, rest = event_in_words(store, self._pair.shared[number])
        return [Run(f"{date}: {title}"), Run(f". {rest}" if rest else "")]

    def row_style(self, number: int) -> Style:
        """All rows look alike."""
        return self.ground


class PairList(LineList):
    """Every two of some countries, those that share the most events first."""

    BINDINGS: ClassVar = bindings("matrix")

    @dataclass
    class Opened(Message):
        """Somebody wants to hear of two countries (places in the matrix)."""

        row: int
        column: int

    def __init__(self, matrix: RelationMatrix) -> None:
        super().__init__(id="pairs")
        self._matrix = matrix
        pairs = combinations(range(len(matrix)), 2)
        self._pairs = sorted(pairs, key=lambda pair: -matrix.cell(*pair).count)

    def on_mount(self) -> None:
        """Begin with the first pair."""
        self.rebuild(0 if self._pairs else None)

    def row_count(self) -> int:
        """One row a pair."""
        return len(self._pairs)

    def row(self, number: int, width: int) -> Sequence[Run]:
        """`Cuba and China, 12 shared events, mean tone +1.6`."""
        pair = self._pairs[number]
        first, second = (self._matrix.countries[place].name for place in pair)
        tones = self._matrix.cell(*pair)
        return [Run(pair_in_words(f"{first} and {second}", tones.count, tones.mean))]

    def row_style(self, number: int) -> Style:
        """All rows look alike."""
        return self.ground

    def empty_rows(self) -> Sequence[str]:
        """There may be fewer than two countries."""
        return ("There are no two countries.",)

    def action_open(self) -> None:
        """Ask for the relation of the two."""
        if self.cursor is not None:
            self.post_message(self.Opened(*self._pairs[self.cursor]))


class PairsScreen(Overlay[str | None]):
    """All pairs of some countries (ids; by default all); it ends with the event to go to, or with None."""

    CSS_PATH = "../relations.tcss"
    BINDINGS: ClassVar = [*bindings("dialogs"), binding("relations", "dismiss"), binding("help")]
    AUTO_FOCUS = "#pairs"
    part = "matrix"

    list = getters.query_one(PairList)

    def __init__(self, store: Store, countries: Iterable[str] | None = None) -> None:
        super().__init__()
        self._store = store
        self._matrix = RelationMatrix(store, countries)

    def compose(self) -> ComposeResult:
        """A title and the list."""
        yield Static(f"Relations, {plural(comb(len(self._matrix), 2), 'pair')} of countries", markup=False)
        yield PairList(self._matrix)
        yield SpokenRelationKeys(self.keymap)

    def on_mount(self) -> None:
        """Tell the keys."""
        self.query_one(SpokenRelationKeys).show("matrix")

    @on(PairList.Opened)
    def _opened(self, message: PairList.Opened) -> None:
        ids = (self._matrix.countries[place].id for place in (message.row, message.column))
        self.app.push_screen(SpokenRelation(self._store, *ids), self._chosen)

    def _chosen(self, event: str | None) -> None:
        if event is not None:
            self.dismiss(event)


def relations_of(store: Store, chosen: Sequence[str]) -> SpokenRelation | PairsScreen:
    """The screen for the chosen countries: two are a pair, more some pairs, fewer all pairs."""
    if len(chosen) == 2:
        return SpokenRelation(store, *chosen)
    return PairsScreen(store, chosen if len(chosen) > 2 else None)
