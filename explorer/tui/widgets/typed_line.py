"""The line of a dialog that one types in."""

from __future__ import annotations

from textual.widgets import Input

from explorer.tui.actions import OWN_KEYS, action
from explorer.tui.screens.overlay import Overlay


class TypedLine(Input):
    """A line without a frame.  While nothing is typed the help's key asks for help and is no character."""

    DEFAULT_CSS = """
    TypedLine, TypedLine:focus { height: 1; border: none; padding: 0; }
    """

    def __init__(self, text: str = "", *, placeholder: str = "", max_length: int = 0) -> None:
        super().__init__(
            text, placeholder=placeholder, max_length=max_length, compact=True, select_on_focus=False
        )
        # A blinking cursor would send bytes for nothing, twice a second.
        self.cursor_blink = False

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is a character of the line."""
        keymap = self.screen.keymap if isinstance(self.screen, Overlay) else OWN_KEYS
        asks_for_help = not self.value and key in keymap.keys_of(action("help"))
        return not asks_for_help and super().check_consume_key(key, character)
