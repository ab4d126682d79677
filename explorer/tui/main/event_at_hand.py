"""The event under the cursor, and the source that says so."""

from __future__ import annotations

from asyncio import get_running_loop
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on
from textual.app import SuspendNotSupported

from explorer.store import NOTHING_CITED
from explorer.tui.main.panes import Panes
from explorer.tui.presenter import cited, first_citation
from explorer.tui.terminal import deaf_to_interrupts
from explorer.tui.widgets.document_view import DocumentView
from explorer.tui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from asyncio import TimerHandle

    from textual.geometry import Size
    from textual.widget import Widget

    from explorer.config import Keymap
    from explorer.search import Query
    from explorer.state import Memory
    from explorer.store import Store
    from explorer.tui.browsing import Browser
    from explorer.tui.rows import Cited
    from explorer.tui.session import Start
    from explorer.tui.widgets.source_pane import SourcePane


# Seconds from drawing the timeline to showing the source that belongs to its cursor: the thread that writes
# to the terminal writes the one while the other is made.
SOURCE_FOLLOWS_AFTER = 0.001
# Seconds without a move of the cursor until rows are drawn that the next key may bring into sight, and
# between a few of them and the next few, which is when keys are seen.
DRAWS_AHEAD_AFTER, DRAWS_ON_AFTER = 0.04, 0.001


