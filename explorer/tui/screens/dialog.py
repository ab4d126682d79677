"""A dialog: lines of text over the screen, scrolled by the same keys as every pane."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from explorer.tui.actions import ACTIONS, binding
from explorer.tui.screens.overlay import Overlay
from explorer.tui.widgets.line_list import LineList
from explorer.tui.widgets.text_lines import TextLines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult
    from textual.geometry import Offset
    from textual.widget import Widget

    from explorer.tui.paragraphs import Line

_SCROLLING = ("cursor", "page", "first", "last")


class Dialog(Overlay[None], ModalScreen[None]):
    """A frame around a list of lines; a subclass gives its title, and the lines or a list of its own.

    The keys that close dialogs and the key that opened it close it.
    """

    BINDINGS: ClassVar = [
        binding("close"),
        binding("help"),
        *(
            Binding(item.keys, item.call, item.help, show=False, priority=True, id=item.id)
            for item in ACTIONS
            if item.where == "lists" and item.call.startswith(_SCROLLING)
        ),
    ]
    CSS_PATH = "../dialogs.tcss"
    DEFAULT_CSS = """
    Dialog { align: center middle; }
    Dialog LineList { height: 1fr; }
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-medium")]  # noqa: RUF012 - as Textual declares it
    # Lines have no text that Textual could select.
    ALLOW_SELECT = False
    title_text = ""
    list = getters.query_one(LineList)

    def lines(self, width: int) -> Sequence[Line]:
        """The lines of the dialog, none wider than `width` cells."""
        raise NotImplementedError

    def parts(self) -> Iterator[Widget]:
        """What stands in the frame."""
        yield TextLines(self.lines, read_by_line=self.in_words)

    def keys_text(self) -> str:
        """The keys that are worth telling."""
        return f"{self.held_keys('close')[0]} closes"

    def compose(self) -> ComposeResult:
        """The frame with the title and the keys."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(self.title_text)
            dialog.border_subtitle = Content(self.keys_text())
            yield from self.parts()

    def show_title(self, title: str) -> None:
        """Name the dialog anew, and tell the keys that hold by now."""
        self.title_text = title
        frame = self.query_one(".dialog")
        frame.border_title, frame.border_subtitle = Content(title), Content(self.keys_text())

    def action_cursor(self, step: int) -> None:
        """Scroll by lines; a screen reader is led from line to line."""
        self.list.action_cursor(step)
        self._stand()

    def action_page(self, pages: float) -> None:
        """Scroll by pages."""
        self.list.action_page(pages)
        self._stand()

    def action_first(self) -> None:
        """To the beginning."""
        self.list.action_first()
        self._stand()

    def action_last(self) -> None:
        """To the end."""
        self.list.action_last()
        self._stand()

    def cursor_place(self) -> Offset | None:
        """The line that is read."""
        return self.list.cursor_place

    def _stand(self) -> None:
        """Let the terminal's cursor, where it is seen, stand on the line that is read."""
        place = self.cursor_place()
        if self.in_words and place is not None:
            self.app.cursor_position = place
