"""The document view: the whole text of a document, wrapped, with the cited passage in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from explorer.records import dataclass
from explorer.store import NOTHING_CITED
from explorer.tui.actions import bindings
from explorer.tui.drawing import Run, layered
from explorer.tui.widgets.selectable_text import SelectableText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Resize

    from explorer.search import Query
    from explorer.search.literal import Literal
    from explorer.search.occurrences import Occurrences, Step
    from explorer.search.spans import Span
    from explorer.store import CitedPassages

# So many characters are looked through before a key can be handled: some four milliseconds.
_AT_A_TIME = 65_536


class DocumentView(SelectableText):
    """A document, row by row; the passage is marked in the text and in its margin.

    `n` goes through the places of what somebody finds in the document, while there are any, else through what
    the search of the events marks.
    """

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

    @dataclass
    class Found(Message):
        """The document has been looked through: `count` places, and the one that was gone to, if any.

        `is_search` tells whether they are the marks of the search of the events.
        """

        count: int
        step: Step | None
        is_search: bool

    def __init__(self) -> None:
        super().__init__(id="source")
        self._passage: Span | None = None
        self._cited = NOTHING_CITED
        self._query: Query | None = None
        self._marks: Occurrences | None = None
        self._wanted: Literal | None = None
        self._finds: Occurrences | None = None
        # The place that was gone to last; a row can hold several.
        self._current: Span | None = None
        # Where to go once the whole document has been looked through: as `Occurrences.step` has it.
        self._going: tuple[int, int, int] | None = None
        self._is_looking = False
        # Whether somebody types what to find: that leads nowhere else.
        self._is_typed = False
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
        if text is not self._text or query is not self._query:
            self._mark(text, query)
            is_known = False
        if text is not self._text:
            self._text, self._cursor_at = text, 0
            self.wrap()
            self._seek()
        elif not is_known:
            self._draw_anew()
        # Whoever shows a passage knows where the cursor comes to stand.
        with self.prevent(self.At):
            self.action_passage()
        if is_known:
            self._repaint(before, passage)

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

    def find(self, wanted: Literal | None, origin: int = 0) -> None:
        """Go to the first place of something from an offset on; None goes nowhere and marks nothing."""
        self._wanted, self._is_typed = wanted, True
        self._seek((1, origin, origin))

    def find_next(self, step: int) -> None:
        """Go to the next place (or the previous one, for -1); it is told where that is."""
        self._is_typed = False
        start, end = self.at or (0, 0)
        self._look((step, start, max(end, start + 1)))

    @property
    def finds(self) -> bool:
        """Whether anything is to be found in the document."""
        return self._wanted is not None

    @property
    def found(self) -> Occurrences | None:
        """What is marked, and gone through: what somebody finds, or what the search looks for."""
        finds = self._finds
        return finds if finds is not None and (finds.known or not finds.is_done) else self._marks

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

    def _mark(self, text: str, query: Query) -> None:
        """Mark in the text what the search looks for."""
        self._query, self._marks, self._current = query, None, None
        if query.terms:
            from explorer.search.occurrences import marks_in

            self._marks = marks_in(text, query)

    def _seek(self, going: tuple[int, int, int] | None = None) -> None:
        """Look for what is wanted in the document that is shown now, and go there."""
        self._finds = self._current = None
        if self._wanted:
            from explorer.search.occurrences import Occurrences

            self._finds = Occurrences(self._text, self._wanted)
        self._draw_anew()
        self._look(going if self._wanted else None)

    def _look(self, going: tuple[int, int, int] | None) -> None:
        """Look through the document a little at a time, then go where somebody wants to."""
        self._going = going
        if not self._is_looking and (going or self._wanted):
            self._is_looking = True
            self._look_on()

    def _look_on(self) -> None:
        found = self.found
        if found is not None and not found.look_on(_AT_A_TIME):
            self.call_later(self._look_on)
        elif found is not self.found:
            # There is none of what was to be found: the marks of the search are gone through, if any are.
            self.post_message(self.Found(0, None, False))
            self._draw_anew()
            self._going = None if self._is_typed else self._going
            self._look_on()
        else:
            self._is_looking = False
            self._arrive(found)

    def _arrive(self, found: Occurrences | None) -> None:
        going, self._going = self._going, None
        is_search = found is self._marks
        step = found.step(*going, self._current) if going and found else None
        if step is not None:
            self._bring(step.span)
        if going or not is_search:
            self.post_message(self.Found(found.known if found else 0, step, is_search))

    def _bring(self, span: Span) -> None:
        """Show a place, in the middle unless it is in sight already."""
        before, self._current = self._current, span
        with self._in_place():
            self._wrapped.wrap_around(span[0], self._around)
        self._bring_rows(span)
        self.go_to(span[0])
        self._repaint(before, span)

    def _go_to_passage(self, *, anew: bool = False) -> None:
        start = self._passage[0] if self._passage else 0
        with self._in_place():
            self._wrapped.wrap_around(start, self._around)
        if self._passage:
            self._bring_rows(self._passage, anew=anew)
        else:
            self.jump_to(0)
        self.go_to(start)
        self._at_passage = True

    def _bring_rows(self, span: Span, *, anew: bool = False) -> None:
        """Scroll so that a span stands in the middle, unless all of it is in sight already.

        In another place or size (`anew`) it does not count what happens to be in sight.
        """
        height = self.scrollable_content_region.height
        first, last = self._wrapped.row_of(span[0]), self._wrapped.row_of(max(span[0], span[1] - 1))
        top = self.scroll_offset.y
        if anew or first < top or last >= top + height:
            self.jump_to(max(0, first - max(0, height - (last - first + 1)) // 2))

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

    def _draw_anew(self) -> None:
        self.forget()
        self.refresh(self.size.region)

    def _repaint(self, *spans: Span | None) -> None:
        for span in spans:
            if span:
                first = self._wrapped.row_of(span[0])
                self.refresh_rows(first, self._wrapped.row_of(span[1]) - first + 1)


def _within(span: Span | None, start: int, end: int) -> list[Span]:
    """The part of a span, if any, that lies between start and end."""
    return [(max(span[0], start), min(span[1], end))] if span and span[0] < end and span[1] > start else []
