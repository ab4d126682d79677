"""How relations stood, as a bar along the time axis of the chart above it."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from explorer.relations import STATE_NAMES
from explorer.tui.drawing import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.relations import Span, State, Status

# One sign each, so that no colour is needed; "~" is where the date of a change leaves the status open.
SIGNS: dict[State, str] = {
    "unknown": "·",
    "none": " ",
    "recognised": "─",
    "relations": "▄",
    "severed": "✗",
    "restored": "▆",
}
OPEN = "~"


def status_bar(statuses: Sequence[Status], span: Span, width: int) -> list[Run]:
    """The bar in `width` cells, the names of the statuses written into it where they have room."""
    days = span.days(width)
    cells = [_at(statuses, after - 1) for _, after in pairwise(days)]
    runs: list[Run] = []
    for state, group in groupby(cells):
        length = len([*group])
        if state is None:
            runs.append(Run(OPEN * length, "status--open"))
        else:
            runs += _named(state, length)
    return runs


def _at(statuses: Sequence[Status], last: int) -> State | None:
    """The status on a day; None where a change may or may not have come by then."""
    state = statuses[0].state
    for status in statuses[1:]:
        date = status.since
        if not status.placed or date is None or (date.earliest is not None and date.earliest > last):
            continue
        if status.settled is not None and status.settled > last:
            return None
        state = status.state
    return state


def _named(state: State, length: int) -> list[Run]:
    name, sign, style = f" {STATE_NAMES[state]} ", SIGNS[state], f"status--{state}"
    before = min(2, (length - len(name)) // 2)
    if before < 0:
        return [Run(sign * length, style)]
    after = length - len(name) - before
    return [Run(sign * before, style), Run(name, "status--name"), Run(sign * after, style)]
