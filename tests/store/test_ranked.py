"""Rows in another order than that of time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_stores import store_of_dates

from explorer.store import EventRow, Ranked

STORE = store_of_dates(str(year) for year in range(1950, 1962))


@given(st.sets(st.integers(0, 11)).flatmap(lambda numbers: st.permutations(sorted(numbers))))
def test_every_event_stands_in_the_row_that_the_order_gives_it(order: list[int]) -> None:
    rows = Ranked(STORE.choose(order), order)
    assert [rows[row] for row in range(len(rows))] == [EventRow(n, row) for row, n in enumerate(order)]
    assert [rows.position(number) for number in order] == list(range(len(order)))
    assert [rows.row_of(position) for position in range(len(order))] == list(range(len(order)))


def test_what_is_not_among_the_rows_has_no_position_and_is_nearest_to_the_first() -> None:
    rows = Ranked(STORE.choose([3, 7, 9]), [9, 3, 7])
    assert rows.position(4) is None
    assert rows.nearest(4) == 0
    assert rows.nearest(7) == 2
    assert Ranked(STORE.nothing, []).nearest(4) is None


def test_there_are_no_headings_and_no_rows_outside() -> None:
    rows = Ranked(STORE.choose([3, 7]), [7, 3])
    assert rows.heading_row(1) is None
    assert rows.position_of_period(1, -1) == 1
    for row in (-1, 2):
        with pytest.raises(IndexError):
            rows[row]
