"""The searches that were made, to be made again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.tui.drawing import Run, drawable
from explorer.tui.screens.chooser import Choice, Chooser

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class HistoryScreen(Chooser[str]):
    """Earlier searches, the newest first, with those that were saved above them; answers with a query."""

    title_text = "Earlier searches"

    def __init__(self, made: Sequence[str], saved: Mapping[str, str], typed: str = "") -> None:
        super().__init__(typed)
        self._made = made
        self._saved = saved

    def choices(self) -> Sequence[Choice[str]]:
        """A row for each search."""
        named = [
            Choice(query, f"{name} {query}", _named(drawable(name), drawable(query)))
            for name, query in self._saved.items()
        ]
        return [*named, *(Choice(text, text, (Run(drawable(text)),)) for text in reversed(self._made))]

    def keys_text(self) -> str:
        """How to search again."""
        take, leave = self.held_keys("choice.take", "choice.close")
        return f"{take} searches again, {leave} closes"

    def nothing(self) -> str:
        """Where they come from."""
        return "No searches yet: those whose events you look at are kept here."


def _named(name: str, query: str) -> tuple[Run, ...]:
    return Run(name, "row--strong"), Run("  "), Run(query, "row--dim")
