"""The line at the foot of a document in which one types what to find there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import events, getters
from textual.containers import Horizontal
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from explorer.printable import printable
from explorer.records import dataclass
from explorer.tui.actions import bindings
from explorer.tui.drawing import Run
from explorer.tui.widgets.bars import Bar

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from explorer.search.occurrences import Step


class FindInput(Input):
    """What is to be found; what is done in it is told to the line that it is part of."""

    BINDINGS: ClassVar = bindings("find")
    # The line has its width from the window: what is written in it moves nothing else.
    virtual_size = Reactive(Size(0, 0))

    @dataclass
    class Entered(Message):
        """Somebody begins to type."""

    @dataclass
    class Left(Message):
        """Somebody leaves the line: what is found stays marked, or nothing was to be found."""

        cancelled: bool = False

    @dataclass
    class Stepped(Message):
        """Somebody goes on to the next place (1) or back to the previous one (-1)."""

        step: int

    def __init__(self) -> None:
        super().__init__(id="find-input", compact=True, select_on_focus=True, max_length=400)
        # A blinking cursor would send bytes for nothing, twice a second.
        self.cursor_blink = False

    def on_focus(self) -> None:
        """Tell that somebody begins."""
        self.post_message(self.Entered())

    def action_accept(self) -> None:
        """Keep what is found, and read."""
        self.post_message(self.Left())

    def action_cancel(self) -> None:
        """Go back to where one was."""
        self.post_message(self.Left(cancelled=True))

    def action_step(self, step: int) -> None:
        """The next place, or the previous one."""
        self.post_message(self.Stepped(step))

    def _on_paste(self, event: events.Paste) -> None:
        # Lines of a passage are one phrase; the input's own handler comes after this one.
        event.text = printable(" ".join(event.text.split()))


class FindCount(Bar):
    """`3 of 17`, at the right edge; `1 of 17, from top` where the text has begun again."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"find--none"}

    def __init__(self) -> None:
        super().__init__(id="find-count")
        self.told = ""
        self._is_none = False

    def show(self, told: str, *, is_none: bool = False) -> None:
        """Show where one is; `is_none` where there is nothing to be at."""
        self.told, self._is_none = told, is_none
        self.refresh_lines_in_sight()

    def runs(self, width: int) -> list[Run]:
        """The words at the right edge; what does not fit is left out from their end."""
        told = self.told
        while cell_len(told) >= width and ", " in told:
            told = told.rpartition(", ")[0]
        gap = " " * max(0, width - cell_len(told) - 1)
        return [Run(gap), Run(f"{told} ", "find--none" if self._is_none else "")]


class FindLine(Horizontal):
    """` find  guevara            3 of 17 `: stands as long as its places are marked."""

    DEFAULT_CSS = """
    FindLine { height: 1; display: none; }
    FindLine > FindLabel { width: 6; height: 1; }
    FindLine > FindInput { width: 1fr; min-width: 10; height: 1; border: none; padding: 0; }
    FindLine > FindCount { width: 24; max-width: 55%; height: 1; }
    """

    input = getters.query_one(FindInput)
    count = getters.query_one(FindCount)

    def __init__(self) -> None:
        super().__init__(id="find-line")

    def compose(self) -> ComposeResult:
        """A word that says what this is, what is to be found, and where one is."""
        yield FindLabel()
        yield FindInput()
        yield FindCount()

    def show(self, count: int, step: Step | None) -> None:
        """Tell how many places there are, and which one was gone to."""
        if step is not None:
            where = f"{step.number:,} of {step.total:,}"
            around = "" if not step.is_round else ", from top" if step.is_forward else ", from end"
            self.count.show(where + around)
        elif self.input.value.strip():
            self.count.show(f"{count:,} here" if count else "not found", is_none=not count)
        else:
            self.count.show("")


class FindLabel(Bar):
    """Says what the line is for."""

    def runs(self, width: int) -> list[Run]:
        """One word."""
        return [Run(" find ")]
