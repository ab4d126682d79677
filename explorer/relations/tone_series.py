"""The tone of a relation over time, counted by sets of event numbers: no event is looked at.

An event counts where it begins, as it does in the timeline; what has no known beginning is left out.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from explorer.dates import ordinal, year_of
from explorer.records import dataclass
from explorer.relations.pair import TONES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.relations.pair import Pair

# Years of the rolling mean, from the narrowest to the widest.
WINDOWS = (1, 2, 5, 10, 20, 50)
_DAYS_IN_YEAR = 365.2425
# So many windows are to fit into the time that is shown.
_WINDOWS_IN_SPAN = 8


@dataclass(frozen=True, slots=True)
class Span:
    """The days (ordinals, both included) that are shown: whole years."""

    first: int
    last: int

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year."""
        return year_of(self.first), year_of(self.last)

    def days(self, stretches: int) -> list[int]:
        """The first days of so many stretches of equal length, and the day after the last."""
        length = self.last - self.first + 1
        return [self.first + length * step // stretches for step in range(stretches + 1)]


@dataclass(frozen=True, slots=True)
class ToneSeries:
    """Events and mean tone along a span of time.

    `points[tone]` are the events of that tone (-5 to +5) in each stretch, `means` the rolling mean at the
    middle of each step, None where no event is near enough; `window` is in years.
    """

    points: dict[int, tuple[int, ...]]
    means: tuple[float | None, ...]
    window: int


def span_of(pair: Pair) -> Span | None:
    """The whole years in which the shared events begin; None where no beginning is known."""
    shared, axis = pair.shared, pair.store.axis
    if axis.span is None:
        return None
    first, last = shared.counts_between([0, axis.first_from(axis.span[0]), axis.dated])
    if not last:
        return None
    begin, end = (pair.store.events[shared[place]].date.earliest for place in (first, first + last - 1))
    assert begin is not None
    assert end is not None
    return Span(ordinal(year_of(begin), 1, 1), ordinal(year_of(end), 12, 31))


def fitting_window(span: Span) -> int:
    """The window, in years, that suits a span of time: about an eighth of it."""
    first, last = span.years
    wanted = (last - first + 1) / _WINDOWS_IN_SPAN
    return min(WINDOWS, key=lambda years: abs(years - wanted))


def tone_series(pair: Pair, span: Span, stretches: int, steps: int, window: int) -> ToneSeries:
    """The tone of a pair over a span: events in `stretches`, the mean over `window` years at `steps`."""
    axis = pair.store.axis
    bounds = [axis.first_from(day) for day in span.days(stretches)]
    points = {tone: tuple(pair.of_tone(tone).counts_between(bounds)) for tone in TONES}
    return ToneSeries(points, tuple(_rolling(pair, span, steps, window)), window)


def _rolling(pair: Pair, span: Span, steps: int, window: int) -> Sequence[float | None]:
    """The mean over all events that begin at most half a window before or after the middle of each step."""
    axis, half = pair.store.axis, round(window * _DAYS_IN_YEAR / 2)
    days = span.days(2 * steps)[1::2]
    lows = [axis.first_from(day - half) for day in days]
    highs = [axis.first_from(day + half + 1) for day in days]
    counts, totals = [0] * steps, [0] * steps
    for tone in TONES:
        chosen = pair.of_tone(tone)
        below = accumulate(chosen.counts_between([0, *lows]))
        above = accumulate(chosen.counts_between([0, *highs]))
        for step, (under, over) in enumerate(zip(below, above, strict=True)):
            counts[step] += over - under
            totals[step] += tone * (over - under)
    return [total / count if count else None for total, count in zip(totals, counts, strict=True)]
