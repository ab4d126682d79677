"""A small prompt for one line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import getters
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from explorer.printable import printable
from explorer.tui.actions import binding
from explorer.tui.drawing import drawable, fit
from explorer.tui.screens.overlay import Overlay
from explorer.tui.widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from textual.app import ComposeResult


class NameLine(TypedLine):
    """A line that says what it means while it is empty, as far as there is room."""

    def __init__(self, text: str, empty_means: str) -> None:
        super().__init__(text, max_length=200)
        self._empty_means = drawable(empty_means)

    def on_resize(self) -> None:
        """Say it as it fits."""
        # The cursor behind the text needs a cell, too.
        width, text = self.content_size.width - 1, self._empty_means
        self.placeholder = text if cell_len(text) <= width else fit(text, max(1, width))


class Prompt(Overlay["str | None"], ModalScreen["str | None"]):
    """Asks for a name; the answer is what was typed (it may be empty), None where it was left."""

    BINDINGS: ClassVar = [
        binding("choice.close", priority=True),
        binding("choice.take", priority=True),
        binding("help", priority=True),
    ]
    part = "choices"
    CSS_PATH = "../dialogs.tcss"
    DEFAULT_CSS = """
    Prompt { align: center middle; }
    Prompt .dialog { height: 3; min-height: 3; max-height: 3; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-medium")]  # noqa: RUF012 - as Textual declares it
    line = getters.query_one(TypedLine)

    def __init__(self, title: str, text: str = "", *, empty_means: str = "") -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._empty_means = empty_means

    def compose(self) -> ComposeResult:
        """One line in a frame."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(self._title)
            keep, leave = self.held_keys("choice.take", "choice.close")
            dialog.border_subtitle = Content(f"{keep} keeps it, {leave} does not")
            yield NameLine(self._text, self._empty_means)

    def action_take(self) -> None:
        """Answer with what is typed."""
        self.dismiss(printable(self.line.value).strip())
