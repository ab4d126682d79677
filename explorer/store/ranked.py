"""The rows of a selection in another order than that of time, under a single heading."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from explorer.store.outline import EventRow, Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.store.selection import Selection


class Ranked:
    """What `Outline` is for time, for any other order, which is given by all event numbers of the selection.

    Making it takes time proportional to the selection; afterwards every question takes the same time.
    """

    is_in_time = False

    def __init__(self, selection: Selection, order: Sequence[int]) -> None:
        self.selection = selection
        self.headings: tuple[Heading, ...] = (Heading(None, len(selection)),) if selection else ()
        self._order = array("I", order)
        in_time = {number: position for position, number in enumerate(selection)}
        # At which place of the order each position of the selection stands.
        self._places = array("I", bytes(4 * len(self._order)))
        for place, number in enumerate(order):
            self._places[in_time[number]] = place

    def __len__(self) -> int:
        return len(self._order) + len(self.headings)

    def __getitem__(self, row: int) -> Heading | EventRow:
        """What a row shows; raises IndexError outside the rows."""
        if not 0 <= row < len(self):
            raise IndexError(row)
        return self.event_at(row) if row else self.headings[0]

    def event_at(self, row: int, _step: int = 1) -> EventRow:
        """The event of a row, or that below the heading; raises IndexError outside the rows."""
        position = max(0, row - 1)
        return EventRow(self._order[position], position)

    def row_of(self, position: int) -> int:
        """The row of the event at a position."""
        return position + 1

    def heading_row(self, _row: int) -> int | None:
        """The row of the heading; None where there are no events."""
        return 0 if self.headings else None

    def position(self, number: int) -> int | None:
        """The position of an event, or None where it is not among the rows."""
        found = self.selection.index(number)
        return None if found is None else self._places[found]

    def nearest(self, number: int) -> int | None:
        """The position of the event, else of the first one; None if there is none."""
        return (self.position(number) or 0) if self.headings else None

    def position_of_period(self, position: int, _step: int) -> int:
        """The same position: there are no periods."""
        return position
