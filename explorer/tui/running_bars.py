"""Bars at the left edge of the timeline: what was going on, in so many lanes of one cell each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.tui.drawing import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.store import Bar, Beside

# From so many cells of width on there are so many lanes.
_LANES = ((90, 4), (64, 3), (44, 2), (0, 1))
# What stands for a bar's first row, those between and its last one; below, for the bar of the cursor's event.
_LIGHT, _HEAVY = "╷│╵", "╻┃╹"
# The bars that have no lane.
MORE = "+"


def lanes_within(width: int) -> int:
    """How many lanes a timeline of so many cells has room for."""
    return next(lanes for least, lanes in _LANES if width >= least)


def bars_at_event(beside: Beside, position: int, own: int | None) -> Iterator[Run]:
    """A cell a lane at the event at a position, then a gap; `own` is the number of the cursor's event."""
    for bar in beside.lanes:
        if bar is None:
            yield Run(" ")
        else:
            yield _cell(bar, own, (position > bar.first) + (position == bar.last))
    if beside.lanes:
        yield Run(" ")


def bars_above_event(beside: Beside, position: int, own: int | None) -> Iterator[Run]:
    """The same for a heading over the event: what goes on already."""
    for bar in beside.lanes:
        yield _cell(bar, own, 1) if bar is not None and bar.first < position else Run(" ")
    if beside.lanes:
        yield Run(" ")


def _cell(bar: Bar, own: int | None, part: int) -> Run:
    is_own = bar.number == own
    return Run((_HEAVY if is_own else _LIGHT)[part], "timeline--own-bar" if is_own else "timeline--bar")
