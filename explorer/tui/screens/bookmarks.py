"""The list of bookmarks: goes to an event that somebody wanted to find again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.tui.bookmarks import DATE_WIDTH, BookmarkRow, bookmark_rows
from explorer.tui.drawing import Run, fit
from explorer.tui.screens.chooser import Choice, Chooser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.state import Memory
    from explorer.store import Store


class BookmarksScreen(Chooser[BookmarkRow]):
    """The bookmarks of the dataset, those of other windows on it too; one whose event is gone is told."""

    title_text = "Bookmarks"

    def __init__(self, memory: Memory, store: Store, key: str) -> None:
        super().__init__()
        self._memory = memory
        self._store = store
        self._key = key

    def choices(self) -> Sequence[Choice[BookmarkRow]]:
        """A row for each bookmark."""
        return [
            Choice(row, row.text, _runs(row)) for row in bookmark_rows(self._memory.bookmarks, self._store)
        ]

    def keys_text(self) -> str:
        """How to go to one, and how to drop it."""
        take, drop = self.held_keys("choice.take", "bookmark.drop")
        return f"{take} goes there, {drop} drops it"

    def nothing(self) -> str:
        """How to set one."""
        return f"No bookmarks yet: {self._key} sets one on the event under the cursor."

    def action_drop(self) -> None:
        """Forget the bookmark under the cursor."""
        if self.chosen is not None:
            self._memory.drop_bookmark(self.chosen.answer.bookmark.event)
            self.narrow(self.choice_list.cursor or 0)


def _runs(row: BookmarkRow) -> tuple[Run, ...]:
    date = Run(fit(row.date or "gone", DATE_WIDTH), "row--dim")
    name = Run(row.name, "row--dim" if row.is_gone else "")
    return date, Run(" "), name, *((Run("  "), Run(row.note, "row--dim")) if row.note else ())
