"""Going somewhere and finding the way back: jumps, bookmarks, searches made, filters dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from explorer.search.filters import Filters
from explorer.tui.jumps import JumpList, Place
from explorer.tui.main.searching import Searching
from explorer.tui.presenter import citation_at
from explorer.tui.session import known_in
from explorer.tui.widgets.countries import Countries
from explorer.tui.widgets.document_view import DocumentView
from explorer.tui.widgets.search_line import SearchLine
from explorer.tui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from explorer.config import Keymap
    from explorer.state import Memory
    from explorer.tui.bookmarks import BookmarkRow
    from explorer.tui.history import Recall
    from explorer.tui.session import Start


class WayBack(Searching):
    """Remembers the way that somebody went, and goes it again."""

    def __init__(self, start: Start, memory: Memory, keymap: Keymap) -> None:
        super().__init__(start, memory, keymap)
        self._jumps = JumpList()
        self._before_search: Place | None = None
        self._recall: Recall | None = None

    @property
    def place(self) -> Place:
        """Where one is."""
        return Place(self.event, self.filters, self.pane_at_hand())

    def about_to_jump(self, left: Place | None = None) -> None:
        """Remember this place, or the one that was left: what comes now is a jump."""
        place = left or self.place
        if place.event is not None:
            self._jumps.leave(place)

    def go_to(self, event: str | None, filters: Filters, pane: str) -> None:
        """Show what passes the filters, with the cursor on an event, in a pane."""
        self._wanted = event
        if filters != self.filters:
            # First, so that what the line tells of its change is no news.
            self._apply(filters)
            self.search_line.put(filters.query.text)
        elif self.store is not None:
            self._go_to_wanted(self.store)
        self.action_pane(pane)

    def _go_to_event(self, event: str | None) -> None:
        """Go to an event, whatever is filtered; the store may be another than when it was chosen."""
        number = self.store.number_of(event) if self.store is not None and event is not None else None
        if number is not None:
            if self.selection is None or number not in self.selection:
                self.action_clear_filters()
            self._put_at(number, 0)
            self.action_pane("timeline")

    @on(Timeline.Jumping)
    def _event_left(self) -> None:
        self.about_to_jump()

    @on(Countries.Chosen)
    def _country_chosen(self, message: Countries.Chosen) -> None:
        if message.go:
            self.about_to_jump()
            self._apply(Filters(countries=(message.country,), query=self.filters.query))
            self.action_pane("timeline")
        elif message.only:
            self._apply(self.filters.only(message.country))
        else:
            self._apply(self.filters.toggled(message.country))

    @on(DocumentView.Followed)
    def _document_followed(self, message: DocumentView.Followed) -> None:
        """Go to the next event that cites what the cursor stands on; without one, back to the passage."""
        numbers = self._citing(message.start, message.end)
        later = [number for number in numbers if self.number is not None and number > self.number]
        number = next(iter(later or numbers), self.number)
        shown = self._cited()
        document = shown.document if shown else None
        if self.store is None or number is None or number == self.number or document is None:
            self.source.view.action_passage()
            return
        place = citation_at(self.store, number, document.id, message.start, message.end)
        self.about_to_jump()
        if self.selection is not None and number not in self.selection:
            self.action_clear_filters()
        self._put_at(number, place)

    async def action_search_here(self) -> None:
        """Find in the document where that is at hand; else go to the search line."""
        if self._where() == "source" and self.source.document is not None:
            await self.source.open_find()
        else:
            self.action_search()

    def action_search(self) -> None:
        """Go to the search line."""
        self._before_search = self.place
        if self.shows_one_pane:
            # The one that the search narrows.
            self._mark_pane("timeline")
        self.set_focus(self.search_line)

    @on(SearchLine.Left)
    def _search_left(self, message: SearchLine.Left) -> None:
        if message.cancelled:
            # The line's own change comes later than this message; the event is wanted at once.
            self._wanted = self._before_search.event if self._before_search else self._wanted
            self._apply(self.filters.matching(self.search_line.value))
        elif not self.selection and self._suggestion and message.to == "source":
            # Nothing was found: enter takes what was offered instead.
            self.search_line.put(self._suggestion)
            return
        elif self.selection:
            self._keep_search()
        self.action_pane(message.to if self.selection else "timeline")

    def _keep_search(self) -> None:
        """What a search led to is looked at: it is one to come back to, and to make again."""
        if self._before_search is not None and self._before_search.filters != self.filters:
            self.about_to_jump(self._before_search)
        self.memory.add_search(self.filters.query.text)

    @on(SearchLine.Recalled)
    def _search_recalled(self, message: SearchLine.Recalled) -> None:
        self.recall(message.step)

    @on(SearchLine.Step)
    def _search_step(self, message: SearchLine.Step) -> None:
        self.timeline.action_cursor(message.step)

    def action_jump(self, step: int) -> None:
        """Back (-1) to where one jumped from, or forward (+1) again."""
        place = self._jumps.back(self.place) if step < 0 else self._jumps.forward()
        if place is None:
            end = "the first place that you jumped from" if step < 0 else "the last place that you jumped to"
            self.message_line.show(f"This is {end}.", fading=True)
        elif self.store is not None:
            self.go_to(place.event, known_in(place.filters, self.store), place.pane)

    def action_bookmark(self) -> None:
        """Ask for a name, and set a bookmark on the event under the cursor."""
        if self.store is None or self.number is None:
            self.message_line.show("No event is shown.", fading=True)
            return
        from explorer.tui.screens.prompt import Prompt

        shown = self.store.events[self.number]
        event, title = shown.id, shown.title
        known = next((each.name for each in self.memory.bookmarks if each.event == event), "")

        def set_it(name: str | None) -> None:
            if name is not None:
                self._set_bookmark(event, name, title)

        self.app.push_screen(Prompt("Name of the bookmark", known, empty_means=title), set_it)

    def _set_bookmark(self, event: str, name: str, title: str) -> None:
        from explorer.state import Bookmark

        self.memory.set_bookmark(Bookmark(event, name, title))
        self.message_line.show(f"Bookmarked: {name or title}", fading=True)

    def action_bookmarks(self) -> None:
        """List the bookmarks, to go to one."""
        if self.store is not None:
            from explorer.tui.screens.bookmarks import BookmarksScreen

            key = next(iter(self.keys_of("bookmark")), "the palette")
            self.app.push_screen(BookmarksScreen(self.memory, self.store, key), self._go_to_bookmark)

    def _go_to_bookmark(self, row: BookmarkRow | None) -> None:
        if row is None or self.store is None:
            return
        number = self.store.number_of(row.bookmark.event)
        if number is None:
            self.message_line.show(f"{row.name}: {row.note}.", error=True)
            return
        shown = self.filters.within_countries(self.store)
        passes = number in shown and number in (self.filters.run(self.store, suggest=False).selection or ())
        self.about_to_jump()
        self.go_to(row.bookmark.event, self.filters if passes else Filters(), "timeline")

    def recall(self, step: int) -> None:
        """Put an earlier search (-1) or a later one (+1) into the search line."""
        from explorer.tui.history import Recall

        written = self.search_line.value
        if self._recall is None or self._recall.text != written:
            self._recall = Recall(self.memory.searches, written)
        text = self._recall.step(step)
        if text is not None:
            self.search_line.put(text)

    def action_history(self) -> None:
        """List earlier searches and those that were saved, to search again."""
        from explorer.tui.screens.history import HistoryScreen

        typed = self.search_line.value if self.focused is self.search_line else ""
        made, saved = self.memory.searches, self.memory.saved_searches
        self.app.push_screen(HistoryScreen(made, saved, typed), self._search_again)

    def _search_again(self, query: str | None) -> None:
        if query is not None:
            self.search_for(query)

    def search_for(self, query: str) -> None:
        """Search for something within the chosen countries: a jump."""
        self.about_to_jump()
        self.memory.add_search(query)
        self.go_to(self.event, self.filters.matching(query), "timeline")

    def action_save_search(self) -> None:
        """Ask for a name, and save the search under it."""
        query = self.filters.query.text.strip()
        if not query:
            self.message_line.show("There is no search to save.", fading=True)
            return
        from explorer.tui.screens.prompt import Prompt

        def save(name: str | None) -> None:
            if name is not None:
                self.memory.save_search(name or query, query)
                self.message_line.show(f"Saved: {name or query}", fading=True)

        self.app.push_screen(Prompt("Name of the search", empty_means=query), save)

    def action_drop_filter(self, place: int) -> None:
        """Drop a filter by its place in the line of filters, from 1; 0 means the last one."""
        if self.store is None:
            return
        from explorer.search.chips import chips

        found = chips(self.filters, self.country_names())
        if not found or place > len(found):
            told = "There is no such filter." if found else "No filter is set."
            self.message_line.show(told, fading=True)
            return
        chip = found[place - 1]
        self.go_to(self.event, chip.without, self.pane_at_hand())
        self.message_line.show(f"Dropped: {chip.text}", fading=True)
