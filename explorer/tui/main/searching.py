"""Asking the store for what passes the filters, and handing its answer to the panes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from explorer.config.key_names import shown_key
from explorer.records import dataclass
from explorer.search.evaluate import Result, is_instant
from explorer.search.filters import Filters
from explorer.tui.actions import action
from explorer.tui.main.overview import Overview
from explorer.tui.presenter import advice, country_rows
from explorer.tui.searches import Searches
from explorer.tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from textual.timer import Timer

    from explorer.config import Keymap
    from explorer.state import Memory
    from explorer.tui.session import Start

# How long somebody has not typed before other words are looked for, in seconds: that takes its time.
SUGGESTS_AFTER = 0.15


class Searching(Overview):
    """Shows what passes the filters; a search that takes longer than a frame is answered later."""

    @dataclass
    class Answered(Message):
        """A search that took longer than a frame has its result, or raised something."""

        search: int
        result: Result | Exception

    @dataclass
    class Suggested(Message):
        """There are other words to try where nothing was found."""

        search: int
        result: Result | Exception

    def __init__(self, start: Start, memory: Memory, keymap: Keymap) -> None:
        super().__init__(start, memory, keymap)
        self._last_good = Filters().query
        self._searches = Searches[Result]()
        self._suggestion = ""
        self._suggesting: Timer | None = None

    @on(SearchLine.Edited)
    def _query_edited(self, message: SearchLine.Edited) -> None:
        # What stood in the line from the start, or was applied already, is no news.
        if message.text != self.filters.query.text:
            self._apply(self.filters.matching(message.text))

    def _apply(self, filters: Filters) -> None:
        """Ask the store, and show what it says; a query that cannot be meant leaves the last good result."""
        self.filters = filters
        self._searches.supersede()
        if self._suggesting is not None:
            self._suggesting.stop()
        if self.store is None:
            return
        if is_instant(self.store, filters.query):
            self._show_answer(filters.run(self.store, suggest=False))
        else:
            self._search(self.Answered, suggest=False)

    def _search(self, told: type[Answered] | type[Suggested], *, suggest: bool) -> None:
        """Ask the store in a thread; the next key gives it up."""
        filters, store = self.filters, self.store

        def answer(search: int, result: Result | Exception) -> None:
            # The app may have ended meanwhile.
            with suppress(RuntimeError):
                self.post_message(told(search, result))

        if store is not None:
            self._searches.run(lambda: filters.run(store, suggest=suggest), answer)

    @on(Answered)
    @on(Suggested)
    def _search_answered(self, message: Answered | Suggested) -> None:
        if message.search != self._searches.newest:
            return
        if isinstance(message.result, Exception):
            raise message.result
        if isinstance(message, self.Answered):
            self._show_answer(message.result)
        elif message.result.suggestions:
            self._suggestion = message.result.suggestions[0].text
            self._show_selection(message.result)

    def _show_answer(self, result: Result) -> None:
        """Show a result; where nothing was found, look for other words once nobody types any more."""
        assert self.store is not None
        self._show_result(result)
        self._go_to_wanted(self.store)
        self._follow_cursor()
        if self.is_drawn:
            # The letter itself has just been drawn, and what it finds would wait for the next frame.
            self.draw_at_once()
        if result.selection is not None and not result.selection:
            self._suggesting = self.set_timer(
                SUGGESTS_AFTER, lambda: self._search(self.Suggested, suggest=True)
            )

    def _show_result(self, result: Result) -> None:
        assert self.store is not None
        self._suggestion = ""
        self._explain(result)
        if result.selection is None:
            self.selection = (
                replace(self.filters, query=self._last_good).run(self.store, suggest=False).selection
            )
        else:
            self.selection = result.selection
            # On the way to `yaer:1960` the word `yaer` finds nothing: that is not worth keeping.
            self._last_good = self.filters.query if result.selection else self._last_good
        self._show_selection(result)

    def _explain(self, result: Result) -> None:
        errors = [message for message in result.messages if message.severity == "error"]
        told = (errors or [*result.messages])[:1]
        if not told and not self.message_line.message:
            # Even a line that is not seen would be laid out anew.
            return
        self.message_line.show(str(told[0]) if told else "", error=bool(errors))

    def _show_selection(self, result: Result) -> None:
        assert self.store is not None
        assert self.selection is not None
        asked = self._last_good if result.selection is None else self.filters.query
        told = self.filters if asked is self.filters.query else replace(self.filters, query=asked)
        is_filtered = told.countries or asked.text.strip()
        title = told.describe(self.country_names()) if is_filtered else self.store.dataset.title
        self._show_filters()
        shown, total = len(self.selection), len(self.store.events)
        self.title_bar.show(title, shown, total, is_whole=self.is_whole)
        self.countries.show(country_rows(self.store, self.selection, self.filters), self.filters.query)
        self.show_density()
        self.show_rows(asked, advice(self.store, self.filters, result, self.keymap))

    def _show_filters(self) -> None:
        texts: list[str] = []
        if self.filters.countries or self.filters.query.text.strip():
            from explorer.search.chips import chips

            texts = [chip.text for chip in chips(self.filters, self.country_names())]
        self.filter_line.show(texts, tuple(map(shown_key, self.keymap.keys_of(action("filter.drop")))))

    def action_clear_filters(self) -> None:
        """Show everything again."""
        self._apply(Filters())
        self.search_line.value = ""

    def country_names(self) -> dict[str, str]:
        """The names of the chosen countries, by id."""
        countries = self.store.dataset.countries if self.store else {}
        return {id_: countries[id_].name for id_ in self.filters.countries if id_ in countries}
