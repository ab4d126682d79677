"""The main screen: countries, timeline and source over one store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container, Horizontal
from textual.message import Message
from textual.widgets import Static

from explorer.search.filters import Filters
from explorer.state import Memory, Session
from explorer.tui.actions import OWN_KEYS, action, bindings
from explorer.tui.main.dialogs import Dialogs
from explorer.tui.session import Start
from explorer.tui.widgets.bars import KeyBar, MessageLine, ProgressLine, TitleBar
from explorer.tui.widgets.countries import Countries
from explorer.tui.widgets.density import DensityStrip
from explorer.tui.widgets.filter_line import FilterLine
from explorer.tui.widgets.pane import Pane
from explorer.tui.widgets.search_line import SearchLine
from explorer.tui.widgets.source_pane import SourcePane
from explorer.tui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from explorer.config import Keymap
    from explorer.store import Store

SMALLEST = (30, 8)


class ExplorerScreen(Dialogs):
    """The main screen.  Each class that it stands on does one thing, and knows only those below it."""

    BINDINGS: ClassVar = bindings("everywhere")
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual does not declare it as a class variable
        (0, "-tiny"),
        (SMALLEST[0], "-narrow"),
        (70, "-medium"),
        (110, "-wide"),
        (160, "-huge"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (SMALLEST[1], "-low"), (14, "-tall")]  # noqa: RUF012
    AUTO_FOCUS = "#timeline"
    # The document has a selection of its own.
    ALLOW_SELECT = False

    class Drawn(Message):
        """The first frame has been drawn: there is time for what takes longer."""

    def __init__(
        self,
        store: Store | None = None,
        start: Start | None = None,
        *,
        memory: Memory | None = None,
        keymap: Keymap = OWN_KEYS,
        notice: str = "",
    ) -> None:
        super().__init__(start or Start(), memory or Memory(Path(), None), keymap, notice)
        self._at_once = store

    def compose(self) -> ComposeResult:
        """The bars at the edges, the three panes between."""
        with Horizontal(id="top"):
            yield TitleBar()
            yield SearchLine(self.filters.query.text)
        yield FilterLine()
        with Container(id="panes"):
            yield Countries(self.start.country)
            with Pane(id="timeline-pane") as pane:
                pane.border_title = self.timeline_title
                yield DensityStrip()
                yield Timeline()
            yield SourcePane()
        yield ProgressLine()
        yield MessageLine()
        yield KeyBar(self.keymap)
        yield Static(
            f"Détente needs a window of\n{SMALLEST[0]} by {SMALLEST[1]} cells at least.", id="too-small"
        )

    def on_mount(self) -> None:
        """Show what is there at once, draw, then tell that there is time for more."""
        if self.start.pane != "timeline":
            self.set_focus(self.query_one(f"#{self.start.pane}"))
        if self._at_once is not None:
            self.open(self._at_once)
        else:
            self.timeline.notes = ("", " Reading the dataset …")
        self.call_after_refresh(self.post_message, self.Drawn())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a line that is typed in every printable key is text, and its own keys lead out of it."""
        own = ("search", "search_here", "pane", "next_pane", "back", "cite", "next_match", "copy")
        return not (action in own and self._where() in ("search", "find"))

    def session(self) -> Session:
        """Where somebody is, for the next start."""
        return Session(
            event=self.event,
            query=self.filters.query.text,
            countries=self.filters.countries,
            pane=self.pane_at_hand(),
            country=self.countries.current,
            zoom=self.arrangement.zoom,
            order=self.arrangement.order,
            view=self.arrangement.view,
        )

    def action_back(self) -> None:
        """One step back: to the timeline, out of the search, out of the countries, out of a long reading."""
        if self.store is None:
            self.app.exit()
        elif self.pane_at_hand() == "source" and self.source.step_back():
            self.message_line.show("")
        elif self.pane_at_hand() != "timeline":
            self.action_pane("timeline")
        elif self.filters.query.text:
            self.search_line.value = ""
        elif self.filters.countries:
            self._apply(Filters())
        elif not self.is_whole:
            self.app.exit()
        else:
            self.message_line.show("")

    async def action_press(self, id_: str) -> None:
        """Do what an action's key does where the focus is: for clicks on the key bar."""
        node = self.focused or self
        call = action(id_).call
        for namespace in (node, self.source, self):
            if await self.app.run_action(call, namespace):
                return
