"""The part of the main screen that finds the way back: jumps, bookmarks, searches made, filters dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from explorer.search.filters import Filters
from explorer.tui.actions import action, shown_keys
from explorer.tui.jumps import JumpList, Place
from explorer.tui.session import known_in

if TYPE_CHECKING:
    from explorer.config import Keymap
    from explorer.state import Memory
    from explorer.store import Store
    from explorer.tui.bookmarks import BookmarkRow
    from explorer.tui.history import Recall
    from explorer.tui.widgets.bars import MessageLine
    from explorer.tui.widgets.search_line import SearchLine


class WayBack(Screen[None]):
    """What the main screen remembers of the way that somebody went, and how to go it again.

    The main screen says where one `is`, and goes where it is told.
    """

    store: Store | None
    event: str | None
    number: int | None
    filters: Filters
    memory: Memory
    keymap: Keymap
    search_line: SearchLine
    message_line: MessageLine

    def __init__(self, *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._jumps = JumpList()
        self._before_search: Place | None = None
        self._recall: Recall | None = None

    def pane_at_hand(self) -> str:
        """The pane that has the focus, or had it before the search line."""
        raise NotImplementedError

    def go_to(self, event: str | None, filters: Filters, pane: str) -> None:
        """Show what passes the filters, with the cursor on an event, in a pane."""
        raise NotImplementedError

    # ---- jumps ----

    @property
    def place(self) -> Place:
        """Where one is."""
        return Place(self.event, self.filters, self.pane_at_hand())

    def about_to_jump(self, left: Place | None = None) -> None:
        """Remember this place, or the one that was left: what comes now is a jump."""
        place = left or self.place
        if place.event is not None:
            self._jumps.leave(place)

    def action_jump(self, step: int) -> None:
        """Back (-1) to where one jumped from, or forward (+1) again."""
        place = self._jumps.back(self.place) if step < 0 else self._jumps.forward()
        if place is None:
            end = "the first place that you jumped from" if step < 0 else "the last place that you jumped to"
            self.message_line.show(f"This is {end}.", fading=True)
        elif self.store is not None:
            self.go_to(place.event, known_in(place.filters, self.store), place.pane)

    # ---- bookmarks ----

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

    def keys_of(self, id_: str) -> tuple[str, ...]:
        """The keys of an action as a person reads them."""
        return shown_keys(action(id_), self.keymap)

    # ---- searches ----

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

    # ---- filters ----

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

    def country_names(self) -> dict[str, str]:
        """The names of the chosen countries, by id."""
        countries = self.store.dataset.countries if self.store else {}
        return {id_: countries[id_].name for id_ in self.filters.countries if id_ in countries}
