from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_stores import store_of_dates

from explorer.store import ZOOMS, EventRow, Heading, Outline, Store, Zoom

YEARS = store_of_dates(("1959", "1960", "1960-05", "1961", "1961-02", "1975"))


def shown(outline: Outline) -> list[str]:
    rows = [outline[row] for row in range(len(outline))]
    events = outline.selection.store.events
    return [f"# {r.period.key} {r.count}" if isinstance(r, Heading) else events[r.number].id for r in rows]


def test_events_stand_under_the_headings_of_their_years(store: Store) -> None:
    assert shown(Outline(store.everything)) == [
        "# None 1", "long-ago",
        "# 1960 3", "sixties", "recognition", "meeting",
        "# 1964 1", "quarrel",
        "# None 1", "undated",
    ]  # fmt: skip


def test_headings_without_events_are_left_out(store: Store) -> None:
    assert shown(Outline(store.involving("CHN"))) == [
        "# 1960 2",
        "recognition",
        "meeting",
        "# 1964 1",
        "quarrel",
    ]


def test_wider_periods_gather_more(store: Store) -> None:
    assert shown(Outline(store.involving("CHN"), "decade"))[0] == "# 1960 3"


def test_a_heading_says_whether_its_dates_are_known(store: Store) -> None:
    headings = Outline(store.everything).headings
    assert [heading.period.known for heading in headings] == [True, True, True, False]


def test_every_position_has_a_row_that_leads_back(store: Store) -> None:
    for zoom in ZOOMS:
        outline = Outline(store.everything, zoom)
        for position in range(len(store.everything)):
            row = outline[outline.row_of(position)]
            assert isinstance(row, EventRow)
            assert row.position == position


def test_stepping_by_period_goes_to_its_first_event(store: Store) -> None:
    outline = Outline(store.everything)
    assert outline.position_of_period(1, 1) == 4
    assert outline.position_of_period(3, -1) == 1
    assert outline.position_of_period(1, -1) == 0
    assert outline.position_of_period(5, 1) == 5


def test_a_row_outside_is_an_error(store: Store) -> None:
    with pytest.raises(IndexError):
        Outline(store.everything)[10]
    assert len(Outline(store.nothing)) == 0


@given(st.sets(st.integers(0, 5)))
def test_the_rows_of_any_selection_are_its_events_and_headings(numbers: set[int]) -> None:
    outline = Outline(YEARS.choose(numbers))
    rows = [outline[row] for row in range(len(outline))]
    assert [row.number for row in rows if isinstance(row, EventRow)] == sorted(numbers)
    assert sum(row.count for row in rows if isinstance(row, Heading)) == len(numbers)


@pytest.mark.parametrize("zoom", ZOOMS)
def test_a_row_stands_under_the_last_heading_above_it(store: Store, zoom: Zoom) -> None:
    outline = Outline(store.everything, zoom)
    above = None
    for row in range(len(outline)):
        above = row if isinstance(outline[row], Heading) else above
        assert outline.heading_row(row) == above


def test_months_divide_a_year() -> None:
    months = [(h.period.key, h.period.month, h.count) for h in Outline(YEARS.everything, "month").headings]
    assert months == [(1959, 1, 1), (1960, 1, 1), (1960, 5, 1), (1961, 1, 1), (1961, 2, 1), (1975, 1, 1)]


@given(st.lists(st.integers(-3000, 3000), min_size=1, max_size=12))
def test_periods_of_any_zoom_begin_where_the_dates_leave_the_one_before(years: list[int]) -> None:
    texts = [f"{'-' if year < 0 else ''}{abs(year):04}-0{1 + abs(year) % 9}" for year in years]
    store = store_of_dates(texts)
    months = sorted({(year, 1 + abs(year) % 9) for year in years})
    assert [(each.key, each.month) for each in store.axis.periods("month")] == months
    for zoom, length in {"century": 100, "decade": 10, "year": 1}.items():
        firsts = [period.key for period in store.axis.periods(zoom)]
        assert firsts == sorted({year // length * length for year in years})
