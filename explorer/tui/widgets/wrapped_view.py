"""A long text in rows, each known by its offsets; only what is near the reader is ever wrapped."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from explorer.tui.widgets.line_list import LineList
from explorer.tui.wrapped_document import WrappedDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

SCROLLBAR = 1
# Documents that one goes back to are not wrapped again.
_KEPT = 8


class ReadingPlace(NamedTuple):
    """Where somebody reads, in characters of the text: the cursor's row (None without one), the first row.

    `has_cursor` tells whether the cursor is in sight; the wheel leaves it behind.
    """

    cursor: int | None
    top: int
    has_cursor: bool


class WrappedView(LineList):
    """Rows of a text.

    Rows are numbered anew where a piece of the text is wrapped that was only estimated.  What is in sight and
    a screen around it always is wrapped, so that whoever moves from there moves by real rows; and cursor and
    view keep their characters, whatever their numbers become.
    """

    # What stands before each row, in cells.
    MARGIN: ClassVar[int] = 3

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._text = ""
        self._wrapped = WrappedDocument("", 1)
        self._known: dict[tuple[str, int], WrappedDocument] = {}
        # The first character of the cursor's row.
        self._cursor_at = 0
        self._is_elsewhere = False

    def row_count(self) -> int:
        """The rows of the text at this width, some of them estimated."""
        return len(self._wrapped)

    @property
    def at(self) -> tuple[int, int] | None:
        """The characters (offsets) that the cursor stands on."""
        if self.cursor is None or self.cursor >= len(self._wrapped):
            return None
        return self._wrapped.row(self.cursor)

    @property
    def place(self) -> ReadingPlace:
        """Where somebody reads."""
        if self.cursor is None:
            return ReadingPlace(None, self._top(), has_cursor=False)
        # The line that is about to be typed in may just have taken the last row.
        is_seen = self.top <= self.cursor <= self.top + self.scrollable_content_region.height
        return ReadingPlace(self._cursor_at, self._top(), is_seen)

    def return_to(self, place: ReadingPlace) -> None:
        """Show the text as somebody read it; in fewer rows the cursor stays in sight if it was."""
        if place.cursor is not None:
            self.go_to(place.cursor)
        with self._in_place():
            self._wrapped.wrap_around(place.top, self._around)
        self.jump_to(self._wrapped.row_of(place.top))
        if place.has_cursor:
            self._reveal()

    def go_to(self, offset: int) -> None:
        """Put the cursor on the row of a character."""
        if not self._text:
            self.cursor = None
            return
        with self._in_place():
            self._wrapped.wrap_around(offset, self._around)
        self.put_cursor(self._wrapped.row_of(offset))

    def move_to(self, number: int) -> None:
        """Put the cursor on a row, as near as there is one; without rows there is no cursor."""
        rows = self.row_count()
        if not rows:
            self.cursor = None
            return
        with self._in_place():
            offset, _ = self._wrapped.row(max(0, min(rows - 1, number)))
        self.go_to(offset)

    def action_last(self) -> None:
        """To the last row."""
        self.go_to(len(self._text))

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """Remember which characters the cursor stands on."""
        if new is not None and new < len(self._wrapped):
            self._cursor_at = self._wrapped.row(new)[0]
        super().watch_cursor(old, new)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Wrap what has come into sight."""
        super().watch_scroll_y(old_value, new_value)
        self._settle()

    def take_text(self, text: str, offset: int) -> None:
        """Take in another text, to be read around an offset; whoever does it scrolls there."""
        self._text, self._cursor_at = text, offset
        self._wrapped = self._wrapped_for(self._text_width)
        self._wrapped.wrap_around(offset, self._around)
        self.forget()
        self.set_reactive(LineList.cursor, None)
        # Where it was scrolled to means nothing in this text: nothing has to be wrapped there.
        self._is_elsewhere = True
        self.take_row_count()
        self._is_elsewhere = False
        self.refresh(self.size.region)

    def wrap(self) -> None:
        """Wrap for the width that there is now; cursor and view keep their characters."""
        top = self._top()
        self._wrapped = self._wrapped_for(self._text_width)
        self._wrapped.wrap_around(top, self._around)
        self._renumber(top)

    @property
    def is_wrapped(self) -> bool:
        """Whether the rows are those of the width that there is."""
        return self._wrapped.width == self._text_width

    @property
    def _text_width(self) -> int:
        # The scrollbar's column is left free before it comes: wrapping decides whether it does.
        return max(1, self.content_region.width - SCROLLBAR - self.MARGIN)

    @property
    def _around(self) -> int:
        """So many rows are wrapped on either side of what somebody looks at."""
        return 2 * max(1, self.scrollable_content_region.height)

    def _top(self) -> int:
        """The first character in sight."""
        return self._wrapped.row(self.top)[0] if self._text and len(self._wrapped) else 0

    def _wrapped_for(self, width: int) -> WrappedDocument:
        key = self._text, width
        known = self._known.pop(key, None) or WrappedDocument(self._text, width)
        self._known[key] = known
        if len(self._known) > _KEPT:
            del self._known[next(iter(self._known))]
        return known

    def _settle(self) -> None:
        """Wrap what is in sight and a screen around it."""
        if len(self._wrapped) and not self._is_elsewhere:
            with self._in_place():
                self._wrapped.wrap_around(self._top(), self._around)

    @contextmanager
    def _in_place(self) -> Iterator[None]:
        """Keep cursor and view on their characters while more of the text is wrapped."""
        wrapped, before = self._wrapped, self._wrapped.wrapped
        top = self._top()
        yield
        if wrapped.wrapped != before:
            self._renumber(top)

    def _renumber(self, top: int) -> None:
        """Rows have other numbers now: the cursor's, and the first one in sight, given by its character."""
        self.forget()
        if self.cursor is not None:
            row = self._wrapped.row_of(self._cursor_at) if self._text else None
            self.set_reactive(LineList.cursor, row)
        self.take_row_count()
        row = self._wrapped.row_of(top)
        if row != self.top:
            self.jump_to(row)
        self.refresh(self.size.region)
