"""Rows in another order than that of time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_stores import store_of_dates

from explorer.store import EventRow, Heading, Ranked

STORE = store_of_dates(str(year) for year in range(1950, 1962))


@given(st.sets(st.integers(0, 11)).flatmap(lambda numbers: st.permutations(sorted(numbers))))
def test_every_event_stands_in_the_row_that_the_order_gives_it(order: list[int]) -> None:
    rows = Ranked(STORE.choose(order), order)
    headings = [Heading(None, len(order))] if order else []
    events = [EventRow(number, position) for position, number in enumerate(order)]
    assert [rows[row] for row in range(len(rows))] == headings + events
    assert [rows.position(number) for number in order] == list(range(len(order)))
    assert [rows[rows.row_of(position)] for position in range(len(order))] == events


def test_what_is_not_among_the_rows_has_no_position_and_is_nearest_to_the_first() -> None:
    rows = Ranked(STORE.choose([3, 7, 9]), [9, 3, 7])
    assert rows.position(4) is None
    assert rows.nearest(4) == 0
    assert rows.nearest(7) == 2
    assert Ranked(STORE.nothing, []).nearest(4) is None
    assert Ranked(STORE.nothing, []).heading_row(0) is None


def test_all_rows_stand_under_one_heading_and_there_are_none_outside() -> None:
    rows = Ranked(STORE.choose([3, 7]), [7, 3])
    assert [rows.heading_row(row) for row in range(3)] == [0, 0, 0]
    assert rows.position_of_period(1, -1) == 1
    for row in (-1, 3):
        with pytest.raises(IndexError):
            rows[row]