class EventAtHand(Panes):
    """Shows the source of the event under the cursor, one of its citations at a time.

    Where the cursor moves, the timeline is drawn first and the source in a picture of its own right behind
    it: of the many keys of somebody who hurries past, few have to wait for a document.
    """

    def __init__(self, start: Start, memory: Memory, keymap: Keymap) -> None:
        super().__init__(start, memory, keymap)
        # The event that is to have the cursor once it is there.
        self._wanted = self.event
        # Whether the source pane still shows what the cursor stood on before, and is about to follow it.
        self._is_behind = self._is_following = False
        self._ahead: TimerHandle | None = None
        # What the citation was chosen for: another event or another query chooses anew.
        self._shown: tuple[int | None, Query] | None = (None, self.filters.query)

    @property
    def source(self) -> SourcePane:
        """The source pane, as it is for the event under the cursor."""
        self._catch_up()
        return self.source_pane

    def _catch_up(self) -> None:
        if self._is_behind:
            self._show_source()

    @on(Timeline.Moved)
    def _event_moved(self) -> None:
        if self._take_event():
            self._is_behind = True
            # All else may have been drawn at once: the source asks for a frame of its own.
            self._update_timer.resume()
            self._draw_ahead_after(DRAWS_AHEAD_AFTER)

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        """Draw the source as it is to stay, where it is drawn anyway."""
        if self.is_drawn:
            self._catch_up()
        super()._refresh_layout(size, scroll)

    def draw_alone(self, widget: Widget) -> None:
        """Draw a list before all else, unless a message goes that has moved its rows."""
        if not self.message_line.is_fading:
            super().draw_alone(widget)

    def _on_timer_update(self) -> None:
        """Draw the timeline, then let the source follow."""
        super()._on_timer_update()
        if self._is_behind and not self._is_following and not self.is_waiting:
            self._is_following = True
            get_running_loop().call_later(SOURCE_FOLLOWS_AFTER, self.call_next, self._follow)

    def _follow(self) -> None:
        """Show the source, and draw it at once."""
        self._is_following = False
        # The app may have ended meanwhile.
        if self._is_behind and self.is_running:
            self._show_source()
            self.draw_at_once()

    def _draw_ahead_after(self, seconds: float) -> None:
        if self._ahead is not None:
            self._ahead.cancel()
        self._ahead = get_running_loop().call_later(seconds, self.call_next, self._draw_ahead)

    def _draw_ahead(self) -> None:
        """Draw rows of the timeline before they are seen, so that a page is there when its key comes."""
        if self.is_running and not self._is_behind and self.timeline.draw_ahead():
            self._draw_ahead_after(DRAWS_ON_AFTER)

    def _follow_cursor(self) -> None:
        """Show the source of the event under the cursor, if it is another one or another query now."""
        if not self._take_event():
            return
        if self.is_drawn:
            self._show_source()
        else:
            # The first frame is for the events.
            self._is_behind = True

    def _take_event(self) -> bool:
        """Take the event under the cursor; whether it is another one or another query now."""
        number = self.timeline.number if self.selection else None
        if (number, self.filters.query) == self._shown:
            return False
        self.message_line.fade()
        self.number, self.citation, self._shown = number, 0, (number, self.filters.query)
        if self.store is not None and number is not None:
            self.event = self.store.events[number].id
            self.citation = first_citation(self.store, number, self.filters.query)
        return True

    def _put_at(self, number: int, citation: int) -> None:
        """Put the cursor on an event, with one of its citations."""
        assert self.store is not None
        self.event = self.store.events[number].id
        self.number, self.citation, self._shown = number, citation, (number, self.filters.query)
        self.timeline.go_to(number)
        self._show_source()

    @on(Timeline.Opened)
    def _event_opened(self) -> None:
        self.action_pane("source")

    def action_pane(self, pane: str) -> None:
        """Go to a pane; the source, too, gets its keys as it is for the event under the cursor."""
        self._catch_up()
        super().action_pane(pane)

    def _show_source(self) -> None:
        self._is_behind = False
        query, pane = self.filters.query, self.source_pane
        shown = self._cited()
        if self.store is None or shown is None:
            pane.clear(query)
        elif shown.document is None:
            pane.show(shown, NOTHING_CITED, query)
            pane.show_also(())
        else:
            passages = self.store.cited_passages(shown.document.id)
            pane.show(shown, passages, query)
            if pane.view.at is not None:
                # At once, in the same picture, and not when the view's own message has come.
                self._document_at(DocumentView.At(*pane.view.at))

    @on(DocumentView.At)
    def _document_at(self, message: DocumentView.At) -> None:
        others = [number for number in self._citing(message.start, message.end) if number != self.number]
        store = self.store
        self.source.show_also(store.brief(number).title for number in others if store is not None)

    def _citing(self, start: int, end: int) -> list[int]:
        shown = self._cited()
        if self.store is None or shown is None or shown.document is None:
            return []
        return self.store.cited_passages(shown.document.id).touching(start, end)

    def _cited(self) -> Cited | None:
        if self.store is None or self.number is None:
            return None
        return cited(self.store, self.number, self.citation)

    def _go_to_wanted(self, store: Store) -> None:
        """Go to the event that is to have the cursor once it is there."""
        number = store.number_of(self._wanted) if self._wanted else None
        if number is not None:
            self._wanted = None
            self.timeline.go_to(number)

    def action_open_passage(self) -> None:
        """Go to the passage of the event under the cursor."""
        if self.number is not None:
            self.action_pane("source")
            self.source.view.action_passage()

    def action_cite(self, step: int) -> None:
        """Show another citation of the event."""
        self.citation += step
        self._show_source()

    def action_next_match(self, step: int) -> None:
        """Next event; in the document, the next word that the search marks."""
        if self.pane_at_hand() != "source":
            self.timeline.action_cursor(step)
            return
        self.source.view.find_next(step)

    @on(DocumentView.Found)
    def _marks_found(self, message: DocumentView.Found) -> None:
        """Tell which of the words that the search marks was gone to."""
        if message.is_search:
            step = message.step
            place = f"{step.number:,} of {step.total:,} marks of the search in this document" if step else ""
            self.message_line.show(place or "No match in this document.", fading=True)

    def action_open_url(self) -> None:
        """Open the document's address in the browser; it is looked for in a thread."""
        from explorer.tui import browsing

        shown = self._cited()
        document = shown.document if shown else None
        if document is None:
            self.message_line.show("No document is shown.", fading=True)
        elif not document.url:
            self.message_line.show("This document has no address.", fading=True)
        elif not browsing.is_for_browsers(document.url):
            self.message_line.show("This document's address is not one for a browser.", error=True)
        else:
            url = document.url

            def look() -> None:
                found = browsing.browser()
                # The app may have ended meanwhile.
                with suppress(RuntimeError):
                    self.app.call_from_thread(self._open_in, found, url)

            self.app.run_worker(look, thread=True, group="browser", exclusive=True)

    def _open_in(self, browser: Browser, url: str) -> None:
        """Open an address in a browser of this kind, and say so."""
        from explorer.tui import browsing

        is_opened = browser != "none"
        if browser == "window":
            browsing.open_window(url)
        elif browser == "terminal":
            with suppress(SuspendNotSupported), self.app.suspend(), deaf_to_interrupts(self.app.exit):
                is_opened = browsing.open_here(url)
        told = f"Opened in the browser: {url}" if is_opened else f"No browser was found for {url}"
        self.message_line.show(told, error=not is_opened, fading=is_opened)
