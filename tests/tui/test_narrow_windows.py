"""Narrow windows: what is shown is said in words, and no sentence is cut that tells what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Open = Callable[..., Any]


def words(driver: Any) -> str:
    """The screen without its frames, in one line."""
    return " ".join(driver.text.replace("│", " ").split())


async def test_the_filters_take_as_many_lines_as_they_need(open_app: Open) -> None:
    async with open_app((40, 15)) as driver:
        await driver.press("1", "g", "space", "j", "space", "j", "space", "slash")
        await driver.type("year:1960..1964")
        lines = driver.text.splitlines()
        assert lines[1].strip() == "f2 Cuba f3 Mexico f4 China".replace(" f", "  f")
        assert lines[2].strip() == "f5 1960–1964"
        await driver.press("tab", "backspace", "backspace", "backspace")
        lines = driver.text.splitlines()
        assert lines[1].strip() == "f2 Cuba"
        assert lines[2].startswith("╭─ Timeline")


@pytest.mark.parametrize("size", [(40, 15), (30, 14)])
async def test_filters_that_have_no_line_are_counted(open_app: Open, size: tuple[int, int]) -> None:
    async with open_app(size) as driver:
        await driver.press("slash")
        await driver.type("one two three four five six seven eight nine ten eleven is:disputed tag:a tag:b")
        line = next(line for line in reversed(driver.text.splitlines()[:4]) if "f2" in line or "+" in line)
        assert line.split()[-1].startswith("+")
        assert len(line) == size[0]


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (30, 15)])
async def test_the_advice_after_a_search_without_a_hit_is_whole(
    open_app: Open, size: tuple[int, int]
) -> None:
    async with open_app(size) as driver:
        await driver.press("1", "g", "space", "slash")
        await driver.type("xyzzyq")
        assert "escape, in the timeline, drops the search." in words(driver)
        assert "ctrl+x drops the search and the countries." in words(driver)


async def test_a_title_that_would_be_cut_to_a_word_is_left_out(open_app: Open) -> None:
    async with open_app((40, 15)) as driver:
        assert driver.text.splitlines()[0].split() == ["71", "of", "71", "events", "/", "search"]
    async with open_app((80, 24)) as driver:
        assert "Cuba, Mexico, China and the Soviet Union" in driver.text.splitlines()[0]


async def test_the_dates_of_sources_stand_over_their_bars(open_app: Open) -> None:
    async with open_app((40, 15), event="cuba-recognises-prc") as driver:
        await driver.press("d")
        lines = [line.strip("│ ") for line in driver.text.splitlines()]
        place = lines.index("source 1 Sep 1960")
        assert set(lines[place + 1]) == {"█"}
        assert "31 Aug 1960 ────────────── 1 Oct 1960" in lines


async def test_a_prompt_says_what_an_empty_line_means_as_far_as_there_is_room(open_app: Open) -> None:
    async with open_app((40, 15)) as driver:
        await driver.press("m")
        await driver.until(lambda: "Mexico becomes a refuge for persecut…" in driver.text)
