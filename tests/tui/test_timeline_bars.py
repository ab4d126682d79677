"""Bars at the left edge of the timeline: what was going on at the time of each event."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from driver import MEDIUM, NARROW, WIDE, Driver, Open
from test_cost_of_keys import costs_of, dataset

from explorer.tui.running_bars import lanes_within

SIZES = [WIDE, MEDIUM, NARROW]


def lines(driver: Driver) -> list[str]:
    timeline = driver.screen.timeline
    return [timeline.render_line(y).text for y in range(timeline.size.height)]


def lane(driver: Driver, cell: int) -> str:
    return "".join(line[cell] for line in lines(driver))


def with_intervals(folder: Path, events: int) -> Path:
    """Daily events, and every fifth day something begins that lasts for some weeks."""
    path = dataset(folder, events) / "dataset.yaml"
    lasting = [
        f"  - {{id: i{day}, date: {begin}/{begin + timedelta(days=20)}, countries: [AAA, BBB], type: crisis,"
        f" title: Crisis {day}, sources: [{{document: d0, quote: Passage 0 is in document 0.}}]}}"
        for day in range(0, events, 5)
        for begin in [date(1900, 1, 1) + timedelta(days=day)]
    ]
    path.write_text("\n".join([path.read_text("utf-8"), *lasting]), "utf-8")
    return folder


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_interval_has_a_bar_down_to_the_last_event_within_it(
    open_app: Open, size: tuple[int, int]
) -> None:
    async with open_app(size) as driver:
        timeline = driver.screen.timeline
        await driver.press("G", "g")
        rows = [timeline.row(row, timeline.size.width) for row in range(timeline.row_count())]
        first = "".join(row[1].text for row in rows)
        # The cursor's own event has no bar here, so all are light ones.
        bars = "".join(first.split())
        assert bars.startswith("╷")
        assert bars.endswith("╵")
        assert bars.count("╷") == bars.count("╵") >= 2
        assert "╷╷" not in bars


async def test_the_bar_of_the_cursors_event_stands_out_as_far_as_it_goes(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("down", "down")
        shown = lane(driver, 1)
        assert "╻┃┃┃┃┃╹" in shown
        await driver.press("up")
        assert "╻" not in lane(driver, 1)
        assert lane(driver, 1) == shown.translate(str.maketrans("╻┃╹", "╷│╵"))


async def test_what_has_no_lane_is_told_of_by_a_sign(open_app: Open) -> None:
    async with open_app(NARROW, event="relations-set-a-precedent") as driver:
        await driver.press("G", "g", "pagedown", "pagedown")
        assert "+" in lane(driver, 0)


async def test_the_uppermost_heading_names_what_goes_on_since_before_it(open_app: Open) -> None:
    async with open_app(MEDIUM) as driver:
        await driver.press(*["pagedown"] * 4)
        assert "The United States backs Cuba's government" in lines(driver)[0]
        assert all("The United States backs Cuba's government" not in line for line in lines(driver)[1:])


async def test_a_click_on_a_bar_goes_to_its_event_and_ctrl_o_back(open_app: Open) -> None:
    async with open_app(MEDIUM) as driver:
        await driver.press(*["pagedown"] * 3)
        event = driver.event
        place = next(y for y, line in enumerate(lines(driver)) if y and line[1] == "│" and "─" not in line)
        await driver.pilot.click("#timeline", offset=(1, place))
        await driver.settle()
        assert driver.screen.store.events[driver.screen.number].title.startswith("The United States backs")
        await driver.press("ctrl+o")
        assert driver.event == event


async def test_a_dataset_without_long_intervals_gives_no_room_to_bars(tmp_path: Path, open_app: Open) -> None:
    async with open_app(path=dataset(tmp_path / "days", 60)) as driver:
        assert lines(driver)[1].startswith("▌1 Jan 1900")


def test_wider_timelines_have_more_lanes() -> None:
    assert [lanes_within(width) for width in (1, 40, 50, 78, 200)] == [1, 1, 2, 3, 4]


async def test_bars_cost_no_more_among_many_events_than_among_few(tmp_path: Path, open_app: Open) -> None:
    costs = []
    for events in (60, 2000):
        with pytest.MonkeyPatch.context() as patch:
            folder = with_intervals(tmp_path / str(events), events)
            costs.append((await costs_of(["down", "down", "pagedown"], open_app, folder, patch))[1:])
    for few, many in zip(*costs, strict=True):
        assert "layouts" not in many
        assert many["lines drawn"] <= few["lines drawn"] + 2 <= 90
        assert many.get("events read", 0) <= few.get("events read", 0) + 2 <= 60
