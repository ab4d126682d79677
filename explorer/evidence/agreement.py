"""Whether the sources of an event agree on its date."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from string import digits
from typing import TYPE_CHECKING

from stringzilla import find_first_of

from explorer.dates import compare

if TYPE_CHECKING:
    from explorer.dates import Agreement, EdtfDate
    from explorer.model import Event

FROM_BEST: tuple[Agreement, ...] = ("same", "refines", "overlaps", "conflicts")


def agreement(event: Event) -> Agreement | None:
    """How the dates that the sources state agree: the worst of any two; None with fewer than two.

    A source states what its citation's `date:` says; without one, the date that its quote names, if it names
    just one, in full and with one reading: of several dates any may be about something else.
    """
    dates: dict[str, EdtfDate] = {}
    stated, left = 0, len(event.sources)
    for source in event.sources:
        # Of most events too few sources state a date; then the last ones need not be looked at.
        if stated + left < 2:
            return None
        left -= 1
        if date := source.date or _named_date(source.quote):
            dates[date.text] = date
            stated += 1
    if stated < 2:
        return None
    return max(
        (compare(a, b) for a, b in combinations(dates.values(), 2)), key=FROM_BEST.index, default="same"
    )


def _named_date(quote: str) -> EdtfDate | None:
    return _only_date(quote) if _has_digit(quote) else None


def _has_digit(quote: str) -> bool:
    """Whether there is a digit: no year is told without one, and most quotes have none."""
    if quote.isascii():
        return bool(find_first_of(quote, digits) >= 0)
    return any(map(str.isdecimal, quote))


@lru_cache(maxsize=4096)
def _only_date(quote: str) -> EdtfDate | None:
    from explorer.dates import find_dates

    mentions = find_dates(quote)
    if len(mentions) != 1 or mentions[0].inferred or len(mentions[0].readings) > 1:
        return None
    date = mentions[0].date
    return None if date.earliest is None and date.latest is None else date


def disputed(event: Event) -> bool:
    """Whether any two of the dates that its sources state conflict."""
    return agreement(event) == "conflicts"
