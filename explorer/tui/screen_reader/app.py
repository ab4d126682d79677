"""The app for a screen reader: the same data and keys, in words, with the terminal's own cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual._compositor import CompositorUpdate
from textual.geometry import Offset
from textual.widgets import Input

from explorer.tui.app import DetenteApp
from explorer.tui.compositor import Patches
from explorer.tui.screen_reader.only_words import OnlyWords
from explorer.tui.screen_reader.output import changed_pieces
from explorer.tui.screen_reader.screen import LinearScreen
from explorer.tui.screens.overlay import Overlay
from explorer.tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from rich.console import RenderableType
    from textual.screen import Screen
    from textual.strip import Strip
    from textual.types import CSSPathType, IgnoreReturnCallbackType

_SHOW_CURSOR = "\x1b[?25h"


class ScreenReaderApp(DetenteApp):
    """Shows words only, sends only what has changed, and keeps the terminal's cursor on what is selected."""

    CSS_PATH: ClassVar[CSSPathType] = ["../detente.tcss", "screen_reader.tcss"]
    MAIN_SCREEN: ClassVar = LinearScreen
    _cursor = Offset(0, 0)

    def __init__(self, *args: Any, **options: Any) -> None:
        self._sent: Sequence[Strip] = ()
        super().__init__(*args, **options)
        self.animation_level = "none"
        # Dialogs ask for it, and the stylesheet.
        self.add_class("-in-words")
        self._filters.append(OnlyWords())

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor is to stand."""
        return self._cursor

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        if place != self._cursor:
            self._cursor = place
            if self._running:
                self.call_later(self._move_cursor)

    def on_mount(self) -> None:
        """Show the cursor that Textual hides, also when the program comes back from behind another one."""
        super().on_mount()
        self._begin_anew()
        self.app_resume_signal.subscribe(self, lambda _: self._begin_anew())

    def action_command_palette(self) -> None:
        """Offer the commands as a numbered list."""
        from explorer.tui.screen_reader.palette import Palette

        def run(command: IgnoreReturnCallbackType | None) -> None:
            if command is not None:
                self.call_later(command)

        self.push_screen(Palette(self._explorer), run)

    def forget_terminal(self) -> None:
        """Take nothing for sent."""
        super().forget_terminal()
        self._sent = ()

    def _begin_anew(self) -> None:
        """Show the cursor and send everything."""
        self.forget_terminal()
        if self._driver is not None and not self.is_headless:
            self._driver.write(_SHOW_CURSOR)
        self.refresh(layout=True)

    def _move_cursor(self) -> None:
        """Send where the cursor stands, if no picture has done so: rows do not change where it goes."""
        if self._previous_cursor_position != self.screen.outer_size.clamp_offset(self._cursor):
            super()._display(self.screen, Patches(()))

    def _place(self, screen: Screen[Any]) -> Offset:
        """Where the cursor is to stand, by what lies where by now."""
        focused = screen.focused
        place = screen.cursor_place() if isinstance(screen, Overlay) else None
        if place is not None:
            return place
        if isinstance(focused, Input):
            return focused.cursor_screen_offset
        place = focused.cursor_place if isinstance(focused, LineList) else None
        return self._cursor if place is None else place

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Send what has changed since the last picture."""
        if isinstance(renderable, CompositorUpdate) and screen is self.screen and not self._batch_count:
            strips = screen._compositor.render_strips()
            if len(strips) != len(self._sent) or strips[0].cell_length != self._sent[0].cell_length:
                # A terminal of another size may show anything.
                self.forget_terminal()
            renderable = Patches([*changed_pieces(self._sent, strips)])
            self._sent = strips
            self._cursor = self._place(screen)
        super()._display(screen, renderable)
