from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_stores import store_of_dates

from explorer.dates import civil, parse
from explorer.dates.beginning import begins_in_unknown_month
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
    assert months == [
        (1959, None, 1),
        (1960, None, 1),
        (1960, 5, 1),
        (1961, None, 1),
        (1961, 2, 1),
        (1975, None, 1),
    ]


def rows_by_month(dates: Iterable[str]) -> list[object]:
    """The headings, as (month, whether it is known), and the dates under them."""
    outline = Outline(store_of_dates(dates).everything, "month")
    events = outline.selection.store.events
    return [
        (row.period.month, row.period.known) if isinstance(row, Heading) else events[row.number].date.text
        for row in outline
    ]


JANUARY, UNKNOWN = (1, True), (None, False)


def test_events_of_a_year_alone_stand_apart_from_those_of_its_january() -> None:
    rows = [JANUARY, "1962-01-01", "1962-01", UNKNOWN, "1962", "1962/1964", JANUARY, "1962-01-02"]
    assert rows_by_month(row for row in reversed(rows) if isinstance(row, str)) == rows


def test_what_begins_with_the_year_and_lasts_longer_goes_with_its_year() -> None:
    rows = [JANUARY, "1962-01-01/1962-02", (None, True), "1962", "1962-01-01/1964-05", "1962/.."]
    assert rows_by_month(row for row in reversed(rows) if isinstance(row, str)) == rows


_YEARLY = [
    "1962",
    "1962~",
    "196X",
    "19XX",
    "1962/1964",
    "1962/1964-05",
    "[1962,1964-05]",
    "1962/..",
    "1962-XX",
]
_MONTHLY = ["1962-01", "1962-01-01", "1962-01/1964", "1962-01-01/..", "1962-21", "1962-33", "[1962-01,1964]"]


@pytest.mark.parametrize("date", [*_YEARLY, *_MONTHLY, "XXXX-04", "../1962", "/1962", "XXXX", "Y17101"])
def test_a_beginning_is_known_to_the_month_or_to_the_year_only(date: str) -> None:
    assert begins_in_unknown_month(parse(date)) == (date in [*_YEARLY, "Y17101"])


_DATES = [
    "1961",
    "1962-01-01",
    "1962-01-01/1962-02",
    "1962-01",
    "1962",
    "1962/1964",
    "1962-01/..",
    "1962-01-09",
]


@given(st.lists(st.sampled_from([*_DATES, "1962-03"])))
def test_every_event_stands_under_what_is_known_of_its_beginning(dates: list[str]) -> None:
    outline = Outline(store_of_dates(dates).everything, "month")
    periods = [heading.period for heading in outline.headings]
    assert len({(each.key, each.month) for each in periods}) >= len(periods) - 1
    heading = None
    for row in outline:
        if isinstance(row, Heading):
            assert (row.period.key, row.period.month) != (heading and (heading.key, heading.month))
            heading = row.period
        else:
            date = outline.selection.store.events[row.number].date
            assert (heading.key, heading.month or 1) == civil(date.earliest)[:2]
            assert heading.month is None or not begins_in_unknown_month(date)
            assert heading.known or begins_in_unknown_month(date)


@given(st.lists(st.integers(-3000, 3000), min_size=1, max_size=12))
def test_periods_of_any_zoom_begin_where_the_dates_leave_the_one_before(years: list[int]) -> None:
    texts = [f"{'-' if year < 0 else ''}{abs(year):04}-0{1 + abs(year) % 9}" for year in years]
    store = store_of_dates(texts)
    months = sorted({(year, 1 + abs(year) % 9) for year in years})
    assert [(each.key, each.month) for each in store.axis.periods("month")] == months
    for zoom, length in {"century": 100, "decade": 10, "year": 1}.items():
        firsts = [period.key for period in store.axis.periods(zoom)]
        assert firsts == sorted({year // length * length for year in years})
