"""The density strip: it shows which part of all time the list shows, and leads to any other part."""

from __future__ import annotations

from pathlib import Path

import pytest
from driver import MEDIUM, NARROW, WIDE, Driver, Open
from test_cost_of_keys import MANY, dataset

from explorer.tui.widgets.density import DensityStrip

SIZES = [WIDE, MEDIUM, NARROW]


def strip(driver: Driver) -> str:
    return driver.screen.density.render_line(0).text


def marked(driver: Driver) -> tuple[int, int]:
    """The cells of the brackets."""
    line = strip(driver)
    return line.index("["), line.index("]")


def year(driver: Driver) -> int:
    screen = driver.screen
    assert screen.store is not None
    assert screen.number is not None
    return int(screen.store.events[screen.number].date.text[:4])


@pytest.mark.parametrize("size", SIZES)
async def test_brackets_go_along_with_what_is_in_sight(open_app: Open, size: tuple[int, int]) -> None:
    async with open_app(size) as driver:
        at_first = marked(driver)
        await driver.press("G")
        at_last = marked(driver)
        assert at_first[0] == 0
        assert at_last[0] > at_first[0]
        assert at_last[1] > at_first[1]
        await driver.press("g")
        assert marked(driver) == at_first
        assert len(strip(driver)) == driver.screen.density.size.width


async def test_the_years_are_never_cut(open_app: Open) -> None:
    async with open_app(NARROW) as driver:
        assert strip(driver).endswith("1902 ─── 2024")


async def test_scrolling_with_the_mouse_moves_the_brackets_too(open_app: Open) -> None:
    async with open_app(MEDIUM) as driver:
        before = marked(driver)
        driver.screen.timeline.jump_to(60)
        await driver.settle()
        assert marked(driver) > before


async def test_nothing_is_marked_where_all_is_in_sight(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("slash", *"guevara", "tab")
        assert "[" not in strip(driver)


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_goes_to_the_time_and_ctrl_o_back(open_app: Open, size: tuple[int, int]) -> None:
    async with open_app(size) as driver:
        event = driver.event
        await driver.pilot.click("#density", offset=(driver.screen.density.stretches, 0))
        await driver.settle()
        assert year(driver) >= 2015
        assert driver.screen.timeline.cursor in range(
            driver.screen.timeline.scroll_offset.y, driver.screen.timeline.row_count()
        )
        await driver.press("ctrl+o")
        assert driver.event == event


async def test_a_click_beside_the_bars_does_nothing(open_app: Open) -> None:
    async with open_app() as driver:
        event = driver.event
        await driver.pilot.click("#density", offset=(driver.screen.density.size.width - 2, 0))
        await driver.settle()
        assert driver.event == event


async def test_the_brackets_can_be_dragged(open_app: Open) -> None:
    async with open_app() as driver:
        first, _ = marked(driver)
        await driver.pilot.mouse_down("#density", offset=(first + 1, 0))
        seen = []
        for cell in range(first + 1, first + 20, 3):
            await driver.pilot.hover("#density", offset=(cell, 0))
            await driver.settle()
            seen.append((year(driver), marked(driver)))
        assert seen == sorted(seen)
        assert len(set(seen)) > 2
        await driver.pilot.mouse_up("#density", offset=(first + 19, 0))
        moved = marked(driver)
        await driver.pilot.hover("#density", offset=(5, 0))
        assert marked(driver) == moved
        await driver.press("ctrl+o")
        assert year(driver) == seen[0][0]


async def test_a_click_within_the_brackets_goes_to_the_time_under_it(open_app: Open) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        await driver.press("minus", "minus")
        first, last = marked(driver)
        await driver.pilot.click("#density", offset=(last - 1, 0))
        await driver.settle()
        assert marked(driver)[0] >= last - 3 > first


async def test_a_step_within_the_screen_draws_nothing_of_the_strip(
    tmp_path: Path, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    draw = DensityStrip.render_line
    monkeypatch.setattr(DensityStrip, "render_line", lambda self, y: drawn.append(y) or draw(self, y))
    async with open_app(path=dataset(tmp_path / "many", MANY)) as driver:
        await driver.pilot.pause()
        drawn.clear()
        await driver.press("down", "down", "up")
        await driver.pilot.pause()
        assert drawn == []
        await driver.press("pagedown")
        await driver.pilot.pause()
        assert len(drawn) <= 1
