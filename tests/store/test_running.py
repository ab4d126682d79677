"""What was going on: long intervals run in lanes beside the events that follow them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_stores import store_of_dates

from explorer.store import Running, Selection, TimeAxis, running


def picture(selection: Selection, lanes: int) -> list[str]:
    """The lanes at each event by the last digit of the event that goes on, and how many have none."""
    beside = Running(selection, lanes)
    rows = [beside.at(position) for position in range(len(selection))]
    return [
        "".join(str(bar.number % 10) if bar else "." for bar in row.lanes) + "+" * row.hidden for row in rows
    ]


YEARS = [str(year) for year in range(1950, 1960)]


def test_an_interval_runs_from_its_event_to_the_last_that_begins_while_it_goes_on() -> None:
    store = store_of_dates([*YEARS, "1952-02/1956"])
    assert picture(store.everything, 1) == [*"...", "3", "3", "3", "3", "3", *"..."]


def test_what_runs_beside_few_events_has_no_bar() -> None:
    assert picture(store_of_dates([*YEARS, "1952-02/1954"]).everything, 1) == ["."] * 11


@pytest.mark.parametrize("date", ["1952/..", "195X", "1952", "../1958"])
def test_only_intervals_with_both_ends_are_known_to_go_on(date: str) -> None:
    store = store_of_dates([*YEARS, date])
    assert Running(store.everything, 3).lanes == 0


def test_intervals_that_overlap_have_lanes_of_their_own_as_far_as_these_go() -> None:
    store = store_of_dates([*YEARS, "1951-02/1957", "1952-02/1958", "1953-02/1959", "1958-02/1959"])
    lanes = picture(store.everything, 2)
    assert "|".join(lanes) == "..|..|2.|2.|24|24|24+|24+|24+|24+|24+|.4+|.4+|..+"
    assert [Running(store.everything, 2).at(place).is_hidden for place in (4, 6, 7)] == [False, True, False]


def test_a_bar_runs_beside_the_events_that_are_selected() -> None:
    store = store_of_dates([*YEARS, "1952-02/1956"])
    assert picture(store.choose([0, 3, 4, 5]), 1) == [".", ".", ".", "."]
    assert picture(store.choose([3, 5, 6, 7, 8]), 1) == ["3", "3", "3", "3", "."]


def test_what_would_run_beside_too_many_events_has_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "MOST", 4)
    store = store_of_dates([*YEARS, "1952-02/1955", "1951-02/1959"])
    assert {bar for row in picture(store.everything, 2) for bar in row} == {".", "4"}


intervals = st.lists(
    st.tuples(st.integers(1900, 1960), st.integers(0, 12)).map(lambda pair: f"{pair[0]}/{sum(pair)}"),
    max_size=30,
)


@given(intervals, st.integers(1, 3))
def test_a_bar_is_never_cut_and_never_shares_its_lane(dates: list[str], lanes: int) -> None:
    store = store_of_dates([str(year) for year in range(1900, 1970, 2)] + dates)
    beside = Running(store.everything, lanes)
    found = [beside.at(position) for position in range(len(store.events))]
    for lane in range(beside.lanes):
        for bar in {row.lanes[lane] for row in found} - {None}:
            assert [row.lanes[lane] for row in found].count(bar) == bar.last - bar.first + 1
    for position, row in enumerate(found):
        going_on = [
            number
            for number in range(position + 1)
            if (date := store.events[number].date).text.count("/")
            and (date.latest or 0) >= (store.events[position].date.earliest or 0)
            and number + running.LEAST < len(found)
            and (date.latest or 0) >= (store.events[number + running.LEAST].date.earliest or 0)
        ]
        assert sum(bar is not None for bar in row.lanes) + row.hidden == len(going_on)


@given(intervals)
def test_blocks_of_rows_agree_where_a_row_is_free_between_them(dates: list[str]) -> None:
    store = store_of_dates([str(year) for year in range(1900, 1990, 2)] + dates)
    whole = picture(store.everything, 3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "BLOCK", 7)
        assert picture(store.everything, 3) == whole


def test_what_goes_on_is_looked_for_near_what_is_in_sight(monkeypatch: pytest.MonkeyPatch) -> None:
    store = store_of_dates(f"{year}/{year + 9}" for year in range(1000, 9000, 2))
    looked_at: list[int] = []
    begins = TimeAxis.begins_during
    monkeypatch.setattr(
        TimeAxis, "begins_during", lambda *asked: looked_at.append(asked[1]) or begins(*asked)
    )
    last = len(store.events) - 1
    assert any(Running(store.everything, 3).at(last - 4).lanes)
    assert min(looked_at) >= last - running.MOST - running.BLOCK
