"""Rows that were drawn once, or ahead of time, are what drawing them now would give."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from textual import events

from explorer.store import Heading

if TYPE_CHECKING:
    from driver import Driver, Open

KEYS = ["down", "down", "up", "pagedown", "pageup", "right_curly_bracket", "left_curly_bracket", "v", "plus"]
MOVES = 60


def stale(driver: Driver) -> list[str]:
    """The rows kept by the timeline that are no longer what they show."""
    timeline, found = driver.screen.timeline, []
    top = timeline.top
    assert timeline._outline is not None
    for key, strip in dict(timeline._kept).items():
        # What a heading shows that is scrolled past is kept by another key, and depends on where one is.
        sticks = key < 0
        is_past = key < top and isinstance(timeline._outline[max(0, key)], Heading)
        if key == -1 - top or not (sticks or is_past or key == top):
            now = timeline.render_line(0 if sticks else key - top)
            if now != strip:
                found.append(f"row {key}, {top} on top: {strip.text!r} is {now.text!r}")
    return found


async def scroll(driver: Driver, rows: int) -> None:
    for _ in range(abs(rows)):
        kind = events.MouseScrollDown if rows > 0 else events.MouseScrollUp
        region = driver.screen.timeline.region
        driver.app.post_message(kind(None, region.x + 9, region.y + 3, 0, 1, 0, False, False, False))
    await driver.settle()


@pytest.mark.parametrize("seed", range(3))
async def test_a_row_that_is_kept_is_as_it_is_drawn_now(seed: int, open_app: Open) -> None:
    chance = random.Random(seed)
    async with open_app((100, 30)) as driver:
        for _ in range(MOVES):
            if chance.random() < 0.2:
                await scroll(driver, chance.choice([-9, -3, 3, 9]))
            else:
                await driver.press(chance.choice(KEYS))
            assert not stale(driver)


async def test_a_bar_that_no_longer_stands_out_does_so_nowhere(open_app: Open) -> None:
    async with open_app((100, 30)) as driver:
        timeline = driver.screen.timeline
        assert driver.screen.store is not None
        events_ = driver.screen.store.events
        event = next(number for number in range(len(events_)) if events_[number].date.text == "1924/2000")
        timeline.go_to(event)
        await scroll(driver, 30)
        assert not stale(driver)
        await driver.press("down")
        assert not stale(driver)


async def drawn_ahead(driver: Driver) -> int:
    """How many rows are kept that are not in sight, once all are drawn that are to be."""
    timeline = driver.screen.timeline
    while timeline.draw_ahead():
        pass
    seen = range(timeline.top, timeline.top + timeline.size.height)
    return sum(key >= 0 and key not in seen for key in timeline._kept)


@pytest.mark.parametrize("keys", [["pagedown"], ["right_curly_bracket"], ["pagedown", "pageup"]])
async def test_the_rows_of_the_next_page_and_period_are_drawn_ahead(keys: list[str], open_app: Open) -> None:
    async with open_app((100, 30)) as driver:
        timeline = driver.screen.timeline
        for key in keys:
            assert await drawn_ahead(driver) >= timeline.size.height
            # The uppermost heading covers a row.
            kept = {timeline.top, *(row for row in timeline._kept if row >= 0)}
            await driver.press(key)
            top = timeline.top
            shown = range(top + 1, top + timeline.size.height)
            headings = {row for row in shown if isinstance(timeline._outline[row], Heading)}
            assert set(shown) - kept <= headings


async def test_what_is_drawn_ahead_comes_by_itself_and_ends(open_app: Open) -> None:
    async with open_app((100, 30)) as driver:
        timeline = driver.screen.timeline
        await driver.press("down")
        last = min(timeline.row_count(), timeline.top + 2 * timeline.size.height) - 1
        await driver.until(lambda: timeline.is_kept(last))
        assert not timeline.draw_ahead()
        assert not stale(driver)


async def test_what_is_drawn_ahead_is_ready_to_be_written(open_app: Open) -> None:
    async with open_app((100, 30)) as driver:
        timeline = driver.screen.timeline
        await drawn_ahead(driver)
        below = range(timeline.top + timeline.size.height, timeline.top + 2 * timeline.size.height)
        assert all(timeline._kept[row]._render_cache is not None for row in below)


@pytest.mark.parametrize("free", [0, 1, 9])
async def test_what_was_drawn_long_ago_makes_room_for_what_comes_next(open_app: Open, free: int) -> None:
    async with open_app((100, 30)) as driver:
        timeline = driver.screen.timeline
        now = dict(timeline._kept)
        long_ago = range(10_000, 10_000 + timeline.room_to_keep() - free)
        timeline._kept.clear()
        timeline._kept.update(dict.fromkeys(long_ago, next(iter(now.values()))))
        timeline._kept.update(now)
        await drawn_ahead(driver)
        assert set(range(timeline.top + 1, timeline.top + 2 * timeline.size.height)) <= timeline._kept.keys()
