"""The commands as a numbered list that narrows as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.tui.drawing import Run, drawable
from explorer.tui.palette import Commands
from explorer.tui.screen_reader.words import spoken_keys
from explorer.tui.screens.chooser import Choice, Chooser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.screen import Screen
    from textual.types import IgnoreReturnCallbackType


class Palette(Chooser["IgnoreReturnCallbackType"]):
    """Every command of a screen; the answer is what the chosen one is to call."""

    title_text = "Commands"

    def __init__(self, screen: Screen[None]) -> None:
        super().__init__()
        self._commands = [*Commands(screen).commands()]

    def choices(self) -> Sequence[Choice[IgnoreReturnCallbackType]]:
        """A row for each command."""
        return [
            Choice(call, f"{text} {names}", (Run(drawable(text)), Run(f" {_spoken(note)}" if note else "")))
            for text, note, call, names in self._commands
        ]

    def nothing(self) -> str:
        """There are always some."""
        return "No commands."


def _spoken(note: str) -> str:
    return spoken_keys(note.split(" ")) if len(note) < len("shift+pagedown ctrl+n") else note
