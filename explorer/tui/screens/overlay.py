"""What lies over the panes: a screen that knows which keys hold, and shows them when it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.await_complete import AwaitComplete
from textual.screen import ScreenResultType

from explorer.tui.actions import OWN_KEYS, Where, action, shown_keys
from explorer.tui.compositor import PatchingScreen

if TYPE_CHECKING:
    from textual.geometry import Offset

    from explorer.config import Keymap


class Overlay(PatchingScreen[ScreenResultType]):
    """A screen over the panes; `part` names what the help shows first."""

    part: ClassVar[Where] = "dialogs"

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave, once: a double click, or a key behind it, would leave what lies below, too."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    @property
    def in_words(self) -> bool:
        """Whether a screen reader reads it: nothing is drawn then, and the terminal's cursor is seen."""
        return self.app.has_class("-in-words")

    @property
    def keymap(self) -> Keymap:
        """The keys that hold in its app."""
        keymap: Keymap = getattr(self.app, "keymap", OWN_KEYS)
        return keymap

    def held_keys(self, *ids: str) -> tuple[str, ...]:
        """The first key of each action (by id), as a person reads it; "—" where none does."""
        return tuple(next(iter(shown_keys(action(id_), self.keymap)), "—") for id_ in ids)

    def cursor_place(self) -> Offset | None:
        """Where a screen reader is to read, if that is not where the focus is."""
        return None

    def action_help(self) -> None:
        """Show the keys, those that hold here before the others."""
        from explorer.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.part, self.keymap))
