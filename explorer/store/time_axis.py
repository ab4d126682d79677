"""The time axis: when the numbered events can have happened, and how time is cut into periods and buckets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from pyroaring import BitMap, FrozenBitMap

from explorer.snapshot import Numbers
from explorer.store.facets import MONTH_UNKNOWN
from explorer.store.periods import ZOOMS, Period, Zoom, period_of
from explorer.store.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from explorer.dates import EdtfDate
    from explorer.snapshot import Container

# Days beyond these count as "without end"; they lie some 10^16 years away.
_FIRST_DAY, _LAST_DAY = -(2**62), 2**62
# So many events share one peak.
REACH = 512


class TimeAxis:
    """The dates of events that are numbered in time order (`explorer.dates.sort_key`).

    Sections of the snapshot: `earliest` and `latest`, the first and the last day that each date can mean, as
    `day_bounds` gives them, and `latest.peaks`, the greatest of each REACH of the latest ones.  Dates without
    either bound come last; `dated` is the number of those before them.  `spans` is the facet of that name.

    A century has some 36,500 days, whatever happened on them: what is looked for by its day is looked for
    among the different earliest days of dated events (`days`), for each of which `days.first` has the first
    event, and `dated` behind them.
    """

    def __init__(self, container: Container, dated: int, spans: Mapping[str, FrozenBitMap]) -> None:
        self._earliest = Numbers(container, "earliest", "q")
        self._latest = Numbers(container, "latest", "q")
        self._peaks = Numbers(container, "latest.peaks", "q")
        self._days = Numbers(container, "days", "q")
        self._firsts = Numbers(container, "days.first", "I")
        self.dated = dated
        self._spans = spans

    def __len__(self) -> int:
        return len(self._earliest)

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """The first and the last day on which an event begins (ordinals); None where no date is known."""
        begun = self._begun
        return (self._earliest[begun], self._earliest[self.dated - 1]) if begun < self.dated else None

    def possibly_within(self, earliest: int | None, latest: int | None) -> FrozenBitMap:
        """The events that may have happened between two days (ordinals, both included; None is open)."""
        first, last = _clamp(earliest, _FIRST_DAY), _clamp(latest, _LAST_DAY)
        begun = self._from(last + 1)
        # What begins on the first day or later is within; of what began before, what lasts until then.
        begins = min(self._from(first), begun)
        found = BitMap(range(begins, begun))
        found.update(self._reaching(first, 0, begins))
        return FrozenBitMap(found)

    def certainly_within(self, earliest: int | None, latest: int | None) -> FrozenBitMap:
        """The events that cannot have happened outside the days between the two."""
        first, last = _clamp(earliest, _FIRST_DAY), _clamp(latest, _LAST_DAY)
        begins = self._from(first)
        begun = max(begins, self._from(last + 1))
        found = BitMap(range(begins, begun))
        found.difference_update(BitMap(self._reaching(last + 1, begins, begun)))
        return FrozenBitMap(found)

    def begins_during(self, number: int, other: int) -> bool:
        """Whether an event begins no later than the last day that another can mean."""
        return number < self.dated and self._earliest[number] <= self._latest[other]

    def first_after(self, number: int, before: int) -> int:
        """The first event that begins after the last day that an event can mean; at most `before`."""
        return max(number, min(self._from(self._latest[number] + 1), before, self.dated))

    @remembered(8)
    def periods(self, zoom: Zoom) -> tuple[Period, ...]:
        """The periods in which events begin, in time order; each holds at least one event."""
        periods: list[Period] = []
        if self._begun:
            periods.append(Period(None, 0, zoom))
        periods += self._dated_periods(zoom)
        if self.dated < len(self._earliest):
            periods.append(Period(None, self.dated, zoom, known=False))
        return tuple(periods)

    @remembered(8)
    def period_bounds(self, zoom: Zoom) -> tuple[int, ...]:
        """The event numbers at which the periods begin, and behind them the number of all events."""
        return (*(period.first for period in self.periods(zoom)), len(self))

    def _dated_periods(self, zoom: Zoom) -> Iterator[Period]:
        """The periods with a first year.  Each is looked for only within the next wider one that it is in."""
        for first, last in self._wider_than(zoom):
            low, high = bisect_left(self._firsts, first), bisect_left(self._firsts, last)
            # They are bisected without a step in Python for each that is looked at.
            days, firsts = self._days.window(low, high), self._firsts.window(low, high + 1)
            at = 0
            while at < len(days):
                key, month, after = period_of(days[at], zoom)
                end = bisect_left(days, after, at)
                if month == 1:
                    yield from self._in_january(key, firsts[at], firsts[end])
                else:
                    yield Period(key, firsts[at], zoom, month=month)
                at = end

    def _in_january(self, year: int, first: int, last: int) -> Iterator[Period]:
        """The events of a January, parted from those of which only the year is known.

        These begin with the year, too, and stand behind what is shorter; with them goes what is longer yet,
        whatever is known of it: else one year and its January would take turns.
        """
        before = self._month_unknown.rank(first - 1) if first else 0
        begun = self._month_unknown[before] if before < len(self._month_unknown) else last
        if first < begun:
            yield Period(year, first, "month", month=1)
        if begun < last:
            end = min(self._from(self._earliest[begun] + 1), last)
            unknown = self._month_unknown.range_cardinality(begun, end)
            yield Period(year, begun, "month", known=unknown < end - begun)
            if end < last:
                yield Period(year, end, "month", month=1)

    @cached_property
    def _month_unknown(self) -> FrozenBitMap:
        return self._spans.get(MONTH_UNKNOWN, FrozenBitMap())

    def _wider_than(self, zoom: Zoom) -> Iterable[tuple[int, int]]:
        """Where each of the next wider periods begins and ends (event numbers), if there is a wider zoom."""
        if zoom == ZOOMS[0]:
            return [(self._begun, self.dated)]
        wider = self.periods(ZOOMS[ZOOMS.index(zoom) - 1])
        return pairwise([*(period.first for period in wider if period.key is not None), self.dated])

    def first_from(self, day: int) -> int:
        """The number of the first event that begins on or after a day (an ordinal)."""
        return max(self._begun, self._from(day))

    @remembered(16)
    def buckets(self, count: int) -> tuple[int, ...]:
        """The axis in `count` stretches of equal length: `count + 1` event numbers that bound them.

        Events without a known beginning fall outside the buckets.
        """
        if self.span is None:
            return (0,) * (count + 1)
        first, last = self.span
        days = last - first + 1
        return tuple(self.first_from(first + days * step // count) for step in range(count + 1))

    def buckets_of(self, numbers: Iterable[int], count: int) -> list[int]:
        """Which of so many buckets each event begins in; the nearest one, where it has no known beginning."""
        bounds = self.buckets(count)
        return [max(0, min(count, bisect_right(bounds, number)) - 1) for number in numbers]

    @cached_property
    def _begun(self) -> int:
        """How many events have an open beginning; they come first."""
        return self._from(_FIRST_DAY + 1)

    def _from(self, day: int) -> int:
        """The first of the dated events that can have begun on a day (an ordinal) or after it, not before."""
        return self._firsts[bisect_left(self._all_days, day)]

    @cached_property
    def _all_days(self) -> memoryview:
        """The days, checked once: they are bisected without a step in Python for each that is looked at."""
        return self._days.window(0, len(self._days))

    def _reaching(self, day: int, low: int, high: int) -> Iterator[int]:
        """Those of the events from low to high, not included, that may last until a day or longer."""
        for block in range(low // REACH, -(-high // REACH)):
            if self._peaks[block] >= day:
                first, last = max(low, block * REACH), min(high, (block + 1) * REACH)
                ends = self._latest.piece(first, last)
                yield from (number for number, end in enumerate(ends, first) if end >= day)


def day_bounds(date: EdtfDate) -> tuple[int, int]:
    """The first and the last day that a date can mean, as the columns hold them."""
    first, last = date.earliest, date.latest
    if first is not None and last is not None and first >= _FIRST_DAY and last <= _LAST_DAY:
        return first, last
    return _clamp(first, _FIRST_DAY), _clamp(last, _LAST_DAY)


def _clamp(day: int | None, open_end: int) -> int:
    return open_end if day is None else max(_FIRST_DAY, min(_LAST_DAY, day))
