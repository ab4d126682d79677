"""The time axis: when the numbered events can have happened, and how time is cut into periods and buckets."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal

from pyroaring import BitMap, FrozenBitMap

from explorer.dates import EdtfDate, year_of

if TYPE_CHECKING:
    from collections.abc import Sequence

Zoom = Literal["century", "decade", "year"]
ZOOMS: tuple[Zoom, ...] = ("century", "decade", "year")
_YEARS: dict[Zoom, int] = {"century": 100, "decade": 10, "year": 1}

# Days beyond these count as "without end"; they lie some 10^16 years away.
_FIRST_DAY, _LAST_DAY = -(2**62), 2**62


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the axis with a heading: `first` is the number of its first event, `key` its first year.

    `key` is None where there is no first year; `known` then tells an open beginning from an unknown date.
    """

    key: int | None
    first: int
    zoom: Zoom = "year"
    known: bool = True


class TimeAxis:
    """The dates of events that are numbered in time order (`explorer.dates.sort_key`)."""

    def __init__(self, dates: Sequence[EdtfDate]) -> None:
        self._earliest = array("q", (_clamp(date.earliest, _FIRST_DAY) for date in dates))
        self._latest = array("q", (_clamp(date.latest, _LAST_DAY) for date in dates))
        # Dates without any bound sort last: this is where they begin.
        self.dated = len(dates)
        while self.dated and _unbounded(dates[self.dated - 1]):
            self.dated -= 1

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """The first and the last day on which an event begins (ordinals); None where no date is known."""
        begun = self._begun
        return (self._earliest[begun], self._earliest[self.dated - 1]) if begun < self.dated else None

    def possibly_within(self, earliest: int | None, latest: int | None) -> FrozenBitMap:
        """The events that may have happened between two days (ordinals, both included; None is open)."""
        first, last = _clamp(earliest, _FIRST_DAY), _clamp(latest, _LAST_DAY)
        begun_by_then = bisect_right(self._earliest, last, 0, self.dated)
        return self._ending_from(first) & FrozenBitMap(range(begun_by_then))

    def certainly_within(self, earliest: int | None, latest: int | None) -> FrozenBitMap:
        """The events that cannot have happened outside the days between the two."""
        first, last = _clamp(earliest, _FIRST_DAY), _clamp(latest, _LAST_DAY)
        begin = bisect_left(self._earliest, first, 0, self.dated)
        return FrozenBitMap(range(begin, self.dated)) - self._ending_from(last + 1)

    @lru_cache(maxsize=8)  # noqa: B019 - an axis lives as long as its store
    def periods(self, zoom: Zoom) -> tuple[Period, ...]:
        """The periods in which events begin, in time order; each holds at least one event."""
        periods: list[Period] = []
        if self._begun:
            periods.append(Period(None, 0, zoom))
        number = self._begun
        while number < self.dated:
            key = year_of(self._earliest[number]) // _YEARS[zoom] * _YEARS[zoom]
            periods.append(Period(key, number, zoom))
            number = self._first_from_year(key + _YEARS[zoom], number)
        if self.dated < len(self._earliest):
            periods.append(Period(None, self.dated, zoom, known=False))
        return tuple(periods)

    def first_from(self, day: int) -> int:
        """The number of the first event that begins on or after a day (an ordinal)."""
        return bisect_left(self._earliest, day, self._begun, self.dated)

    @lru_cache(maxsize=16)  # noqa: B019 - an axis lives as long as its store
    def buckets(self, count: int) -> tuple[int, ...]:
        """The axis in `count` stretches of equal length: `count + 1` event numbers that bound them.

        Events without a known beginning fall outside the buckets.
        """
        if self.span is None:
            return (0,) * (count + 1)
        first, last = self.span
        days = last - first + 1
        return tuple(self.first_from(first + days * step // count) for step in range(count + 1))

    @cached_property
    def _begun(self) -> int:
        """How many events have an open beginning; they come first."""
        return bisect_right(self._earliest, _FIRST_DAY, 0, self.dated)

    @cached_property
    def _by_end(self) -> tuple[array[int], array[int]]:
        numbers = sorted(range(self.dated), key=self._latest.__getitem__)
        return array("I", numbers), array("q", (self._latest[number] for number in numbers))

    @lru_cache(maxsize=64)  # noqa: B019 - an axis lives as long as its store
    def _ending_from(self, day: int) -> FrozenBitMap:
        numbers, ends = self._by_end
        return FrozenBitMap(BitMap(numbers[bisect_left(ends, day) :]))

    def _first_from_year(self, year: int, low: int) -> int:
        return bisect_left(self._earliest, year, low, self.dated, key=year_of)


def _clamp(day: int | None, open_end: int) -> int:
    return open_end if day is None else max(_FIRST_DAY, min(_LAST_DAY, day))


def _unbounded(date: EdtfDate) -> bool:
    return date.earliest is None and date.latest is None
