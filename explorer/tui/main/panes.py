"""The panes of the main screen: which they are, and which of them is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters

from explorer.tui.actions import Where, action, shown_keys
from explorer.tui.main.first_frame import FirstFrame
from explorer.tui.session import PANES, Start
from explorer.tui.widgets.bars import KeyBar, MessageLine, ProgressLine, TitleBar
from explorer.tui.widgets.countries import Countries
from explorer.tui.widgets.density import DensityStrip
from explorer.tui.widgets.filter_line import FilterLine
from explorer.tui.widgets.pane import Pane
from explorer.tui.widgets.search_line import SearchLine
from explorer.tui.widgets.source_pane import SourcePane
from explorer.tui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from textual.events import DescendantBlur, DescendantFocus

    from explorer.config import Keymap
    from explorer.state import Memory
    from explorer.store import Selection, Store


class Panes(FirstFrame):
    """Countries, timeline and source, and the lines around them, over one store.

    The state is small: the filters, the selection that last came of them, the event under the timeline's
    cursor (its number in the store, and its id, which holds in the next store too) and which of its citations
    is shown.
    """

    title_bar = getters.query_one(TitleBar)
    filter_line = getters.query_one(FilterLine)
    search_line = getters.query_one(SearchLine)
    countries = getters.query_one(Countries)
    timeline = getters.query_one(Timeline)
    timeline_pane = getters.query_one("#timeline-pane", Pane)
    density = getters.query_one(DensityStrip)
    source_pane = getters.query_one(SourcePane)
    progress_line = getters.query_one(ProgressLine)
    message_line = getters.query_one(MessageLine)
    key_bar = getters.query_one(KeyBar)

    def __init__(self, start: Start, memory: Memory, keymap: Keymap) -> None:
        # The pane that gets the focus first has its class from the start: nothing is styled twice for it.
        super().__init__(classes=f"at-{start.pane}")
        self.start = start
        self.memory = memory
        self.keymap = keymap
        self.store: Store | None = None
        self.is_whole = False
        self.filters = start.filters
        self.selection: Selection | None = None
        self.event: str | None = start.wanted or start.event
        self.number: int | None = None
        self.citation = 0

    def action_pane(self, pane: str) -> None:
        """Go to a pane."""
        # The class comes first: a pane that is not shown cannot take the focus.
        self._mark_pane(pane)
        self.message_line.fade()
        self.set_focus(self.query_one(f"#{pane}"))

    def action_next_pane(self, step: int) -> None:
        """Go to the pane after this one, or the one before it."""
        self.action_pane(PANES[(PANES.index(self.pane_at_hand()) + step) % len(PANES)])

    def pane_at_hand(self) -> Where:
        """The pane that is at hand: the one with the focus, or that had it before the search line."""
        return next((pane for pane in PANES if self.has_class(f"at-{pane}")), "timeline")

    @property
    def shows_one_pane(self) -> bool:
        """Whether there is room for the pane at hand only."""
        return self.has_class("-narrow") or (self.has_class("-medium") and self.has_class("-low"))

    def _where(self) -> Where:
        focused = self.focused
        if focused is self.search_line:
            return "search"
        if focused is not None and focused.id == "find-input":
            return "find"
        return next((pane for pane in PANES if focused is not None and focused.id == pane), "timeline")

    def _mark_pane(self, pane: str) -> None:
        marked, wanted = self.classes & {f"at-{each}" for each in PANES}, f"at-{pane}"
        if marked != {wanted}:
            # Each change of the classes styles the whole screen anew: one is enough.
            self.remove_class(*marked, update=False)
            self.add_class(wanted)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The key bar and the narrow layouts follow the focus."""
        where = self._where()
        if where in PANES:
            self._mark_pane(where)
        self.key_bar.show(where)
        search = "search.events" if self.pane_at_hand() == "source" else "search"
        self.search_line.show_key(next(iter(self.keys_of(search)), ""))

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Give the focus back that a click into nothing has taken, as in a window that grows."""
        if self.focused is None:
            self.call_after_refresh(self._refocus)

    def on_resize(self) -> None:
        """Where the window was too small for anything to have the focus, give it back."""
        if self.focused is None:
            self.call_after_refresh(self._refocus)

    def _refocus(self) -> None:
        if self.focused is None and not (self.has_class("-tiny") or self.has_class("-flat")):
            self.action_pane(self.pane_at_hand())

    def action_toggle_compact(self) -> None:
        """Take the frames of the panes away, or give them back, until the program ends."""
        self.toggle_class("-compact")
        # Its size, with the frame, stays; what is in it has another one.
        self.call_after_refresh(self.source_pane.on_resize)
        state = "on: panes have no frames" if self.has_class("-compact") else "off"
        self.message_line.show(f"Compact mode is {state}.", fading=True)

    def keys_of(self, id_: str) -> tuple[str, ...]:
        """The keys of an action as a person reads them."""
        return shown_keys(action(id_), self.keymap)
