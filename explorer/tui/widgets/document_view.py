"""The document view: the whole text of a document, wrapped, with the cited passage in its place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from explorer.records import dataclass
from explorer.search import marks
from explorer.tui.actions import bindings
from explorer.tui.drawing import Run, drawable_document
from explorer.tui.widgets.line_list import LineList
from explorer.tui.wrapping import WrappedText, clip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Resize

    from explorer.search import Query

GUTTER = 3
SCROLLBAR = 1


class DocumentView(LineList):
    """A document, row by row; the passage is marked in the text and in its margin."""

    BINDINGS: ClassVar = bindings("source")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "document--passage",
        "document--margin",
        "document--cited",
        "document--cursor",
    }

    @dataclass
    class At(Message):
        """The cursor stands on other characters of the document (offsets)."""

        start: int
        end: int

    @dataclass
    class Followed(Message):
        """Somebody wants the event that cites the characters under the cursor (offsets)."""

        start: int
        end: int

    def __init__(self) -> None:
        super().__init__(id="source")
        self._text = ""
        # What is drawn of it: of the same length, so that offsets hold for both.
        self._shown = ""
        self._wrapped = WrappedText("", 1)
        self._passage: tuple[int, int] | None = None
        self._cited: Sequence[tuple[int, int]] = ()
        self._counts: Sequence[int] = ()
        self._query: Query | None = None
        self._marks: list[tuple[int, int]] = []
        # Which of the marks the cursor has gone to last; a row can hold several.
        self._mark: int | None = None
        self._at_passage = True

    def show(
        self,
        text: str,
        passage: tuple[int, int] | None,
        cited: Sequence[tuple[int, int]],
        counts: Sequence[int],
        query: Query,
    ) -> None:
        """Show a document at a passage; without one, from its beginning.

        `cited` are the spans that any event cites, `counts` by how many; the margin tells both.
        """
        self._counts = counts
        if text is not self._text or query is not self._query:
            self._marks, self._mark = marks(text, query), None
        if text is self._text and query is self._query and cited == self._cited:
            self._repaint_passages(self._passage, passage)
            self._passage = passage
        else:
            if text is not self._text:
                self._shown = drawable_document(text)
            self._text, self._query, self._cited, self._passage = text, query, cited, passage
            self._wrap()
        # Whoever shows a passage knows where the cursor comes to stand.
        with self.prevent(self.At):
            self.action_passage()

    def action_passage(self) -> None:
        """Put the cursor on the first row of the passage, with the whole passage in sight."""
        self._go_to_passage()

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """Once the cursor is moved, the view stays where the reader has gone."""
        self._at_passage = False
        super().watch_cursor(old, new)
        if self.at is not None:
            self.post_message(self.At(*self.at))

    def action_follow(self) -> None:
        """Ask for the event that cites what the cursor stands on."""
        if self.cursor is not None:
            self.post_message(self.Followed(*self._wrapped.row(self.cursor)))

    def next_mark(self, step: int) -> int | None:
        """Go to the next (or previous) word that the search marks; returns which one it is, from 1."""
        if not self._marks:
            return None
        rows = [self._wrapped.row_of(start) for start, _ in self._marks]
        here = self.cursor or 0
        if self._mark is not None and self._mark < len(rows) and rows[self._mark] == here:
            place = (self._mark + step) % len(rows)
        elif step > 0:
            place = bisect_right(rows, here) % len(rows)
        else:
            place = (bisect_left(rows, here) - 1) % len(rows)
        self._mark = place
        self.move_to(rows[place])
        return place + 1

    @property
    def at(self) -> tuple[int, int] | None:
        """The characters (offsets) that the cursor stands on."""
        if self.cursor is None or self.cursor >= len(self._wrapped):
            return None
        return self._wrapped.row(self.cursor)

    @property
    def mark_count(self) -> int:
        """How many words of the document the search marks."""
        return len(self._marks)

    def row_count(self) -> int:
        """The rows of the text at this width."""
        return len(self._wrapped)

    def row(self, number: int, width: int) -> Sequence[Run]:
        """A row of text; the margin says whether it is cited, the colour which words are the passage."""
        start, end = self._wrapped.row(number)
        passage = clip([self._passage] if self._passage else [], start, end)
        runs = [self._margin(number, start, end, bool(passage))]
        place = start
        for a, b in passage:
            runs += self._marked(place, a, "")
            runs += self._marked(a, b, "document--passage")
            place = b
        return runs + self._marked(place, end, "")

    def on_resize(self, event: Resize | None = None) -> None:
        """Wrap anew where the width has changed, and keep the passage in sight."""
        if self._text_width() != self._wrapped.width:
            self._wrap()
        if self._at_passage:
            self._go_to_passage(anew=True)
        else:
            super().on_resize()

    def _go_to_passage(self, *, anew: bool = False) -> None:
        row = self._wrapped.row_of(self._passage[0]) if self._passage else 0
        self._center(anew=anew)
        self.move_to(row)
        self._at_passage = True

    def _margin(self, number: int, start: int, end: int, passage: bool) -> Run:
        count = self._count(start, end)
        if passage:
            return Run(f"▐{count} ", "document--margin")
        if number == self.cursor and self.has_focus:
            return Run(f"▌{count} ", "document--cursor")
        return Run(f"│{count} ", "document--cited") if clip(self._cited, start, end) else Run("   ")

    def _count(self, start: int, end: int) -> str:
        """How many events cite the span that begins in a row, where that is more than one."""
        first = bisect_left(self._cited, (start,))
        most = max(self._counts[first : bisect_left(self._cited, (end,))], default=0)
        return " " if most < 2 else str(most) if most < 10 else "+"

    def _marked(self, start: int, end: int, style: str) -> list[Run]:
        runs: list[Run] = []
        for a, b in clip(self._marks, start, end):
            runs += [Run(self._shown[start:a], style), Run(self._shown[a:b], "row--mark")]
            start = b
        return [run for run in [*runs, Run(self._shown[start:end], style)] if run.text]

    def _text_width(self) -> int:
        # The scrollbar's column is left free before it comes: wrapping decides whether it does.
        return max(1, self.content_region.width - SCROLLBAR - GUTTER)

    def _wrap(self) -> None:
        self._wrapped = WrappedText(self._shown, self._text_width())
        self.take_row_count()
        self.forget()
        self.refresh(self.size.region)

    def _center(self, *, anew: bool) -> None:
        """Scroll so that the passage stands in the middle, unless all of it is in sight already.

        In another place or size (`anew`) it does not count what happens to be in sight.
        """
        height = self.scrollable_content_region.height
        if not self._passage:
            self.jump_to(0)
            return
        first = self._wrapped.row_of(self._passage[0])
        last = self._wrapped.row_of(max(self._passage[0], self._passage[1] - 1))
        top = self.scroll_offset.y
        if anew or first < top or last >= top + height:
            self.jump_to(max(0, first - max(0, height - (last - first + 1)) // 2))

    def _repaint_passages(self, *passages: tuple[int, int] | None) -> None:
        for passage in passages:
            if passage:
                first = self._wrapped.row_of(passage[0])
                self.refresh_rows(first, self._wrapped.row_of(passage[1]) - first + 1)
