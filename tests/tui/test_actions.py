"""The list of actions is what the keys, the key bar, the palette and the help are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from operator import attrgetter
from typing import Any

import pytest

from explorer.tui.actions import ACTIONS, KEY_BAR, action
from explorer.tui.palette import Commands
from explorer.tui.screens.help import help_rows

Open = Callable[..., Any]


def test_ids_are_unique() -> None:
    assert not [id_ for id_, count in Counter(item.id for item in ACTIONS).items() if count > 1]


def test_no_key_has_two_meanings_in_one_place() -> None:
    for where in ("countries", "timeline", "source"):
        keys = [
            key
            for item in ACTIONS
            if item.where in (where, "lists", "everywhere")
            for key in item.keys.split(",")
        ]
        assert not [key for key, count in Counter(keys).items() if count > 1]


def test_what_the_key_bar_shows_is_an_action_with_a_label() -> None:
    for ids in KEY_BAR.values():
        assert all(action(id_).label for id_ in ids)


def test_the_help_tells_every_action_the_focused_pane_first() -> None:
    rows = list(help_rows("source"))
    assert rows[0] == ("Source", "")
    told = {meaning for _, meaning in rows}
    assert {item.help for item in ACTIONS} <= told


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)])
async def test_the_help_is_scrolled_by_the_keys_that_it_lists(open_app: Open, size: tuple[int, int]) -> None:
    async with open_app(size) as driver:
        await driver.press("question_mark")
        top = driver.text
        await driver.press("ctrl+end")
        end = driver.text
        assert "What the event did" in end
        await driver.press("ctrl+home")
        assert driver.text == top
        await driver.press("down", "ctrl+n", "pagedown", "pageup", "ctrl+p", "up")
        assert driver.text == top


async def test_every_action_can_be_called_where_it_belongs(open_app: Open) -> None:
    async with open_app() as driver:
        for item in ACTIONS:
            if item.id in ("quit", "quit.always", "interrupt", "suspend", "document.open") or not item.keys:
                continue
            pane = item.where if item.where in ("countries", "timeline", "source") else "timeline"
            await driver.press("escape", "escape", {"countries": "1", "timeline": "2", "source": "3"}[pane])
            if item.where == "search":
                await driver.press("slash")
            if item.where == "find":
                await driver.press("3", "slash")
            await driver.press(item.keys.split(",")[0])
            while len(driver.app.screen_stack) > 1:
                await driver.press("escape")


async def test_the_help_opens_and_closes(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("question_mark")
        assert "Timeline" in driver.text
        await driver.press("question_mark")
        assert len(driver.app.screen_stack) == 1


async def test_a_click_on_the_key_bar_is_the_key(open_app: Open) -> None:
    async with open_app() as driver:
        bar = driver.screen.key_bar.region
        text = driver.text.splitlines()[bar.y]
        await driver.pilot.click(offset=(text.index("search"), bar.y))
        await driver.pilot.pause()
        assert driver.app.focused.id == "search-line"


async def test_the_palette_finds_an_action_by_its_sentence(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("ctrl+p")
        await driver.type("problems")
        await driver.pilot.pause(0.3)
        await driver.press("enter")
        await driver.pilot.pause(0.3)
        assert type(driver.app.screen).__name__ == "ProblemsScreen"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("quit", "Leave."),
        ("help", "Show the keys and the query language."),
        ("zoom", "Zoom in: by decade, year, then month."),
        ("zoom out", "Zoom out: by decade, then century."),
        ("Source", "Go to the source."),
        ("back", "Back to where you jumped from."),
        ("matrix", "Relation of the two chosen countries; of more, or of all, the matrix."),
    ],
)
async def test_the_palette_offers_first_what_goes_by_the_name_that_is_typed(
    open_app: Open, typed: str, sentence: str
) -> None:
    async with open_app() as driver:
        hits = [hit async for hit in Commands(driver.screen).search(typed)]
        assert max(hits, key=attrgetter("score")).text == sentence
