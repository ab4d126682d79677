"""Bookmarks: events that somebody wants to find again, under a name."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from explorer.records import dataclass
from explorer.state.kind import Kind, expect


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An event (its id) under a name; `title` is what the event was called when the bookmark was set.

    The title tells what is meant where the event is gone, or is another one by now.
    """

    event: str
    name: str
    title: str


def with_bookmark(bookmarks: tuple[Bookmark, ...], new: Bookmark) -> tuple[Bookmark, ...]:
    """With a bookmark in place of the one on the same event; a new one stands at the end."""
    if any(each.event == new.event for each in bookmarks):
        return tuple(new if each.event == new.event else each for each in bookmarks)
    return (*bookmarks, new)


def without_bookmark(bookmarks: tuple[Bookmark, ...], event: str) -> tuple[Bookmark, ...]:
    """Without the bookmark on an event."""
    return tuple(each for each in bookmarks if each.event != event)


def _decode(written: Any) -> tuple[Bookmark, ...]:
    return tuple(_bookmark(expect(each, dict)) for each in expect(written, list))


def _bookmark(fields: dict[str, object]) -> Bookmark:
    return Bookmark(*(expect(fields.get(key), str) for key in ("event", "name", "title")))


BOOKMARKS: Kind[tuple[Bookmark, ...]] = Kind(
    "bookmarks", "your bookmarks", (), encode=lambda each: [asdict(one) for one in each], decode=_decode
)
