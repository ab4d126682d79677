"""A dialog: lines of text over the screen, scrolled by the same keys as every pane."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.widgets import Static

from explorer.tui.actions import ACTIONS, binding
from explorer.tui.screens.overlay import Overlay

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

_SCROLLING = ("cursor", "page", "first", "last")


class Dialog(Overlay[None], ModalScreen[None]):
    """Text that is wrapped anew for each width; a subclass gives its title and its lines.

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
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-medium")]  # noqa: RUF012 - as Textual declares it
    title_text = ""
    # The line of the text that the terminal's cursor stands on, and how many there are.
    _line = 0
    _count = 0

    def lines(self, width: int) -> list[Content]:
        """The lines of the dialog, none wider than `width` cells."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(classes="dialog") as dialog:
            dialog.border_title = Content(self.title_text)
            dialog.border_subtitle = Content(f"{self.held_keys('close')[0]} closes")
            yield Static(markup=False)

    def on_mount(self) -> None:
        """Write the text once the width is known."""
        self.call_after_refresh(self._write)

    def on_resize(self) -> None:
        """Wrap anew."""
        self.call_after_refresh(self._write)

    def _write(self) -> None:
        """Write the text as it is now."""
        width = self._box.scrollable_content_region.width
        lines = self.lines(max(1, width))
        self._count = len(lines)
        self.query_one(Static).update(Content("\n").join(lines))
        if self.focused is self._box:
            self.stand_on(self._line)

    def show_title(self, title: str) -> None:
        """Name the dialog anew."""
        self.title_text = title
        self._frame.border_title = Content(title)

    def action_cursor(self, step: int) -> None:
        """Scroll by lines; a screen reader is led from line to line."""
        if self.in_words:
            self.stand_on(self._line + step)
        else:
            self._show_from(self._box.scroll_offset.y + step)

    def action_page(self, pages: float) -> None:
        """Scroll by pages."""
        self.action_cursor(int(pages * max(1, self._box.size.height - 1)))

    def action_first(self) -> None:
        """To the beginning."""
        self._show_from(0)
        self.stand_on(0)

    def action_last(self) -> None:
        """To the end."""
        self._show_from(self._box.max_scroll_y)
        self.stand_on(self._count - 1)

    def stand_on(self, line: int) -> None:
        """Let the terminal's cursor, where it is seen, stand on a line of the text, brought into sight."""
        self._line = max(0, min(self._count - 1, line))
        if self.in_words:
            box = self._box
            height = box.scrollable_content_region.height
            top = min(self._line, max(int(box.scroll_offset.y), self._line - height + 1))
            box.scroll_to(y=top, animate=False, force=True, immediate=True)
            self.app.cursor_position = self.cursor_place() or self.app.cursor_position

    def cursor_place(self) -> Offset | None:
        """The line that is read."""
        if self._line < 0:
            return None
        box = self._box
        return box.scrollable_content_region.offset + Offset(0, self._line - int(box.scroll_offset.y))

    @property
    def _frame(self) -> Widget:
        return self.query_one(".dialog")

    @property
    def _box(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)

    def _show_from(self, top: float) -> None:
        self._box.scroll_to(y=top, animate=False)


def wrapped(text: str | Content, width: int) -> list[Content]:
    """A text in lines of at most `width` cells."""
    content = Content(text) if isinstance(text, str) else text
    return content.wrap(max(1, width))
