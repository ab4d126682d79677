"""Where something stands in a long text, looked for piece by piece.

At once where it is to be shown, elsewhere bit by bit: a text of megabytes keeps nobody waiting.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple, Protocol

from explorer.folding import fold
from explorer.search.spans import clip, merged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.search.query import Query
    from explorer.search.spans import Span

# A piece takes half a millisecond, and what stands across its edges is found as far as this beyond them.
PIECE = 16_384
_BEYOND = 1_024


class Step(NamedTuple):
    """A place that was gone to: the `number`th (from 1) of `total`.

    `is_round` tells that it was come to round the end of the text, or its beginning where one goes back.
    """

    span: Span
    number: int
    total: int
    is_forward: bool
    is_round: bool


class Sought(Protocol):
    """What is looked for."""

    def places(self, folded: str) -> Iterator[Span]:
        """The (start, end) of each place in a folded text; starts rise, places may overlap."""


class Occurrences:
    """The places of something in a text as (start, end): rising, disjoint, never empty."""

    def __init__(self, text: str, sought: Sought | None) -> None:
        self.text = text
        self._sought = sought
        self._pieces: list[list[Span] | None] = [None] * -(-len(text) // PIECE) if sought else []
        self._next = 0
        self._all: list[Span] | None = None if sought else []

    @property
    def is_done(self) -> bool:
        """Whether the whole text has been looked through."""
        return self._all is not None

    @property
    def known(self) -> int:
        """How many places are known so far; all of them once it is done."""
        return sum(len(piece) for piece in self._pieces if piece) if self._all is None else len(self._all)

    def look_on(self, characters: int) -> bool:
        """Look through about so many more characters; whether the whole text has been looked through."""
        for _ in range(max(1, characters // PIECE)):
            if self._next >= len(self._pieces):
                break
            self._places(self._next)
            self._next += 1
        if self._all is None and self._next >= len(self._pieces):
            self._all = [*self.between(0, len(self.text))]
        return self.is_done

    def between(self, start: int, end: int) -> list[Span]:
        """The parts of the places that lie between two offsets; looks there at once."""
        found: list[Span] = []
        # One that begins a little before may reach across.
        first = max(0, (start - _BEYOND) // PIECE)
        for piece in range(first, min(len(self._pieces), -(-end // PIECE))):
            found += clip(self._places(piece), max(start, found[-1][1] if found else 0), end)
        return found

    def step(self, step: int, start: int, end: int, last: Span | None = None) -> Step | None:
        """The next place (or the previous one, for -1), round and round; None where there is none.

        It counts from somebody who stands on the characters from start to end.  Only once the whole text has
        been looked through.  `last` is the place that was gone to last: several can stand where one stands.
        """
        assert self._all is not None
        if not self._all:
            return None
        if last is not None and start <= last[0] < end:
            start, end = last[0], last[0] + 1
        number = bisect_left(self._all, (end if step > 0 else start,)) - (step < 0)
        is_round = not 0 <= number < len(self._all)
        number %= len(self._all)
        return Step(self._all[number], number + 1, len(self._all), step > 0, is_round)

    def _places(self, piece: int) -> list[Span]:
        """The places that begin in a piece."""
        known = self._pieces[piece]
        if known is None:
            assert self._sought is not None
            low, high = piece * PIECE, (piece + 1) * PIECE
            first = max(0, low - _BEYOND)
            folded = fold(self.text[first : high + _BEYOND])
            spans = merged((first + a, first + b) for a, b in self._sought.places(folded))
            known = self._pieces[piece] = [span for span in spans if low <= span[0] < high]
        return known


def marks_in(text: str, query: Query) -> Occurrences:
    """The pieces of a long text that a query looks for, as `explorer.search.marks` has them."""
    if not query.terms:
        return Occurrences(text, None)
    from explorer.search.phrases import finder_of

    return Occurrences(text, finder_of(query.terms))
