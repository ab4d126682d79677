"""What was going on: the long intervals of a selection as bars that run beside the events that follow them.

A bar is told by positions in the selection: from the event itself to the last one that begins while it goes
on.  What runs beside no more than a few events needs no bar, and what runs beside thousands tells nothing;
so nothing is looked for farther back than that, and lanes are given out anew for each block of rows.
"""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from explorer.records import dataclass
from explorer.store.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyroaring import FrozenBitMap

    from explorer.store.selection import Selection

# A bar runs beside so many events that follow, at least and at most.
LEAST, MOST = 3, 2048
# The rows that share one division of the lanes.
BLOCK = 512


@dataclass(frozen=True, slots=True)
class Bar:
    """An event that goes on, from its own position in the selection to the last one that it runs beside."""

    number: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Beside:
    """What goes on at an event: `lanes` has the bar of each lane, or None where it is free.

    `hidden` tells how many bars have no lane, `is_hidden` whether that of the event itself is one of them.
    """

    lanes: tuple[Bar | None, ...]
    hidden: int
    is_hidden: bool


NOTHING = Beside((), 0, is_hidden=False)


class Running:
    """The bars of a selection in so many lanes; each takes the first lane that is free where it begins."""

    def __init__(self, selection: Selection, lanes: int) -> None:
        self._selection = selection
        self.lanes = lanes if self._lasting else 0

    def at(self, position: int) -> Beside:
        """What goes on at the event at a position, that event included."""
        if not self.lanes:
            return NOTHING
        lanes, hidden, begins = self._block(position // BLOCK)
        place = position % BLOCK
        return Beside(tuple(lane[place] for lane in lanes), hidden[place], position in begins)

    @cached_property
    def _lasting(self) -> FrozenBitMap:
        return self._selection.bits & self._selection.store.lasting.bits

    @remembered(4)
    def _block(self, block: int) -> tuple[list[list[Bar | None]], list[int], set[int]]:
        """For each position of a block the bar in each lane, how many have no lane, and where these begin."""
        begin = block * BLOCK
        end = min(begin + BLOCK, len(self._selection))
        lanes: list[list[Bar | None]] = [[None] * (end - begin) for _ in range(self.lanes)]
        # Where bars without a lane begin (1) and end (-1).
        changes = [0] * (end - begin + 1)
        free, begins = [0] * self.lanes, set[int]()
        for bar in self._bars(max(0, begin - MOST), end):
            start = max(begin, bar.first) - begin
            stop = max(start, min(end, bar.last + 1) - begin)
            lane = next((lane for lane, since in enumerate(free) if since <= bar.first), None)
            if lane is not None:
                free[lane] = bar.last + 1
                lanes[lane][start:stop] = [bar] * (stop - start)
            else:
                begins.add(bar.first)
                changes[start] += 1
                changes[stop] -= 1
        return lanes, [*accumulate(changes)], begins

    def _bars(self, first: int, last: int) -> Iterator[Bar]:
        """The bars that begin from one position to another, the last not included."""
        bits, lasting = self._selection.bits, self._lasting
        low = lasting.rank(bits[first] - 1) if bits[first] else 0
        for number in lasting[low : lasting.rank(bits[last - 1])]:
            position = bits.rank(number) - 1
            end = self._last_beside(number, position)
            if end is not None:
                yield Bar(number, position, end)

    def _last_beside(self, number: int, position: int) -> int | None:
        """The last position that begins while an event goes on; None where that needs no bar."""
        bits, axis = self._selection.bits, self._selection.store.axis
        if position + LEAST >= len(bits) or not axis.begins_during(bits[position + LEAST], number):
            return None
        too_far = bits[position + MOST + 1] if position + MOST + 1 < len(bits) else len(axis)
        after = axis.first_after(number, too_far + 1)
        return bits.rank(after - 1) - 1 if after <= too_far else None
