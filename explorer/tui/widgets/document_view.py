"""The document view: the whole text of a document, wrapped, with the cited passage in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from explorer.records import dataclass
from explorer.store import NOTHING_CITED
from explorer.tui.actions import bindings
from explorer.tui.drawing import Run, layered
from explorer.tui.widgets.findable_text import FindableText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Resize

    from explorer.search import Query
    from explorer.search.spans import Span
    from explorer.store import CitedPassages


class DocumentView(FindableText):
    """A document, row by row; the passage is marked in the text and in its margin."""

    BINDINGS: ClassVar = bindings("source")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "document--passage",
        "document--margin",
        "document--cited",
        "document--cursor",
        "document--found",
        "document--selected",
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
        self._passage: Span | None = None
        self._cited = NOTHING_CITED
        self._at_passage = True

    def show(
        self,
        text: str,
        passage: Span | None,
        cited: CitedPassages,
        query: Query,
    ) -> None:
        """Show a document at a passage; without one, from its beginning.

        `cited` is all that any event cites of it; the margin tells where that is, and how many do.
        """
        if text is not self._text or passage != self._passage:
            self.select(None)
        before, is_known = self._passage, text is self._text and cited is self._cited
        self._passage, self._cited = passage, cited
        is_another = text is not self._text
        if is_another or query is not self._query:
            self.mark(text, query)
            is_known = False
        if is_another:
            self.take_text(text, passage[0] if passage else 0)
            self.seek()
        elif not is_known:
            self.draw_anew()
        # Whoever shows a passage knows where the cursor comes to stand.
        with self.prevent(self.At):
            self._go_to_passage(anew=is_another)
        if is_known:
            self.repaint(before, passage)

    def action_passage(self) -> None:
        """Put the cursor on the first row of the passage, with the whole passage in sight."""
        self._go_to_passage()

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """Tell what the cursor stands on."""
        super().watch_cursor(old, new)
        if self.at is not None:
            self.post_message(self.At(*self.at))

    def go_to(self, offset: int) -> None:
        """Put the cursor on the row of a character: there the reader has gone."""
        self._at_passage = False
        super().go_to(offset)

    def action_follow(self) -> None:
        """Ask for the event that cites what the cursor stands on."""
        if self.at is not None:
            self.post_message(self.Followed(*self.at))

    def row(self, number: int, width: int) -> Sequence[Run]:
        """A row of text; the margin says whether it is cited, the colour which words are the passage."""
        start, end = self._wrapped.row(number)
        passage = _within(self._passage, start, end)
        found = self.found
        spans = (
            (passage, "document--passage"),
            (found.between(start, end) if found else (), "row--mark"),
            (_within(self._current, start, end), "document--found"),
            (_within(self.selected, start, end), "document--selected"),
        )
        layers = [([(a - start, b - start) for a, b in each], style) for each, style in spans if each]
        text = self._wrapped.shown(start, end)
        return [self._margin(number, start, end, bool(passage)), *layered(text, layers)]

    def on_resize(self, event: Resize | None = None) -> None:
        """Wrap anew where the width has changed, and keep the passage in sight."""
        if not self.is_wrapped:
            self.wrap()
        if self._at_passage:
            self._go_to_passage(anew=True)
        else:
            super().on_resize()

    def _go_to_passage(self, *, anew: bool = False) -> None:
        start = self._passage[0] if self._passage else 0
        with self._in_place():
            self._wrapped.wrap_around(start, self._around)
        if self._passage:
            self.bring_rows(self._passage, anew=anew)
        else:
            self.jump_to(0)
        self.go_to(start)
        self._at_passage = True

    def _margin(self, number: int, start: int, end: int, passage: bool) -> Run:
        count = self._count(start, end)
        if passage:
            return Run(f"▐{count} ", "document--margin")
        if number == self.cursor and self.has_focus:
            return Run(f"▌{count} ", "document--cursor")
        return Run(f"│{count} ", "document--cited") if self._cited.is_cited(start, end) else Run("   ")

    def _count(self, start: int, end: int) -> str:
        """How many events cite the span that begins in a row, where that is more than one."""
        most = self._cited.most_citing(start, end)
        return " " if most < 2 else str(most) if most < 10 else "+"


def _within(span: Span | None, start: int, end: int) -> list[Span]:
    """The part of a span, if any, that lies between start and end."""
    return [(max(span[0], start), min(span[1], end))] if span and span[0] < end and span[1] > start else []
