"""The jump list: where somebody was before each jump, as vim keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.records import dataclass

if TYPE_CHECKING:
    from explorer.search.filters import Filters

MOST_PLACES = 100


@dataclass(frozen=True, slots=True)
class Place:
    """An event (its id) as it was seen: under which filters, in which pane."""

    event: str | None
    filters: Filters
    pane: str


class JumpList:
    """The places that were left by a jump, the oldest first.

    As in vim (`:help jumplist`) a new jump is put at the end, wherever one was in the list; nothing behind is
    cut off, and each place stands once, where it was left last.  The first step back also keeps where it
    began, so that the way forward leads there.
    """

    def __init__(self) -> None:
        self._places: list[Place] = []
        # Where one is in the list; behind its last place after a jump.
        self._at = 0

    def leave(self, place: Place) -> None:
        """Remember a place that is about to be left by a jump."""
        self._keep(place)
        self._at = len(self._places)

    def back(self, here: Place) -> Place | None:
        """The place before; None at the oldest."""
        if self._at == len(self._places):
            self._keep(here)
            self._at = len(self._places) - 1
        if self._at == 0:
            return None
        self._at -= 1
        return self._places[self._at]

    def forward(self) -> Place | None:
        """The place after; None at the newest."""
        if self._at + 1 >= len(self._places):
            return None
        self._at += 1
        return self._places[self._at]

    def _keep(self, place: Place) -> None:
        self._places = [*(each for each in self._places if each != place), place][-MOST_PLACES:]
