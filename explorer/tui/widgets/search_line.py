"""The search line: an input that colours the query as it is understood and tells of every change."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from rich.highlighter import Highlighter
from rich.style import Style
from textual import on
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from explorer.imports.late import late_imports
from explorer.records import dataclass
from explorer.tui.actions import bindings
from explorer.tui.whole_pictures import AsksAtOnce

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.text import Text


class SearchLine(Input, AsksAtOnce):
    """The line in which one types a query.

    It posts `Edited` at each change; `Left` says where to go when one leaves it.
    """

    BINDINGS: ClassVar = bindings("search")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "query--field", "query--operator", "query--phrase", "query--value",
        "query--negation", "query--paren", "query--error",
    }  # fmt: skip

    # The line has its width from the window: what is written in it moves nothing else.
    virtual_size = Reactive(Size(0, 0))

    @dataclass
    class Edited(Message):
        """The text is another one now."""

        text: str

    @dataclass
    class Left(Message):
        """Somebody leaves the line: for the passage, for the list, or as if nothing had been typed."""

        to: str
        cancelled: bool = False

    @dataclass
    class Step(Message):
        """Somebody moves through the events without leaving the line."""

        step: int

    @dataclass
    class Recalled(Message):
        """Somebody wants an earlier search (-1) or a later one (+1)."""

        step: int

    def __init__(self, text: str = "") -> None:
        # Textual imports validators there, of which a line of text has none.
        with late_imports():
            super().__init__(
                text,
                id="search-line",
                placeholder="/ search",
                compact=True,
                select_on_focus=False,
                highlighter=_QueryHighlighter(self._style_of),
            )
        # A blinking cursor would send bytes for nothing, twice a second.
        self.cursor_blink = False
        self._before = ""

    def update_node_styles(self, animate: bool = True) -> None:
        """Style the line where it stands in a screen only: being compact asks for it before that."""
        if self.is_attached:
            super().update_node_styles(animate)

    def on_focus(self) -> None:
        """Remember what to come back to."""
        self._before = self.value

    def show_key(self, key: str) -> None:
        """Show the key that leads here, while nothing is written."""
        self.placeholder = f"{key} search" if key else "search"

    @on(Input.Changed)
    def _tell(self, event: Input.Changed) -> None:
        event.stop()
        self.set_class(bool(event.value), "-filled")
        self.post_message(self.Edited(event.value))

    def action_accept(self) -> None:
        """Go to the passage."""
        self.post_message(self.Left("source"))

    def action_to_list(self) -> None:
        """Go to the events."""
        self.post_message(self.Left("timeline"))

    def action_cancel(self) -> None:
        """Take back what was typed since the line was entered."""
        self.put(self._before)
        self.post_message(self.Left("timeline", cancelled=True))

    def put(self, text: str) -> None:
        """Replace what is written."""
        self.value = text
        self.cursor_position = len(text)

    def action_move(self, step: int) -> None:
        """Next or previous event."""
        self.post_message(self.Step(step))

    def action_recall(self, step: int) -> None:
        """An earlier search, or a later one."""
        self.post_message(self.Recalled(step))

    def _style_of(self, kind: str) -> Style:
        name = f"query--{kind}"
        if name in self.COMPONENT_CLASSES:
            # A query that stands in the line from the start is measured before there are styles.
            with suppress(KeyError):
                return self.get_component_rich_style(name, partial=True)
        return Style()


class _QueryHighlighter(Highlighter):
    """Styles the text of a query by the spans that its parser gives."""

    def __init__(self, style_of: Callable[[str], Style]) -> None:
        self._style_of = style_of

    def highlight(self, text: Text) -> None:
        """Style the text in place."""
        from explorer.search import parse

        for span in parse(text.plain).spans:
            text.stylize(self._style_of(span.kind), span.start, span.end)
