from __future__ import annotations

from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from made_stores import store_of_dates

from explorer.store import Store, selection

SOME = store_of_dates(tuple(str(year) for year in range(1900, 1960)))


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


@given(
    st.sets(st.integers(0, 59)),
    st.lists(st.integers(0, 60), min_size=2, max_size=12).map(sorted),
    st.sampled_from([(0, 60), (20, 40), (61, 61)]),
)
@example(set(range(60)), [0, 60], (0, 60))
@example({0, 59}, [0, 0, 59, 60], (0, 60))
@example({5}, [6, 60], (0, 60))
def test_counts_between_bounds_are_the_same_in_a_copy(
    numbers: set[int], bounds: list[int], copied: tuple[int, int]
) -> None:
    least, most = copied
    with patch.object(selection, "_WORTH_A_COPY", least), patch.object(selection, "_MOST_COPIED", most):
        counts = SOME.choose(numbers).counts_between(bounds)
    wanted = [sum(low <= number < high for number in numbers) for low, high in pairwise(bounds)]
    assert counts == wanted
