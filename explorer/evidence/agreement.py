"""Whether the sources of an event agree on its date."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from explorer.dates import compare

if TYPE_CHECKING:
    from explorer.dates import Agreement
    from explorer.model import Event

FROM_BEST: tuple[Agreement, ...] = ("same", "refines", "overlaps", "conflicts")


def agreement(event: Event) -> Agreement | None:
    """How the dates that the sources state agree: the worst of any two; None with fewer than two.

    Only the `date:` of a citation counts, never a date found in its passage: that one may be about anything.
    """
    dates = {source.date.text: source.date for source in event.sources if source.date}
    stated = sum(source.date is not None for source in event.sources)
    if stated < 2:
        return None
    return max(
        (compare(a, b) for a, b in combinations(dates.values(), 2)), key=FROM_BEST.index, default="same"
    )


def disputed(event: Event) -> bool:
    """Whether any two of the dates that its sources state conflict."""
    return agreement(event) == "conflicts"
