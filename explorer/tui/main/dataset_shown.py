"""The dataset that is shown: the first one, fuller ones while it is read, newer ones as its files change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.tui.main.way_back import WayBack
from explorer.tui.presenter import told_of
from explorer.tui.session import known_in

if TYPE_CHECKING:
    from explorer.config import Keymap
    from explorer.opening import Progress
    from explorer.state import Memory
    from explorer.store import Store
    from explorer.tui.dataset_reader import Changed
    from explorer.tui.screens.problems import ProblemsScreen
    from explorer.tui.session import Start


class DatasetShown(WayBack):
    """Shows one store after the other; what can stay as it is does."""

    def __init__(self, start: Start, memory: Memory, keymap: Keymap, notice: str) -> None:
        super().__init__(start, memory, keymap)
        self._notice = notice
        # The event that the cursor goes back to, by the one that has it in its place.
        self._gone: dict[str, str] = {}
        self._is_lost = False
        self._problems: ProblemsScreen | None = None

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
        told, error, fading = line.message, line.has_class("-error"), line.is_fading
        self._replace(changed.store, is_growing=False)
        if self._problems is not None:
            self._problems.renew(changed.store)
        key = next(iter(self.keys_of("problems")), "the palette")
        news = told_of(changed, key, was_lost=self._is_lost)
        self._is_lost = False
        if news:
            line.show(news, error=bool(changed.found), fading=not changed.found)
        elif (error or fading) and not line.message:
            # What is said of the query has been said anew; the rest stands, such as what was told of the
            # change before this one: programs write a file in pieces.
            line.show(told, error=error, fading=fading)

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
        row = (self.timeline.cursor or 0) - self.timeline.top
        citation, source = self.citation, self.source
        document, place = source.document, source.view.place
        self.store = store
        if self.is_whole and is_growing:
            self.filters = known_in(self.filters, store)
        self._searches.supersede()
        self._show_result(self.filters.run(store, suggest=False))
        number = None if at_beginning else self._number_that_stays(store)
        if number is None:
            self._shown = None
            if is_growing:
                self.timeline.move_to(0)
            else:
                self._put_near(position or 0)
        else:
            self._put_at(number, citation)
            self.timeline.jump_to((self.timeline.cursor or 0) - row)
            if source.document == document:
                source.view.return_to(place)
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

    def _announce(self, store: Store) -> None:
        if self._wanted and store.number_of(self._wanted) is None:
            if self._wanted == self.start.wanted:
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
