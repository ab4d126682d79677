"""Finding in a text: what is looked for is marked, and gone through place by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from explorer.records import dataclass
from explorer.tui.widgets.selectable_text import SelectableText

if TYPE_CHECKING:
    from explorer.search import Query
    from explorer.search.literal import Literal
    from explorer.search.occurrences import Occurrences, Step
    from explorer.search.spans import Span

# So many characters are looked through before a key can be handled: some four milliseconds.
_AT_A_TIME = 65_536


class FindableText(SelectableText):
    """Rows of a text with what somebody finds there; else with what the search of the events looks for."""

    @dataclass
    class Found(Message):
        """The document has been looked through: `count` places, and the one that was gone to, if any.

        `is_search` tells whether they are the marks of the search of the events.
        """

        count: int
        step: Step | None
        is_search: bool

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
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

    def find(self, wanted: Literal | None, origin: int = 0) -> None:
        """Go to the first place of something from an offset on; None goes nowhere and marks nothing."""
        self._wanted, self._is_typed = wanted, True
        self.seek((1, origin, origin))

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

    def mark(self, text: str, query: Query) -> None:
        """Mark in the text what the search looks for."""
        self._query, self._marks, self._current = query, None, None
        if query.terms:
            from explorer.search.occurrences import marks_in

            self._marks = marks_in(text, query)

    def seek(self, going: tuple[int, int, int] | None = None) -> None:
        """Look for what is wanted in the document that is shown now, and go there."""
        self._finds = self._current = None
        if self._wanted:
            from explorer.search.occurrences import Occurrences

            self._finds = Occurrences(self._text, self._wanted)
        self.draw_anew()
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
            self.draw_anew()
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
        self.bring_rows(span)
        self.go_to(span[0])
        self.repaint(before, span)

    def bring_rows(self, span: Span, *, anew: bool = False) -> None:
        """Scroll so that a span stands in the middle, unless all of it is in sight already.

        In another place or size (`anew`) it does not count what happens to be in sight.
        """
        height = self.scrollable_content_region.height
        first, last = self._wrapped.row_of(span[0]), self._wrapped.row_of(max(span[0], span[1] - 1))
        top = self.top
        if anew or first < top or last >= top + height:
            self.jump_to(max(0, first - max(0, height - (last - first + 1)) // 2))

    def draw_anew(self) -> None:
        """Draw every row again."""
        self.forget()
        self.refresh(self.size.region)

    def repaint(self, *spans: Span | None) -> None:
        """Draw the rows of some spans again."""
        for span in spans:
            if span:
                first = self._wrapped.row_of(span[0])
                self.refresh_rows(first, self._wrapped.row_of(span[1]) - first + 1)
