"""The outline of a selection: its events under the headings of their periods, row by row.

The timeline shows it.  Nothing here is proportional to the number of events: a row is found by bisection.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, compress
from operator import add
from typing import TYPE_CHECKING

from explorer.records import dataclass

if TYPE_CHECKING:
    from explorer.store.periods import Period, Zoom
    from explorer.store.selection import Selection


@dataclass(frozen=True, slots=True)
class Heading:
    """A row that names a period and counts its events; without a period, it stands over all of them."""

    period: Period | None
    count: int


@dataclass(frozen=True, slots=True)
class EventRow:
    """A row that shows an event: its number in the store, its position in the order of the rows."""

    number: int
    position: int


class Outline:
    """The rows of a selection in time order: each period that has events begins with a heading.

    Rows count from 0; `len(outline)` is their number.
    """

    is_in_time = True

    def __init__(self, selection: Selection, zoom: Zoom = "year") -> None:
        self.selection = selection
        counts = selection.counts_by_period(zoom)
        # A year that has events has a heading; after a letter, few of hundreds are looked at.
        self._periods = [*compress(selection.store.axis.periods(zoom), counts)]
        self._counts = [*filter(None, counts)]
        self._positions = [0, *accumulate(self._counts)][:-1]
        self._rows = [*map(add, self._positions, range(len(self._positions)))]

    def __len__(self) -> int:
        return len(self.selection) + len(self._rows)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of all periods that have events, in time order."""
        return tuple(map(Heading, self._periods, self._counts))

    def __getitem__(self, row: int) -> Heading | EventRow:
        """What a row shows; raises IndexError outside the outline."""
        if not 0 <= row < len(self):
            raise IndexError(row)
        group = bisect_right(self._rows, row) - 1
        if row == self._rows[group]:
            return Heading(self._periods[group], self._counts[group])
        position = row - group - 1
        return EventRow(self.selection[position], position)

    def event_at(self, row: int, step: int = 1) -> EventRow:
        """The event of a row; of a heading, that below it (or above it, with a step of -1), if there is one.

        Raises IndexError outside the outline.
        """
        found = self[row]
        if isinstance(found, Heading):
            found = self[row + step] if row + step >= 0 else self[row + 1]
        assert isinstance(found, EventRow)
        return found

    def row_of(self, position: int) -> int:
        """The row of the event at a position."""
        return position + bisect_right(self._positions, position)

    def heading_row(self, row: int) -> int | None:
        """The row of the heading that a row stands under, which may be that row itself; None without any."""
        group = bisect_right(self._rows, row) - 1
        return self._rows[group] if group >= 0 else None

    def position(self, number: int) -> int | None:
        """The position of an event, or None where it is not among the rows."""
        return self.selection.index(number)

    def nearest(self, number: int) -> int | None:
        """The position of the event, else of the next in time, else of the last; None if there is none."""
        return self.selection.nearest(number)

    def position_of_period(self, position: int, step: int) -> int:
        """The position of the first event of the period `step` periods away; stops at the ends.

        Going back from the middle of a period first leads to that period's own beginning.
        """
        group = bisect_right(self._positions, position) - 1
        if step < 0 and position > self._positions[group]:
            group += 1
        return self._positions[max(0, min(len(self._positions) - 1, group + step))]
