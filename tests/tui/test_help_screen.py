"""The help narrows as one types, and every screen over the panes has it one key away, its own keys first."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.tui.actions import WHERE_TITLES, Where
from explorer.tui.screens.help import HelpScreen, help_rows, narrowed

Open = Callable[..., Any]


def on_top(driver: Any) -> str:
    return type(driver.app.screen).__name__


async def test_what_is_typed_narrows_the_help_and_the_rest_comes_back(open_app: Open) -> None:
    async with open_app((80, 24)) as driver:
        await driver.press("question_mark")
        everything = driver.text
        await driver.type("bookmark")
        assert "Set a bookmark" in driver.text
        assert "Everywhere" in driver.text
        assert "Previous year" not in driver.text
        await driver.type("qqq")
        assert "Nothing here holds ‘bookmarkqqq’." in driver.text
        await driver.press(*["backspace"] * len("bookmarkqqq"))
        assert driver.text == everything


async def test_a_letter_that_moves_elsewhere_is_typed_in_the_help(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("question_mark", "j", "q", "question_mark")
        assert driver.app.screen.line.value == "jq?"
        await driver.press("escape")
        assert on_top(driver) == "ExplorerScreen"


async def test_narrowed_help_is_read_from_its_beginning(open_app: Open) -> None:
    async with open_app((40, 15)) as driver:
        await driver.press("question_mark", "ctrl+end")
        await driver.type("search")
        assert "Everywhere" in driver.text


@pytest.mark.parametrize(
    ("keys", "screen", "title"),
    [
        ("1 g space j space r", "RelationScreen", "relation"),
        ("r", "MatrixScreen", "matrix"),
        ("d", "DisagreementScreen", "dialogs"),
        ("p", "ProblemsScreen", "problems"),
        ("y", "CopyMenu", "copy"),
        ("apostrophe", "BookmarksScreen", "choices"),
        ("ctrl+r", "HistoryScreen", "choices"),
        ("m", "Prompt", "choices"),
    ],
)
async def test_the_help_opens_over_whatever_lies_over_the_panes(
    open_app: Open, keys: str, screen: str, title: Where
) -> None:
    async with open_app() as driver:
        await driver.press(*keys.split())
        assert on_top(driver) == screen
        await driver.press("question_mark")
        assert on_top(driver) == "HelpScreen"
        assert driver.app.screen._rows[0] == (WHERE_TITLES[title], "")
        await driver.press("question_mark")
        assert on_top(driver) == screen


async def test_a_click_on_the_key_bar_of_a_relation_is_the_key(open_app: Open) -> None:
    async with open_app() as driver:
        for label, shown in (("help", "HelpScreen"), ("close", "ExplorerScreen")):
            await driver.press("r")
            bar = driver.text.splitlines()[-1]
            await driver.pilot.click(offset=(bar.index(label), 39))
            await driver.pilot.pause()
            assert on_top(driver) == shown
            await driver.press("escape", "escape")


async def test_compact_mode_is_switched_and_said(open_app: Open) -> None:
    async with open_app() as driver:
        before = driver.text
        for said in ("Compact mode is on", "Compact mode is off"):
            await driver.press("ctrl+p")
            await driver.type("compact")
            await driver.pilot.pause(0.3)
            await driver.press("enter")
            await driver.until(lambda said=said: said in driver.text)
            await driver.until(lambda said=said: ("╭" in driver.text) == said.endswith("off"))
        lines = slice(3, 12)
        await driver.until(lambda: driver.text.splitlines()[lines] == before.splitlines()[lines])


@given(st.sampled_from([*WHERE_TITLES]), st.text("abc yz", max_size=5))
def test_each_row_that_is_left_holds_what_is_typed_and_stands_under_its_title(
    where: Where, typed: str
) -> None:
    everything = [*help_rows(where)]
    left = [*narrowed(everything, typed)]
    rows = [row for row in left if row[1]]
    titles = {row[0] for row in everything if row[0] and not row[1]}
    expected = [row for row in everything if row[1] and _holds(" ".join(row), typed)]
    assert rows == expected
    if rows and typed.strip():
        assert left[0][0] in titles
        assert all(after[1] for before, after in pairwise(left) if before[0] in titles)


def _holds(text: str, typed: str) -> bool:
    return all(word in text.lower() for word in typed.split())


def test_the_help_knows_every_part_of_the_screen() -> None:
    for where in WHERE_TITLES:
        assert next(help_rows(where)) == (WHERE_TITLES[where], "")
    assert HelpScreen("copy")._rows[0] == ("Copy menu", "")
