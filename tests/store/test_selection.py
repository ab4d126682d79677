from __future__ import annotations

import pytest

from explorer.store import Store


def test_positions_and_numbers_lead_to_each_other(store: Store) -> None:
    selection = store.involving("CHN")
    assert [selection.index(selection[place]) for place in range(len(selection))] == [0, 1, 2]
    assert selection.index(0) is None
    with pytest.raises(IndexError):
        selection[3]


def test_the_nearest_event_is_the_next_in_time_or_the_last(store: Store) -> None:
    selection = store.involving("CHN")
    assert selection.nearest(0) == 0
    assert selection.nearest(3) == 1
    assert selection.nearest(5) == 2
    assert store.nothing.nearest(0) is None


def test_selections_combine_without_changing(store: Store) -> None:
    cuba, china = store.involving("CUB"), store.involving("CHN")
    assert cuba & china == china
    assert len(cuba - china) == 1
    assert len(china | store.involving("MEX")) == len(store.everything)
    assert len(china) == 3


def test_counts_by_country_name_every_country(store: Store) -> None:
    assert store.of_type("meeting").counts_by_country() == {"CUB": 1, "CHN": 1, "MEX": 0}


def test_counts_by_type(store: Store) -> None:
    counts = store.involving("CHN").counts_by_type()
    assert {key: count for key, count in counts.items() if count} == {
        "recognition": 1,
        "meeting": 1,
        "cooling": 1,
    }


def test_counts_by_year_keep_open_and_unknown_beginnings(store: Store) -> None:
    assert store.everything.counts_by_year() == {None: 2, 1960: 3, 1964: 1}


def test_counts_between_bounds_add_up(store: Store) -> None:
    bounds = store.axis.buckets(7)
    counts = store.everything.counts_between(bounds)
    assert len(counts) == 7
    assert sum(counts) == 4
