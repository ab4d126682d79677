"""Selecting text with the mouse, and row by row or word by word with keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from explorer.records import dataclass
from explorer.tui.widgets.wrapped_view import WrappedView

if TYPE_CHECKING:
    from textual import events
    from textual.timer import Timer

    from explorer.search.spans import Span
    from explorer.tui.text_selection import TextSelection

# How often it is scrolled while the mouse is held above or below the text, in seconds.
_SCROLLS_EVERY = 0.05


class SelectableText(WrappedView):
    """Rows of a text, of which a stretch can be selected.

    It is not Textual's own selection: that finds its way from a cell to the text by data in the style of each
    piece of each row, so that no style could be shared, and it draws all rows at each change.
    """

    @dataclass
    class Selected(Message):
        """Somebody has selected a stretch of the text."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._selection: TextSelection | None = None
        # Where the mouse went down, and whether it has moved over other characters since.
        self._pressed: Span | None = None
        self._is_dragged = False
        # How far above or below the text the mouse is held, and its column.
        self._pull = (0, 0)
        self._pulling: Timer | None = None

    @property
    def selected(self) -> Span | None:
        """The offsets of what is selected, if anything is."""
        span = self._selection.span if self._selection else (0, 0)
        return span if span[0] < span[1] else None

    @property
    def selected_text(self) -> str:
        """What is selected, ready to be pasted elsewhere."""
        from explorer.formats.clean_text import clean_text

        return clean_text(self._text[slice(*self.selected)]) if self.selected else ""

    def select(self, selection: TextSelection | None) -> None:
        """Select a stretch, or nothing any more."""
        before, self._selection = self._selection, selection
        ends = [end for each in (before, selection) if each for end in each.span]
        if ends and before != selection:
            if before and selection and before.anchor == selection.anchor:
                # From there the same is selected as before.
                ends = [*before.head, *selection.head]
            first, last = (self._wrapped.row_of(offset) for offset in (min(ends), max(ends)))
            self.refresh_rows(first, last - first + 1)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to select."""
        if event.button == 1 and self._text:
            self._pressed, self._is_dragged = self._span_at(event.x, event.y), False
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to where the mouse is."""
        if self._pressed is not None:
            height = self.scrollable_content_region.height
            self._pull = event.x, min(event.y, 0) or max(0, event.y - height + 1)
            if self._pull[1] and self._pulling is None:
                self._pulling = self.set_interval(_SCROLLS_EVERY, self._scroll_along)
            self._drag_to(event.x, max(0, min(height - 1, event.y)))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """What is selected stays so."""
        self.release_mouse()
        self._pressed = None
        self._stop_scrolling()
        if self._is_dragged and self._selection and self.selected:
            self.go_to(self._selection.head[0])
            self.post_message(self.Selected())

    def on_click(self, event: events.Click) -> None:
        """A click selects nothing, two a word, three a paragraph."""
        if self._is_dragged:
            event.prevent_default()
            return
        from explorer.evidence import paragraph_at
        from explorer.tui.text_selection import TextSelection, word_at

        offset = self._span_at(event.x, event.y)[0]
        if event.chain == 1 or not self._text:
            self.select(None)
            return
        span = word_at(self._text, offset) if event.chain == 2 else paragraph_at(self._text, offset)
        self.select(TextSelection(span, span))
        self.post_message(self.Selected())

    def action_select_rows(self, step: int) -> None:
        """Select on to the end of a row, or back to the beginning of one; first the cursor's own."""
        if self.at is None:
            return
        from explorer.tui.text_selection import TextSelection

        selection = self._selection
        if selection is None or not self.selected:
            first, last = self.at if step > 0 else self.at[::-1]
            self._select_to(TextSelection((first, first), (last, last)))
            return
        head = selection.head[1] if step > 0 else selection.head[0]
        row = self._wrapped.row_of(max(0, head - 1) if head > selection.anchor[0] else head)
        edge = self._wrapped.row(row)[step > 0]
        if head == edge:
            row = max(0, min(self.row_count() - 1, row + step))
            edge = self._wrapped.row(row)[step > 0]
        self._select_to(selection.to(edge))

    def action_select_words(self, step: int) -> None:
        """Select on to the end of a word, or back to the beginning of one; from the cursor's row at first."""
        if self.at is None:
            return
        from explorer.tui.text_selection import TextSelection, next_word

        start = self.at[0]
        selection = self._selection or TextSelection((start, start), (start, start))
        head = selection.head[1] if step > 0 else selection.head[0]
        self._select_to(selection.to(next_word(self._text, head, step)))

    def _select_to(self, selection: TextSelection) -> None:
        self.select(selection)
        start, end = selection.span
        self.go_to(start if selection.head[0] == start else max(start, end - 1))
        self.post_message(self.Selected())

    def _drag_to(self, x: int, y: int) -> None:
        from explorer.tui.text_selection import TextSelection

        here = self._span_at(x, y)
        if self._pressed is not None and (self._is_dragged or here != self._pressed):
            self._is_dragged = True
            self.select(TextSelection(self._pressed, here))

    def _scroll_along(self) -> None:
        """Scroll as far as the mouse is held away from the text, and select on."""
        x, pull = self._pull
        if not pull or self._pressed is None:
            self._stop_scrolling()
            return
        self.jump_to(max(0, min(int(self.max_scroll_y), self.top + pull)))
        self._drag_to(x, 0 if pull < 0 else self.scrollable_content_region.height - 1)

    def _stop_scrolling(self) -> None:
        if self._pulling is not None:
            self._pulling.stop()
            self._pulling = None

    def _span_at(self, x: int, y: int) -> Span:
        """The characters that stand in a cell of the widget."""
        from explorer.tui.text_selection import span_at_cell

        number = y + self.top
        if number >= len(self._wrapped):
            return len(self._text), len(self._text)
        start, end = self._wrapped.row(max(0, number))
        first, last = span_at_cell(self._wrapped.shown(start, end), x - self.MARGIN)
        return start + first, start + last
