"""The timeline's arrangement: what the keys change of it, and what follows from it on the screen."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from explorer.records import dataclass
from explorer.store import Outline, Ranked
from explorer.tui.arrangement import Ranking, arranged
from explorer.tui.main.event_at_hand import EventAtHand
from explorer.tui.presenter import country_lanes
from explorer.tui.searches import Searches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.config import Keymap
    from explorer.search import Query
    from explorer.state import Memory
    from explorer.store import Selection
    from explorer.tui.session import Start

# So many events are ranked within a frame; more are ranked in a thread, and stand in time order until then.
FEW = 500


class Arranging(EventAtHand):
    """Shows the selection in the timeline as somebody wants it arranged."""

    @dataclass
    class HasRanked(Message):
        """The events of a selection have been ranked in a thread, or something was raised."""

        ranking: int
        rows: Ranked | Exception

    def __init__(self, start: Start, memory: Memory, keymap: Keymap) -> None:
        super().__init__(start, memory, keymap)
        self.arrangement = arranged(start.zoom, start.order, start.view)
        self._asked = self.filters.query
        self._rankings = Searches[Ranked]()
        self._ranked: Ranking = "no"
        # The query whose best match was shown, and whether that is still to be done once all are ranked.
        self._best_shown: Query | None = None
        self._shows_best = False

    @property
    def timeline_title(self) -> str:
        """What stands over the timeline."""
        return f"Timeline ── {self.arrangement.words(self._ranked)}"

    def show_rows(self, asked: Query, notes: Sequence[str]) -> None:
        """Show the selection, which the query has found; the notes stand in its place where it is empty."""
        self._rankings.supersede()
        self._asked, selection = asked, self.selection
        if selection is None:
            return
        if not self._is_to_be_ranked(asked):
            self._best_shown, self._shows_best = None, False
            self._show_arranged("no", Outline(selection, self.arrangement.zoom), notes)
            return
        if asked != self._best_shown:
            self._best_shown, self._shows_best = asked, self._wanted is None
        if len(selection) <= FEW:
            self._show_ranked(_ranked(selection, asked), notes)
        else:
            self._show_arranged("soon", Outline(selection, self.arrangement.zoom), notes)
            self._rankings.run(lambda: _ranked(selection, asked), self._answer_ranked)

    def _is_to_be_ranked(self, asked: Query) -> bool:
        if self.arrangement.order == "time":
            return False
        from explorer.search import has_relevance

        return has_relevance(asked)

    def _answer_ranked(self, ranking: int, rows: Ranked | Exception) -> None:
        # The app may have ended meanwhile.
        with suppress(RuntimeError):
            self.post_message(self.HasRanked(ranking, rows))

    @on(HasRanked)
    def _has_ranked(self, message: HasRanked) -> None:
        if message.ranking != self._rankings.newest:
            return
        if isinstance(message.rows, Exception):
            raise message.rows
        self._show_ranked(message.rows, self.timeline.notes)
        self._follow_cursor()

    def _show_ranked(self, rows: Ranked, notes: Sequence[str]) -> None:
        self._show_arranged("yes", rows, notes, from_first=self._shows_best)
        self._shows_best = False

    def _show_arranged(
        self, ranked: Ranking, rows: Outline | Ranked, notes: Sequence[str], *, from_first: bool = False
    ) -> None:
        self._ranked = ranked
        # Where the title has no corners blanks stand around it.
        if (self.timeline_pane.border_title or "").strip() != self.timeline_title:
            self.timeline_pane.border_title = self.timeline_title
        in_lanes, chosen = self.arrangement.view == "lanes", self.filters.countries
        lanes = country_lanes(rows.selection, chosen) if in_lanes else None
        self.key_bar.rename("view", "list" if in_lanes else "lanes")
        self.timeline.show(rows, self.filters.query, notes, lanes=lanes, from_first=from_first)

    def action_zoom(self, step: int) -> None:
        """Narrower (1) or wider (-1) periods; the event under the cursor stays where it is on the screen."""
        zoomed = self.arrangement.zoomed(step)
        if zoomed == self.arrangement:
            told = "narrower than months" if step > 0 else "wider than centuries"
            self.message_line.show(f"No periods are {told}.", fading=True)
            return
        self.arrangement = zoomed
        with self.timeline.cursor_kept_in_place():
            self.show_rows(self._asked, self.timeline.notes)

    def action_view(self) -> None:
        """Show a lane for each country beside the events, or the list again."""
        self.arrangement = self.arrangement.in_other_view
        with self.timeline.cursor_kept_in_place():
            self.show_rows(self._asked, self.timeline.notes)

    def action_sort(self) -> None:
        """Sort by relevance of what is searched for, or by time again."""
        self.arrangement = self.arrangement.reordered
        self.show_rows(self._asked, self.timeline.notes)
        self._follow_cursor()
        if self.arrangement.order == "relevance" and self._ranked == "no":
            self.message_line.show(
                "By relevance once words are searched for; by time until then.", fading=True
            )


def _ranked(selection: Selection, query: Query) -> Ranked:
    from explorer.search import relevance

    return Ranked(selection, relevance(selection.store, query, selection))
