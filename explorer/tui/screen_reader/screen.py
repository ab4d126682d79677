"""The main screen for a screen reader: one pane at a time, and above it a line that says what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container, Horizontal
from textual.widgets import Static

from explorer.tui.actions import binding, bindings
from explorer.tui.drawing import drawable, plural
from explorer.tui.screen_reader.lines import (
    Announcements,
    DroppableFilters,
    FirstLine,
    SpokenKeys,
    SpokenProgress,
)
from explorer.tui.screen_reader.lists import NumberedCountries, SpokenSource, SpokenTimeline
from explorer.tui.screens.explorer import SMALLEST, ExplorerScreen
from explorer.tui.session import PANES
from explorer.tui.widgets.density import DensityStrip
from explorer.tui.widgets.document_view import DocumentView
from explorer.tui.widgets.pane import Pane
from explorer.tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from explorer.search.evaluate import Result

_PANE_ACTIONS = [f"pane.{pane}" for pane in PANES]


class LinearScreen(ExplorerScreen, inherit_bindings=False):
    """Countries, timeline or source over the whole width.

    A search is answered by a count, and its list is shown when the line is left: a list that changes with
    each letter would be read out with each letter.
    """

    BINDINGS: ClassVar = [
        *(each for each in bindings("everywhere") if getattr(each, "id", "") not in _PANE_ACTIONS),
        *(binding(id_, f"number({place})", priority=True) for place, id_ in enumerate(_PANE_ACTIONS, 1)),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (SMALLEST[0], "-narrow")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        """One line below the other."""
        title, self._cited_here = FirstLine(), ""
        yield title
        with Horizontal(id="search-row"):
            yield Static("Search: ", id="search-label")
            yield SearchLine(self.filters.query.text)
        yield DroppableFilters()
        with Container(id="panes"):
            yield NumberedCountries(self.start.country)
            with Pane(id="timeline-pane"):
                yield DensityStrip()
                yield SpokenTimeline()
            yield SpokenSource()
        yield SpokenProgress()
        yield Announcements()
        yield SpokenKeys(self.keymap)
        yield Static(f"Détente needs a window of {SMALLEST[0]} by {SMALLEST[1]} cells.", id="too-small")

    def action_number(self, number: int) -> None:
        """Choose the country of a number where countries are listed, else go to the pane of this number."""
        countries = self.query_one(NumberedCountries)
        if self.focused is not countries or not countries.choose_number(number):
            self.action_pane(PANES[number - 1])

    def action_pane(self, pane: str) -> None:
        """Go to a pane; the search line is there only while somebody types in it."""
        self.remove_class("-searching")
        super().action_pane(pane)
        if pane == "source":
            self._tell_first()

    def action_search(self) -> None:
        """Go to the search line, which takes the place of the panes."""
        self.add_class("-searching")
        super().action_search()
        accept, to_list, cancel = (
            next(iter(self.keys_of(id_)), "no key")
            for id_ in ("search.accept", "search.to_list", "search.cancel")
        )
        self.message_line.show(f"{accept} goes to the source, {to_list} to the events, {cancel} cancels.")

    def action_view(self) -> None:
        """Say the countries of each event, which lanes would show, or leave them out again."""
        super().action_view()
        self._say_where()
        says = "said before its title" if self.arrangement.view == "lanes" else "left out"
        self.message_line.show(f"The countries of each event are {says}.")

    def action_relations(self) -> None:
        """Tell the relation of two chosen countries; of more, or of all, those of any two."""
        if self.store is not None:
            from explorer.tui.screen_reader.relations import relations_of

            self.app.push_screen(relations_of(self.store, self.filters.countries), self._go_to_event)

    def _mark_pane(self, pane: str) -> None:
        super()._mark_pane(pane)
        self._say_where()

    def _show_source(self) -> None:
        super()._show_source()
        if self.pane_at_hand() == "source":
            self._say_where()
            self._tell_first()

    def _show_selection(self, result: Result) -> None:
        before = self.title_bar.count
        super()._show_selection(result)
        self._say_where()
        shown, total = len(self.selection or ()), len(self.store.events) if self.store else 0
        if result.suggestions:
            first = result.suggestions[0]
            accept = next(iter(self.keys_of("search.accept")), "no key")
            self.message_line.show(
                f"No events. {accept} takes: {first.text}, {plural(first.count, 'event')}."
            )
        elif (
            not self.message_line.message
            and self.is_whole
            and (self.has_class("-searching") or self.title_bar.count != before)
        ):
            self.message_line.show(f"{shown:,} of {plural(total, 'event')}.")

    def _say_where(self) -> None:
        self.query_one(FirstLine).show_pane(self._pane_in_words())

    def _pane_in_words(self) -> str:
        pane = self.pane_at_hand()
        if pane == "countries":
            return f"Countries, {self.countries.row_count():,}"
        if pane == "timeline":
            return self.timeline_title.replace(" ── ", " ").replace("in lanes", "with countries")
        shown = self._cited()
        if shown is None or shown.passage is None or shown.citation is None:
            return "Source, none cited"
        return f"Source {shown.citation + 1} of {len(shown.event.sources)}, {shown.passage.verdict}"

    def _tell_first(self) -> None:
        """Say what the cursor stands on in a source that one has just come to."""
        self._cited_here = ""
        if self.source.view.at is not None:
            self._tell_what_is_cited(DocumentView.At(*self.source.view.at))

    @on(DocumentView.At)
    def _tell_what_is_cited(self, message: DocumentView.At) -> None:
        """Say when the cursor comes into a cited passage, or out of it."""
        shown, numbers = self._cited(), self._citing(message.start, message.end)
        others = sorted(set(numbers) - {self.number})
        here = "The passage" if self._is_in_passage(message) and shown else ""
        also = self._cited_also(others) if others else ""
        said = ", ".join(filter(None, (here, also)))
        if said != self._cited_here and self.pane_at_hand() == "source":
            self._cited_here = said
            self.message_line.show(f"{said[:1].upper()}{said[1:]}." if said else "Not cited.", fading=True)

    def _cited_also(self, others: Sequence[int]) -> str:
        """`cited for 3 other events, first Guevara meets Mao`."""
        assert self.store is not None
        first = drawable(self.store.brief(others[0]).title)
        return f"cited for {plural(len(others), 'other event')}{', first' * (len(others) > 1)}: {first}"

    def _is_in_passage(self, message: DocumentView.At) -> bool:
        shown = self._cited()
        passage = shown.passage if shown else None
        span = passage.found if passage else None
        return span is not None and span[0] < message.end and span[1] > message.start
