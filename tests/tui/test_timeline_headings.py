"""Headings of the timeline: one is always in sight, and the zoom says how much time it stands for."""

from __future__ import annotations

import pytest
from driver import MEDIUM, NARROW, WIDE, Driver, Open

from explorer.store import EventRow, Heading, Period
from explorer.tui.period_names import period_name
from explorer.tui.session import start_from
from explorer.tui.widgets import timeline as timeline_module

SIZES = [WIDE, MEDIUM, NARROW]


def lines(driver: Driver) -> list[str]:
    timeline = driver.screen.timeline
    return [timeline.render_line(y).text for y in range(timeline.size.height)]


def headings(driver: Driver) -> list[str]:
    """The names of the headings in sight, from above."""
    outline, found = driver.screen.timeline._outline, []
    for y, line in enumerate(lines(driver)):
        row = outline[driver.screen.timeline.row_at(y)]
        if isinstance(row, Heading):
            assert f" {period_name(row.period)} ─" in line
            found.append(period_name(row.period))
    return found


def title(driver: Driver) -> str:
    return str(driver.screen.timeline_pane.border_title)


@pytest.mark.parametrize("size", SIZES)
async def test_wherever_one_scrolls_the_uppermost_line_names_the_year(
    open_app: Open, size: tuple[int, int]
) -> None:
    async with open_app(size) as driver:
        timeline = driver.screen.timeline
        years = [str(heading.period.key) for heading in timeline._outline.headings]
        for top in range(timeline.row_count() - timeline.size.height + 1):
            timeline.jump_to(top)
            await driver.settle()
            assert isinstance(timeline._outline[timeline.row_at(0)], Heading)
            first = years.index(headings(driver)[0])
            assert headings(driver) == years[first : first + len(headings(driver))]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("back", ["up", "pageup", "left_curly_bracket"])
async def test_the_cursor_is_never_under_the_heading(
    open_app: Open, size: tuple[int, int], back: str
) -> None:
    async with open_app(size) as driver:
        await driver.press("G")
        for _ in range(12):
            await driver.press(back)
            assert sum(line.startswith("▌") for line in lines(driver)) == 1


@pytest.mark.parametrize("size", [*SIZES, (40, 9), (30, 8)])
@pytest.mark.parametrize(
    ("first", "keys"),
    [("g", ["pagedown"]), ("G", ["pageup"]), ("g", ["ctrl+d"]), ("G", ["ctrl+u"])],
)
@pytest.mark.parametrize("zoom", [[], ["minus", "minus"]])
async def test_whoever_turns_the_pages_sees_every_event(
    open_app: Open, size: tuple[int, int], first: str, keys: list[str], zoom: list[str]
) -> None:
    async with open_app(size) as driver:
        await driver.press(*zoom, first)
        timeline = driver.screen.timeline
        seen, before = set[int](), None
        while timeline.cursor != before:
            before = timeline.cursor
            rows = (timeline._outline[timeline.row_at(y)] for y in range(timeline.size.height))
            seen |= {row.number for row in rows if isinstance(row, EventRow)}
            await driver.press(*keys)
        assert seen == {*driver.screen.selection}


async def test_a_click_on_the_heading_goes_to_its_first_event(open_app: Open) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        timeline = driver.screen.timeline
        timeline.jump_to(timeline.cursor - 3)
        await driver.settle()
        assert headings(driver)[0] == "1960"
        await driver.pilot.click("#timeline", offset=(3, 0))
        await driver.settle()
        assert timeline.cursor == timeline.row_at(0) + 1


async def test_zooming_gathers_by_months_decades_and_centuries(open_app: Open) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        assert title(driver) == "Timeline ── by year"
        await driver.press("plus")
        assert title(driver) == "Timeline ── by month"
        assert "September 1960" in headings(driver)
        await driver.press("minus", "minus")
        assert title(driver) == "Timeline ── by decade"
        assert "1960s" in headings(driver)
        await driver.press("minus")
        assert title(driver) == "Timeline ── by century"
        assert headings(driver)[0] == "20th century"
        assert driver.event == "cuba-recognises-prc"


@pytest.mark.parametrize(
    ("key", "told"), [("plus", "narrower than months"), ("minus", "wider than centuries")]
)
async def test_beyond_the_last_zoom_one_is_told_so(open_app: Open, key: str, told: str) -> None:
    async with open_app() as driver:
        await driver.press(key, key, key, key)
        assert told in driver.screen.message_line.message


async def test_the_keys_for_years_go_by_the_zoom(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("minus", "minus", "right_curly_bracket")
        first = driver.screen.store.events[driver.screen.number]
        assert first.date.text.startswith("20")


async def test_zooming_leaves_the_event_in_its_line(open_app: Open) -> None:
    async with open_app(MEDIUM, event="cuba-recognises-prc") as driver:
        before = [line.startswith("▌") for line in lines(driver)].index(True)
        await driver.press("minus")
        assert [line.startswith("▌") for line in lines(driver)].index(True) == before


async def test_the_zoom_is_there_again_at_the_next_start(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("minus")
        session = driver.screen.session()
    assert start_from(session).zoom == session.zoom == "decade"


async def test_a_zoom_that_nobody_knows_any_more_is_by_year() -> None:
    from explorer.tui.arrangement import arranged

    assert arranged("fortnight").zoom == "year"


@pytest.mark.parametrize(
    ("period", "name"),
    [
        (Period(1960, 0, "month", month=3), "March 1960"),
        (Period(1960, 0, "month", known=False), "1960, month unknown"),
        (Period(1960, 0, "month"), "1960"),
        (Period(1960, 0, "year"), "1960"),
        (Period(1960, 0, "decade"), "1960s"),
        (Period(1900, 0, "century"), "20th century"),
        (Period(0, 0, "century"), "1st century AD"),
        (Period(-43, 0, "year"), "44 BC"),
        (Period(-50, 0, "decade"), "51 BC–42 BC"),
        (Period(-9, 0, "month", month=12), "December 10 BC"),
        (Period(17000, 0, "decade"), "17000–17009"),
        (Period(None, 0, "decade"), "no known beginning"),
        (Period(None, 0, "month", known=False), "date unknown"),
    ],
)
def test_periods_have_the_names_that_people_give_them(period: Period, name: str) -> None:
    assert period_name(period) == name


async def test_in_a_few_lines_every_line_is_a_row_of_the_list(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline_module, "_FEW_LINES", 5)
    async with open_app((40, 8)) as driver:
        timeline = driver.screen.timeline
        assert timeline.size.height < 5
        await driver.press("v")
        timeline.jump_to(0)
        await driver.settle()
        kept = [strip.text for strip in timeline.render_lines(timeline.scrollable_content_region.size.region)]
        assert kept == lines(driver)
        assert not any("CUB" in line for line in kept)
