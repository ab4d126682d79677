"""Lanes: a column for each country beside the events, in place of the plain list."""

from __future__ import annotations

from pathlib import Path

import pytest
from driver import MEDIUM, NARROW, WIDE, Driver, Open
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from test_cost_of_keys import costs_of, dataset

from explorer.model import Country, Place
from explorer.store import EventRow
from explorer.tui.country_lanes import Lane, lanes_in
from explorer.tui.drawing import cells_of
from explorer.tui.session import start_from

SIZES = [WIDE, MEDIUM, NARROW]


def lane(id_: str, name: str = "", *, chosen: bool = False) -> Lane:
    return Lane(Country(id=id_, name=name or id_, place=Place("countries.yaml", 1, 1)), chosen)


def lines(driver: Driver) -> list[str]:
    timeline = driver.screen.timeline
    return [timeline.render_line(y).text for y in range(timeline.size.height)]


def marks_by_lane(driver: Driver, line: str) -> set[str]:
    """The codes of the lanes, as they stand in the uppermost row, that have a mark in a line."""
    head = lines(driver)[0]
    codes = [code for code in driver.screen.store.dataset.countries if f" {code} " in head]
    return {code for code in codes if line[head.index(f" {code} ") + 2] == "●"}


@pytest.mark.parametrize("size", SIZES)
async def test_events_have_marks_in_the_lanes_of_their_countries(
    open_app: Open, size: tuple[int, int]
) -> None:
    async with open_app(size) as driver:
        await driver.press("v", "pagedown")
        screen, timeline = driver.screen, driver.screen.timeline
        assert str(screen.timeline_pane.border_title) == "Timeline ── by year, in lanes"
        shown = lines(driver)
        lanes = {code for code in screen.store.dataset.countries if f" {code} " in shown[0]}
        assert {"CUB", "CHN"} <= lanes
        for y, line in enumerate(shown):
            row = timeline._outline[timeline.row_at(y)]
            if isinstance(row, EventRow):
                countries = set(screen.store.events[row.number].countries)
                assert marks_by_lane(driver, line) == countries & lanes
                assert (" + " in line[len("28 Sep 1960  ") :]) == bool(countries - lanes)
            assert cell_len(line) == timeline.scrollable_content_region.width


async def test_chosen_countries_have_the_first_lanes(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("1", "home", "down", "space", "2", "v")
        assert "MEX CUB" in lines(driver)[0]
        timeline = driver.screen.timeline
        events = [
            line for y, line in enumerate(lines(driver)) if 0 < y < timeline.row_count() and " ──" not in line
        ]
        assert len(events) > 3
        assert all("MEX" in marks_by_lane(driver, line) for line in events)


@pytest.mark.parametrize("size", SIZES)
async def test_one_key_leads_to_the_lanes_and_back_and_the_event_stays(
    open_app: Open, size: tuple[int, int]
) -> None:
    async with open_app(size, event="cuba-recognises-prc") as driver:
        before = lines(driver)
        await driver.press("v")
        assert driver.event == "cuba-recognises-prc"
        assert [line.startswith("▌") for line in lines(driver)] == [line.startswith("▌") for line in before]
        await driver.press("v")
        assert lines(driver) == before


async def test_the_key_bar_tells_where_the_key_leads(open_app: Open) -> None:
    async with open_app(MEDIUM) as driver:
        assert " v lanes " in driver.text
        await driver.press("v")
        assert " v list " in driver.text
        await driver.press("v")
        assert " v lanes " in driver.text


@pytest.mark.parametrize("size", SIZES)
async def test_keys_and_the_source_work_as_in_the_list(open_app: Open, size: tuple[int, int]) -> None:
    async with open_app(size) as driver:
        events = []
        for keys in ([], ["v"]):
            await driver.press(*keys, "g", "down", "pagedown", "right_curly_bracket", "down")
            assert driver.screen.source._cited.event.id == driver.event
            assert sum(line.startswith("▌") for line in lines(driver)) == 1
            events.append(driver.event)
        assert events[0] == events[1]


async def test_the_names_stay_while_one_scrolls_and_the_heading_with_them(open_app: Open) -> None:
    async with open_app(MEDIUM) as driver:
        await driver.press("v", "minus", "G")
        assert " 2020s        CUB CHN" in lines(driver)[0]
        await driver.press("plus", "plus", "up", "up")
        assert " Sep 2020     CUB CHN" in lines(driver)[0]


async def test_what_a_search_marks_is_marked_in_the_titles(open_app: Open) -> None:
    async with open_app(MEDIUM) as driver:
        await driver.press("slash", *"guevara", "tab", "v")
        timeline = driver.screen.timeline
        runs = [run for row in range(timeline.row_count()) for run in timeline.row(row, timeline.size.width)]
        assert {run.text for run in runs if run.style == "row--mark"} == {"Guevara"}


async def test_lanes_go_with_the_order_of_relevance(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("slash", *"china", "tab", "v", "t")
        assert lines(driver)[0].startswith(" best first   CHN CUB")
        assert str(driver.screen.timeline_pane.border_title) == "Timeline ── by relevance, in lanes"


async def test_the_view_is_there_again_at_the_next_start(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("v")
        session = driver.screen.session()
    assert start_from(session).view == session.view == "lanes"


async def test_a_row_of_lanes_costs_what_a_row_of_the_list_does(tmp_path: Path, open_app: Open) -> None:
    costs = []
    for events in (60, 2000):
        with pytest.MonkeyPatch.context() as patch:
            folder = dataset(tmp_path / str(events), events)
            costs.append((await costs_of(["v", "down", "down", "pagedown"], open_app, folder, patch))[2:])
    for few, many in zip(*costs, strict=True):
        assert "layouts" not in many
        assert many["lines drawn"] <= few["lines drawn"] + 2 <= 90
        assert many.get("events read", 0) <= few.get("events read", 0) + 2 <= 60


def heads(lanes: list[Lane], room: int) -> str:
    return "".join(run.text for run in lanes_in(lanes, room).heads())


def test_names_are_in_full_where_there_is_room_and_codes_where_there_is_none() -> None:
    lanes = [lane("CUB", "Cuba"), lane("SUN", "Soviet Union")]
    assert heads(lanes, 40) == "Cuba          Soviet Union  "
    assert heads(lanes, 16) == "CUB    SUN    "
    assert heads(lanes, 8) == "CUB +1 "
    assert heads([lane("one-of-them", "Somewhere"), *lanes], 19) == "Some… CUB   SUN   "


def test_a_line_joins_the_marks_of_an_event() -> None:
    lanes = lanes_in([lane("AAA"), lane("BBB"), lane("CCC"), lane("DDD")], 17)
    marks = ["".join(run.text for run in lanes.marks(ids)) for ids in ({"AAA", "CCC"}, {"BBB"}, {"XXX"}, ())]
    assert marks == [
        " ●───────●   ·   ",
        " ·   ●   ·   ·   ",
        " ·   ·   ·   ·  +",
        " ·   ·   ·   ·   ",
    ]


@given(st.integers(0, 60), st.integers(0, 200), st.sets(st.integers(0, 60)))
def test_lanes_never_take_more_room_than_there_is(count: int, room: int, involved: set[int]) -> None:
    lanes = lanes_in([lane(f"C{number:02}") for number in range(count)], room)
    assert len(lanes.shown) + lanes.more == count
    assert lanes.cells <= max(1, room)
    countries = {f"C{number:02}" for number in involved}
    marks = [*lanes.marks(countries)]
    assert cells_of(marks) == lanes.cells
    assert sum(run.text == "●" for run in marks) == len(countries & {one.country.id for one in lanes.shown})
