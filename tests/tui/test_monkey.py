"""A seeded monkey: random keys and sizes; after each step selection, cursor and counts agree."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from explorer.tui.actions import ACTIONS

Open = Callable[..., Any]

STEPS = 300
SIZES = [(120, 40), (80, 24), (40, 15), (110, 12), (70, 9), (30, 8), (10, 3), (1, 1)]
LETTERS = [*"guevarcbn19", "space", "quotation_mark", "minus", "colon", "left_parenthesis", "backspace"]
NEVER = {"quit", "quit.always", "interrupt", "suspend", "document.open", "palette"}
KEYS = [key for item in ACTIONS if item.id not in NEVER for key in item.keys.split(",")]


def check(driver: Any) -> None:
    screen = driver.screen
    selection, store = screen.selection, screen.store
    timeline = screen.timeline
    if len(driver.app.screen_stack) == 1 and screen.size.width >= 30 and screen.size.height >= 8:
        assert driver.app.focused is not None
    assert timeline.row_count() >= len(selection)
    if len(selection):
        assert screen.number in selection
        assert timeline._outline[timeline.cursor].number == screen.number
        assert screen.source._cited.event is store.events[screen.number]
    else:
        assert timeline.cursor is None
    counts = selection.counts_by_country()
    assert [row.count for row in screen.countries._rows] == list(counts.values())
    assert f"{len(selection):,} of" in screen.title_bar.count


@pytest.mark.parametrize("seed", [1, 2])
async def test_the_monkey_finds_nothing(open_app: Open, seed: int) -> None:
    chance = random.Random(seed)
    async with open_app() as driver:
        for _ in range(STEPS):
            if chance.random() < 0.03:
                await driver.pilot.resize_terminal(*chance.choice(SIZES))
            await driver.press(chance.choice(LETTERS if chance.random() < 0.3 else KEYS))
            check(driver)
