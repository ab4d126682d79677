"""The main screen: holds what is asked for, asks the store, and hands the answers to the panes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import Container, Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from explorer.config.key_names import shown_key
from explorer.records import dataclass
from explorer.search.evaluate import Result, is_instant
from explorer.search.filters import Filters
from explorer.state import Memory, Session
from explorer.store import Outline, Selection, Store
from explorer.tui.actions import OWN_KEYS, Where, action, bindings
from explorer.tui.compositor import PatchingScreen
from explorer.tui.editor_wanted import EditorWanted
from explorer.tui.presenter import (
    advice,
    citation_at,
    cited,
    country_rows,
    density,
    disagreement,
    first_citation,
    told_of,
)
from explorer.tui.searches import Searches
from explorer.tui.session import PANES, Start, known_in
from explorer.tui.way_back import WayBack
from explorer.tui.widgets.bars import DensityStrip, KeyBar, MessageLine, ProgressLine, TitleBar
from explorer.tui.widgets.countries import Countries
from explorer.tui.widgets.document_view import DocumentView
from explorer.tui.widgets.filter_line import FilterLine
from explorer.tui.widgets.search_line import SearchLine
from explorer.tui.widgets.source_pane import SourcePane
from explorer.tui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import DescendantFocus
    from textual.geometry import Size
    from textual.timer import Timer

    from explorer.config import Keymap
    from explorer.opening import Progress
    from explorer.search import Query
    from explorer.tui.copying import Told
    from explorer.tui.dataset_reader import Changed
    from explorer.tui.exporting import ExportFormat
    from explorer.tui.rows import Cited
    from explorer.tui.screens.problems import ProblemsScreen

SMALLEST = (30, 8)
# How long somebody has not typed before other words are looked for, in seconds: that takes its time.
SUGGESTS_AFTER = 0.15


class ExplorerScreen(PatchingScreen, WayBack):
    """Countries, timeline and source over one store.

    The state is small: the filters, the selection that last came of them, the event under the timeline's
    cursor (its number in the store, and its id, which holds in the next store too) and which of its citations
    is shown.
    """

    BINDINGS: ClassVar = bindings("everywhere")
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual does not declare it as a class variable
        (0, "-tiny"),
        (SMALLEST[0], "-narrow"),
        (70, "-medium"),
        (110, "-wide"),
        (160, "-huge"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (SMALLEST[1], "-tall")]  # noqa: RUF012
    AUTO_FOCUS = "#timeline"

    class Drawn(Message):
        """The first frame has been drawn: there is time for what takes longer."""

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

    title_bar = getters.query_one(TitleBar)
    filter_line = getters.query_one(FilterLine)
    search_line = getters.query_one(SearchLine)
    countries = getters.query_one(Countries)
    timeline = getters.query_one(Timeline)
    density = getters.query_one(DensityStrip)
    source = getters.query_one(SourcePane)
    progress_line = getters.query_one(ProgressLine)
    message_line = getters.query_one(MessageLine)
    key_bar = getters.query_one(KeyBar)

    def __init__(
        self,
        store: Store | None = None,
        start: Start | None = None,
        *,
        memory: Memory | None = None,
        keymap: Keymap = OWN_KEYS,
        notice: str = "",
    ) -> None:
        start = start or Start()
        # The pane that gets the focus first has its class from the start: nothing is styled twice for it.
        super().__init__(classes=f"at-{start.pane}")
        self.store: Store | None = None
        self.is_whole = False
        self.memory = memory or Memory(Path(), None)
        self.keymap = keymap
        self._start = start
        self.filters = start.filters
        self.selection: Selection | None = None
        self._last_good = Filters().query
        self._at_once = store
        self._wanted = start.wanted or start.event
        self._notice = notice
        self._suggestion = ""
        self._suggesting: Timer | None = None
        self._searches = Searches()
        self.event: str | None = self._wanted
        self.number: int | None = None
        self.citation = 0
        # The event that the cursor goes back to, by the one that has it in its place.
        self._gone: dict[str, str] = {}
        self._is_lost = False
        self._problems: ProblemsScreen | None = None
        self._document: str | None = None
        self._laid_out_for: Size | None = None
        # What the citation was chosen for: another event or another query chooses anew.
        self._shown: tuple[int | None, Query] = (None, self.filters.query)

    def fit(self, size: Size) -> None:
        """Take the layout of a window of this size before the first frame: it is laid out once, then."""
        breakpoints = (self.HORIZONTAL_BREAKPOINTS, size.width), (self.VERTICAL_BREAKPOINTS, size.height)
        for layouts, cells in breakpoints:
            self.add_class(max(layout for layout in layouts if layout[0] <= cells)[1], update=False)

    def compose(self) -> ComposeResult:
        """The bars at the edges, the three panes between."""
        with Horizontal(id="top"):
            yield TitleBar()
            yield SearchLine(self.filters.query.text)
        yield FilterLine()
        with Container(id="panes"):
            yield Countries(self._start.country)
            with Vertical(id="timeline-pane") as pane:
                pane.border_title = "Timeline"
                yield DensityStrip()
                yield Timeline()
            yield SourcePane()
        yield ProgressLine()
        yield MessageLine()
        yield KeyBar(self.keymap)
        yield Static(
            f"Détente needs a window of\n{SMALLEST[0]} by {SMALLEST[1]} cells at least.", id="too-small"
        )

    def on_mount(self) -> None:
        """Show what is there at once, draw, then tell that there is time for more."""
        if self._start.pane != "timeline":
            self.set_focus(self.query_one(f"#{self._start.pane}"))
        if self._at_once is not None:
            self.open(self._at_once)
        else:
            self.timeline.notes = ("", " Reading the dataset …")
        self.call_after_refresh(self.post_message, self.Drawn())

    def _screen_resized(self, size: Size) -> None:
        """Lay out for another size only: at its start Textual asks three times for the same one."""
        if size != self._laid_out_for:
            super()._screen_resized(size)

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        """Remember the size."""
        self._laid_out_for = self.outer_size if size is None else size
        super()._refresh_layout(size, scroll)

    def update_node_styles(self, animate: bool = True) -> None:
        """Leave what was styled as it was mounted: at the start Textual asks for all of it again."""
        if self._laid_out_for is not None:
            super().update_node_styles(animate)

    def on_screen_resume(self) -> None:
        """Draw the first frame once: the first layout draws it, and Textual asks for it again."""
        if self._laid_out_for is None:
            self.call_next(self._forget_second_drawing)

    def _forget_second_drawing(self) -> None:
        self._repaint_required = False

    # ---- the dataset ----

    def open(self, store: Store, *, is_whole: bool = True) -> None:
        """Show a store in place of the one before, if any: what can stay as it is does."""
        self.is_whole = is_whole
        if is_whole:
            self.progress_line.show(None)
        if self.store is None:
            self.store = store
            self._apply(known_in(self.filters, store) if is_whole else self.filters)
        else:
            self._replace(store)
        if is_whole:
            self._announce(store)

    def show_progress(self, progress: Progress) -> None:
        """Show how far the dataset has been read."""
        if not self.is_whole:
            self.progress_line.show(progress)

    def tell_of_damage(self) -> None:
        """Say that what was stored of the dataset cannot be used."""
        self._notice = "What was stored of this dataset was damaged; it is read from its files."
        if self.is_mounted:
            self.message_line.show(self._notice, fading=True)

    def renew(self, changed: Changed) -> None:
        """Show the dataset as it is on disk now, with what is asked for as it was; tell of new problems."""
        line = self.message_line
        told = line.message if line.has_class("-error") else ""
        self._replace(changed.store, is_growing=False)
        if self._problems is not None:
            self._problems.renew(changed.store)
        key = next(iter(self.keys_of("problems")), "the palette")
        news = told_of(changed, key, was_lost=self._is_lost)
        self._is_lost = False
        if news:
            line.show(news, error=bool(changed.found), fading=not changed.found)
        elif told and not line.message:
            line.show(told, error=True)

    def tell_of_loss(self, reason: str) -> None:
        """Say that the dataset cannot be read any more."""
        self._is_lost = True
        self.message_line.show(f"{reason}. What was read before is still shown.", error=True)

    def _replace(self, store: Store, *, is_growing: bool = True) -> None:
        """Show a fuller or newer store: the event under the cursor, its citation and the lists' places stay.

        While it grows, a list that nobody has moved goes on showing its beginning.  In one that has changed,
        an event that is gone leaves the cursor where it stood, and has it again when it is back.
        """
        position = self._position()
        at_beginning = is_growing and self.focused is self.timeline and position in (None, 0)
        row = (self.timeline.cursor or 0) - self.timeline.scroll_offset.y
        citation, document, view = self.citation, self._document, self.source.view
        place, top = view.cursor, view.scroll_offset.y
        self.store = store
        if self.is_whole and is_growing:
            self.filters = known_in(self.filters, store)
        self._searches.supersede()
        self._show_result(self.filters.run(store, suggest=False))
        number = None if at_beginning else self._number_that_stays(store)
        if number is None:
            self._shown = (None, self.filters.query)
            if is_growing:
                self.timeline.move_to(0)
            else:
                self._put_near(position or 0)
        else:
            self._put_at(number, citation)
            self.timeline.jump_to((self.timeline.cursor or 0) - row)
            if place is not None and self._document == document:
                view.move_to(place)
                view.jump_to(top)
        self._go_to_wanted(store)
        self._follow_cursor()

    def _number_that_stays(self, store: Store) -> int | None:
        """The number of the event that had the cursor, or of one that had it before it was gone."""
        gone = self._gone.get(self.event) if self.event else None
        numbers = (store.number_of(event) for event in (gone, self.event) if event)
        shown = self.selection
        return next((each for each in numbers if each is not None and shown and each in shown), None)

    def _put_near(self, position: int) -> None:
        """Put the cursor on the event that stands now where the one that is gone stood."""
        gone = self.event
        if self.selection and gone:
            self._put_at(self.selection[min(position, len(self.selection) - 1)], 0)
            if self.event:
                self._gone = {self.event: self._gone.get(gone, gone)}

    def _position(self) -> int | None:
        """The position of the event under the cursor in the selection."""
        if self.selection is None or self.number is None:
            return None
        return self.selection.index(self.number)

    def _go_to_wanted(self, store: Store) -> None:
        """Go to the event that is to have the cursor once it is there."""
        number = store.number_of(self._wanted) if self._wanted else None
        if number is not None:
            self._wanted = None
            self.timeline.go_to(number)

    def _announce(self, store: Store) -> None:
        if self._wanted and store.number_of(self._wanted) is None:
            if self._wanted == self._start.wanted:
                self.message_line.show(f"This dataset has no event ‘{self._wanted}’.", error=True)
            self._wanted = None
        elif self._notice:
            self.message_line.show(self._notice, fading=True)
        elif store.problems:
            from explorer.formats.problem_text import told

            lists = next(iter(self.keys_of("problems")), "the palette")
            self.message_line.show(
                f"This dataset has {told(store.problems)}; {lists} lists them.", error=True
            )
        self._notice = ""

    # ---- filters ----

    @on(SearchLine.Edited)
    def _query_edited(self, message: SearchLine.Edited) -> None:
        # What stood in the line from the start, or was applied already, is no news.
        if message.text != self.filters.query.text:
            self._apply(self.filters.matching(message.text))

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
        is_filtered = self.filters.countries or self.filters.query.text.strip()
        dataset = self.store.dataset
        title = self.filters.describe(self.country_names()) if is_filtered else dataset.title
        self._show_filters()
        shown, total = len(self.selection), len(self.store.events)
        self.title_bar.show(title, shown, total, is_whole=self.is_whole)
        self.countries.show(country_rows(self.store, self.selection, self.filters), self.filters.query)
        self._show_density()
        notes = advice(self.store, self.filters, result, self.keymap)
        self.timeline.show(Outline(self.selection), self.filters.query, notes)

    def _show_density(self) -> None:
        if self.store is not None and self.selection is not None:
            bars = self.density.bars(self.density.size.width or 60)
            self.density.show(*density(self.store, self.selection, bars))

    def _show_filters(self) -> None:
        texts: list[str] = []
        if self.filters.countries or self.filters.query.text.strip():
            from explorer.search.chips import chips

            texts = [chip.text for chip in chips(self.filters, self.country_names())]
        self.filter_line.show(texts, tuple(map(shown_key, self.keymap.keys_of(action("filter.drop")))))

    # ---- the event under the cursor ----

    @on(Timeline.Jumping)
    def _event_left(self) -> None:
        self.about_to_jump()

    @on(Timeline.Moved)
    def _event_moved(self) -> None:
        self._follow_cursor()

    def _follow_cursor(self) -> None:
        """Show the source of the event under the cursor, if it is another one or another query now."""
        number = self.timeline.number if self.selection else None
        if (number, self.filters.query) == self._shown:
            return
        self.message_line.fade()
        self.number, self.citation, self._shown = number, 0, (number, self.filters.query)
        if self.store is not None and number is not None:
            self.event = self.store.events[number].id
            self.citation = first_citation(self.store, number, self.filters.query)
        self._show_source()

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

    def _show_source(self) -> None:
        query = self.filters.query
        shown = self._cited()
        self._document = shown.document.id if shown and shown.document else None
        if self.store is None or shown is None:
            self.source.clear(query)
        elif shown.document is None:
            self.source.show(shown, (), (), query)
            self.source.show_also(())
        else:
            passages = self.store.cited_passages(shown.document.id)
            self.source.show(shown, passages.spans, passages.counts, query)
            if self.source.view.at is not None:
                # At once, in the same picture, and not when the view's own message has come.
                self._document_at(DocumentView.At(*self.source.view.at))

    @on(DocumentView.At)
    def _document_at(self, message: DocumentView.At) -> None:
        others = [number for number in self._citing(message.start, message.end) if number != self.number]
        store = self.store
        self.source.show_also(store.events[number].title for number in others if store is not None)

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

    def _citing(self, start: int, end: int) -> list[int]:
        shown = self._cited()
        if self.store is None or shown is None or shown.document is None:
            return []
        return self.store.cited_passages(shown.document.id).touching(start, end)

    def _cited(self) -> Cited | None:
        if self.store is None or self.number is None:
            return None
        return cited(self.store, self.number, self.citation)

    # ---- the search line ----

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

    # ---- actions ----

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the search line every printable key is text, and its own keys lead out of it."""
        typing = self.focused is not None and self.focused is self.search_line
        own = ("search", "pane", "next_pane", "back", "cite", "next_match", "copy")
        return not (typing and action in own)

    def action_search(self) -> None:
        """Go to the search line."""
        self._before_search = self.place
        if self.has_class("-narrow"):
            # One pane is seen: the one that the search narrows.
            self._mark_pane("timeline")
        self.set_focus(self.search_line)

    def action_clear_filters(self) -> None:
        """Show everything again."""
        self._apply(Filters())
        self.search_line.value = ""

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

    def action_next_match(self, step: int) -> None:
        """Next event; in the document, the next word that the search marks."""
        if self.pane_at_hand() != "source":
            self.timeline.action_cursor(step)
            return
        view = self.source.view
        place = view.next_mark(step)
        found = f"{place} of {view.mark_count} in this document" if place else "No match in this document."
        self.message_line.show(found, fading=True)

    def action_pane(self, pane: str) -> None:
        """Go to a pane."""
        # The class comes first: a pane that is not shown cannot take the focus.
        self._mark_pane(pane)
        self.message_line.fade()
        self.set_focus(self.query_one(f"#{pane}"))

    def action_next_pane(self, step: int) -> None:
        """Go to the pane after this one, or the one before it."""
        self.action_pane(PANES[(PANES.index(self.pane_at_hand()) + step) % len(PANES)])

    def action_open_passage(self) -> None:
        """Go to the passage of the event under the cursor."""
        if self.number is not None:
            self.action_pane("source")
            self.source.view.action_passage()

    def action_cite(self, step: int) -> None:
        """Show another citation of the event."""
        self.citation += step
        self._show_source()

    def session(self) -> Session:
        """Where somebody is, for the next start."""
        return Session(
            event=self.event,
            query=self.filters.query.text,
            countries=self.filters.countries,
            pane=self.pane_at_hand(),
            country=self.countries.current,
        )

    def action_back(self) -> None:
        """One step back: to the timeline, out of the search, out of the countries, out of a long reading."""
        if self.store is None:
            self.app.exit()
        elif self.pane_at_hand() != "timeline":
            self.action_pane("timeline")
        elif self.filters.query.text:
            self.search_line.value = ""
        elif self.filters.countries:
            self._apply(Filters())
        elif not self.is_whole:
            self.app.exit()
        else:
            self.message_line.show("")

    def action_open_url(self) -> None:
        """Open the document's address in the browser."""
        shown = self._cited()
        document = shown.document if shown else None
        if document is None:
            self.message_line.show("No document is shown.", fading=True)
        elif not document.url:
            self.message_line.show("This document has no address.", fading=True)
        elif not document.url.startswith(("https://", "http://")):
            self.message_line.show("This document's address is not one for a browser.", error=True)
        else:
            import webbrowser

            opened = webbrowser.open(document.url)
            text = document.url if opened else f"No browser was found for {document.url}"
            self.message_line.show(text, fading=True)

    def action_copy(self) -> None:
        """Offer what can be taken along of the event and of the source that is shown."""
        if self.store is None or self.number is None:
            self.message_line.show("No event is shown.", fading=True)
            return
        from explorer.tui.screens.copy_menu import CopyMenu
        from explorer.tui.takeaways import takeaways

        self.app.push_screen(CopyMenu(takeaways(self.store, self.number, self.citation), self._tell))

    def action_export(self, format_: ExportFormat) -> None:
        """Ask where the events that are shown are to be written."""
        if self.selection is not None:
            from explorer.tui.screens.export import ExportScreen

            self.app.push_screen(ExportScreen(self.selection, format_, self._tell))

    def _tell(self, told: Told) -> None:
        self.message_line.show(told.sentence, error=told.is_error, fading=not told.is_error)

    def action_problems(self) -> None:
        """List the problems of the dataset."""
        if self.store is not None:
            from explorer.tui.screens.problems import ProblemsScreen

            self._problems = ProblemsScreen(self.store, self.keymap)
            self.app.push_screen(self._problems, self._problems_left)

    def _problems_left(self, _: None) -> None:
        self._problems = None

    def action_edit(self) -> None:
        """Open the user's editor where the event is written."""
        if self.store is None or self.number is None:
            self.message_line.show("No event is shown.", fading=True)
        else:
            self.message_line.show("")
            place = self.store.events[self.number].place
            self.post_message(EditorWanted(place, lambda told: self.message_line.show(told, error=True)))

    def action_disagreement(self) -> None:
        """Compare what the sources of the event say on when it was."""
        if self.store is not None and self.number is not None:
            from explorer.tui.screens.disagreement import DisagreementScreen

            self.app.push_screen(DisagreementScreen(disagreement(self.store, self.number)))

    def action_relations(self) -> None:
        """Show the relation of two chosen countries; of more, or of all, the matrix."""
        if self.store is not None:
            from explorer.tui.screens.relation_matrix import relations_of

            screen = relations_of(self.store, self.filters.countries)
            self.app.push_screen(screen, self._go_to_event)

    def _go_to_event(self, event: str | None) -> None:
        """Go to an event, whatever is filtered; the store may be another than when it was chosen."""
        number = self.store.number_of(event) if self.store is not None and event is not None else None
        if number is not None:
            if self.selection is None or number not in self.selection:
                self.action_clear_filters()
            self._put_at(number, 0)
            self.action_pane("timeline")

    def action_help(self) -> None:
        """Show the keys of the focused pane, then all others, then the query language."""
        from explorer.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self._where(), self.keymap))

    async def action_press(self, id_: str) -> None:
        """Do what an action's key does where the focus is: for clicks on the key bar."""
        node = self.focused or self
        call = action(id_).call
        for namespace in (node, self.source, self):
            if await self.app.run_action(call, namespace):
                return

    # ---- where the focus is ----

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The key bar and the narrow layouts follow the focus."""
        where = self._where()
        if where != "search":
            self._mark_pane(where)
        self.key_bar.show(where)

    def on_resize(self) -> None:
        """Where the window was too small for anything to have the focus, give it back."""
        if self.focused is None:
            self.call_after_refresh(self._refocus)

    def _refocus(self) -> None:
        if self.focused is None and not (self.has_class("-tiny") or self.has_class("-flat")):
            self.action_pane(self.pane_at_hand())

    @on(DensityStrip.Resized)
    def _density_resized(self) -> None:
        self._show_density()

    def _where(self) -> Where:
        focused = self.focused
        if focused is self.search_line:
            return "search"
        return next((pane for pane in PANES if focused is not None and focused.id == pane), "timeline")

    def pane_at_hand(self) -> Where:
        """The pane that is at hand: the one with the focus, or that had it before the search line."""
        return next((pane for pane in PANES if self.has_class(f"at-{pane}")), "timeline")

    def _mark_pane(self, pane: str) -> None:
        for other in PANES:
            self.set_class(other == pane, f"at-{other}")
