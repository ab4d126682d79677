"""The bookmarks as a list shows them: name, event, and whether that is still there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.dates import describe_within
from explorer.records import dataclass
from explorer.tui.drawing import drawable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.state import Bookmark
    from explorer.store import Store

DATE_WIDTH = 12


@dataclass(frozen=True, slots=True)
class BookmarkRow:
    """A bookmark with what is known of its event now; `date` is empty where the event is gone.

    `note` says what has become of the event: that it is gone, or what it is called now.
    """

    bookmark: Bookmark
    date: str
    note: str

    @property
    def name(self) -> str:
        """The bookmark's name, else the title that the event had when it was set."""
        return drawable(self.bookmark.name or self.bookmark.title)

    @property
    def is_gone(self) -> bool:
        """Whether the dataset has no such event any more."""
        return not self.date

    @property
    def text(self) -> str:
        """All that can be looked for."""
        return f"{self.date} {self.name} {self.note} {self.bookmark.title} {self.bookmark.event}"


def bookmark_rows(bookmarks: Iterable[Bookmark], store: Store) -> list[BookmarkRow]:
    """A row for each bookmark: those whose events are there in the events' order, then the others."""
    placed = sorted(
        ((store.number_of(each.event), each) for each in bookmarks),
        key=lambda pair: (pair[0] is None, pair[0] or 0),
    )
    return [_row(bookmark, number, store) for number, bookmark in placed]


def _row(bookmark: Bookmark, number: int | None, store: Store) -> BookmarkRow:
    if number is None:
        was = f"; it was ‘{bookmark.title}’" if bookmark.name and bookmark.title else ""
        return BookmarkRow(bookmark, "", drawable(f"no event ‘{bookmark.event}’ any more{was}"))
    event = store.brief(number)
    note = ""
    if bookmark.title != event.title:
        note = f"now ‘{event.title}’"
    elif bookmark.name and bookmark.name != event.title:
        note = event.title
    return BookmarkRow(bookmark, describe_within(event.date, DATE_WIDTH), drawable(note))
