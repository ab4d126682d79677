"""What the first frame asks of a store is answered without looking at every event."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.store import Store

DATES = [
    "1959",
    "1960-01",
    "1960-01-01",
    "1960-01~",
    "1960",
    "196X",
    "../1959",
    "1960/1962",
    "1961-05-04",
    "XXXX-04",
]


@pytest.fixture
def untouched(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store that breaks where the days of single events, or the events of a country, are looked at."""
    assert store.axis.span
    monkeypatch.setattr(store.axis, "_earliest", [None] * len(store.events))
    monkeypatch.setattr(store.facets.countries, "_sets", None)
    return store


def test_periods_and_stretches_of_time_are_told_by_the_days_on_which_anything_began(untouched: Store) -> None:
    assert len(untouched.axis.periods("year")) > 1
    assert len(untouched.axis.buckets(60)) == 61


def test_all_events_are_counted_without_reading_which_they_are(untouched: Store) -> None:
    countries, types = untouched.everything.counts_by_country(), untouched.everything.counts_by_type()
    assert countries == {"CUB": 4, "CHN": 3, "MEX": 3}
    assert sum(types.values()) == len(untouched.events)


def test_counts_are_those_of_the_sets(store: Store) -> None:
    for facet in (store.facets.countries, store.facets.types, store.facets.flags, store.facets.tones):
        assert {key: facet.count(key) for key in facet} == {key: len(found) for key, found in facet.items()}
    with pytest.raises(KeyError):
        store.facets.countries.count("NIL")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(st.sampled_from(DATES), max_size=12), st.integers(715_000, 717_000), st.integers(0, 900))
def test_a_day_is_found_where_every_event_is_looked_at(
    open_store: Callable[[str], Store], dates: list[str], first: int, days: int
) -> None:
    listed = "".join(
        f"\n  - {{id: e{number}, date: {date}, countries: [CUB], type: visit, title: T}}"
        for number, date in enumerate(dates)
    )
    countries = "countries: [{id: CUB, name: Cuba}]"
    store = open_store(f"title: T\nversion: 1\n{countries}\nevents:{listed or ' []'}\n")
    axis = store.axis
    earliest = [axis._earliest[number] for number in range(len(store.events))]
    begun = bisect_right(earliest, -(2**62), 0, axis.dated)
    for day in (first, first + days):
        assert axis.first_from(day) == bisect_left(earliest, day, begun, axis.dated)
    for number in range(axis.dated):
        last = axis._latest[number]
        assert axis.first_after(number, axis.dated) == bisect_right(earliest, last, number, axis.dated)
    within = {
        number
        for number in range(axis.dated)
        if earliest[number] <= first + days and axis._latest[number] >= first
    }
    assert set(axis.possibly_within(first, first + days)) == within
