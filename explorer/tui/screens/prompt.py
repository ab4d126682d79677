"""A small prompt for one line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from explorer.printable import printable

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Prompt(ModalScreen["str | None"]):
    """Asks for a name; the answer is what was typed (it may be empty), None where it was left."""

    BINDINGS: ClassVar = [
        Binding("escape", "dismiss", "Back", show=False, priority=True),
        Binding("enter", "take", "Take it", show=False, priority=True),
    ]
    CSS_PATH = "../dialogs.tcss"
    DEFAULT_CSS = """
    Prompt { align: center middle; }
    Prompt .dialog { height: 3; min-height: 3; max-height: 3; }
    Prompt Input { height: 1; border: none; padding: 0; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-medium")]  # noqa: RUF012 - as Textual declares it
    line = getters.query_one(Input)

    def __init__(self, title: str, text: str = "", *, empty_means: str = "") -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._empty_means = empty_means

    def compose(self) -> ComposeResult:
        """One line in a frame."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(self._title)
            dialog.border_subtitle = "enter keeps it, escape does not"
            line = Input(
                self._text,
                placeholder=printable(self._empty_means),
                compact=True,
                select_on_focus=False,
                max_length=200,
            )
            line.cursor_blink = False
            yield line

    def action_take(self) -> None:
        """Answer with what is typed."""
        self.dismiss(printable(self.line.value).strip())
