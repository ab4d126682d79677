"""Blocks of lines one below the other, each made when it is looked at: there can be any number of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from explorer.tui.paragraphs import Line


class Blocks:
    """Blocks by number, from 0; a block has at least one line.

    How many lines a block has that was not made yet is a guess, the same for all, so that nothing is to be
    counted.  Making a block gives the lines behind it other numbers.
    """

    def __init__(self, count: int, make: Callable[[int], Sequence[Line]], guess: int) -> None:
        self.count = count
        self._make = make
        self._guess = guess
        self._made: dict[int, Sequence[Line]] = {}
        # The numbers of what was made, rising, and how many lines beyond the guess those before each have.
        self._numbers: list[int] = []
        self._beyond = [0]

    def __len__(self) -> int:
        """The lines of all blocks, some of them guessed."""
        return self.first(self.count)

    @property
    def made(self) -> int:
        """How many blocks were made."""
        return len(self._made)

    def first(self, block: int) -> int:
        """The first line of a block; for the one behind the last, the number of lines."""
        return block * self._guess + self._beyond[bisect_left(self._numbers, block)]

    def at(self, line: int) -> tuple[int, int]:
        """What stands in a line (from 0 to the last): the block, and which of its lines it is."""
        block = bisect_right(range(self.count), line, key=self.first) - 1
        return block, line - self.first(block)

    def lines(self, block: int) -> Sequence[Line]:
        """The lines of a block."""
        if block not in self._made:
            self._made[block] = self._make(block)
            insort(self._numbers, block)
            place = bisect_left(self._numbers, block)
            sizes = (len(self._made[number]) - self._guess for number in self._numbers[place:])
            self._beyond[place:] = accumulate(sizes, initial=self._beyond[place])
        return self._made[block]

    def make_around(self, block: int, line: int, distance: int) -> None:
        """Make all that is less than `distance` lines away from a line of a block."""
        above = below = block
        line = min(line, len(self.lines(block)) - 1)
        while above and self.first(block) + line - self.first(above) < distance:
            above -= 1
            self.lines(above)
        while below + 1 < self.count and self.first(below + 1) - self.first(block) - line < distance:
            below += 1
            self.lines(below)
