"""The disagreement view, and what is said of a quote that does not stand as it is cited."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from altered_quotes import ALTERED

from explorer.tui.verdicts import diff

Open = Callable[..., Any]


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_the_recognition_is_refined(open_app: Open, size: tuple[int, int]) -> None:
    async with open_app(size, event="cuba-recognises-prc") as driver:
        await driver.press("d")
        assert "Source 2 refines source 1" in driver.text
        assert driver.text.count("█") > 3
        await driver.press("d")
        assert len(driver.app.screen_stack) == 1


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_the_split_is_disputed(open_app: Open, size: tuple[int, int]) -> None:
    async with open_app(size, event="sino-soviet-split") as driver:
        await driver.press("d")
        assert "Sources 1 and 2 conflict" in driver.text
        assert "reader comment, in" in driver.text
        assert "1957" in driver.text
        assert "1964" in driver.text


async def test_passages_stand_side_by_side_where_there_is_room(open_app: Open) -> None:
    async with open_app((120, 40), event="sino-soviet-split") as driver:
        await driver.press("d")
        assert any("Source 1" in line and "Source 2" in line for line in driver.text.splitlines())
    async with open_app((80, 24), event="sino-soviet-split") as driver:
        await driver.press("d")
        assert not any("Source 1 " in line and "Source 2 " in line for line in driver.text.splitlines())


async def test_every_event_can_be_compared_at_every_size(open_app: Open) -> None:
    for size in ((120, 40), (40, 15)):
        async with open_app(size) as driver:
            for _ in range(0, len(driver.shown), 7):
                await driver.press("d")
                widths = {strip.cell_length for strip in driver.app.screen._compositor.render_strips()}
                assert widths == {size[0]}
                await driver.press("escape", *"jjjjjjj")


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_changed_quote_is_shown_as_a_diff_and_not_highlighted(
    open_app: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "altered.yaml"
    path.write_text(ALTERED, encoding="utf-8")
    async with open_app(size, path) as driver:
        source = driver.screen.source
        assert source.border_title == "Source 1/3 ── changed"
        assert source.view._passage is None
        assert "[-1960-]" in driver.text.replace("\n", "")
        assert "{+1961+}" in driver.text.replace("\n", "")
        await driver.press("right_square_bracket")
        assert source.border_title == "Source 2/3 ── ambiguous"
        assert "In lines 1, 1" in driver.text
        await driver.press("right_square_bracket")
        assert source.border_title == "Source 3/3 ── missing"
        assert "walruses" in driver.text
        assert source.view._passage is None


def test_a_diff_is_told_without_colour() -> None:
    told = diff("He did not go in 1960", "He did go in 1961")
    assert "".join(run.text for run in told) == "He did [-not-] go in [-1960-] {+1961+}"


def test_hostile_text_in_a_diff_steers_nothing() -> None:
    assert not any("\x1b" in run.text for run in diff("one two", "one \x1b[2J two"))
