"""Sorting the timeline by relevance of the search, and by time again."""

from __future__ import annotations

from threading import current_thread, main_thread

import pytest
from driver import MEDIUM, NARROW, WIDE, Driver, Open

from explorer.search import ranking, relevance
from explorer.store import Ranked
from explorer.tui.main import arranging
from explorer.tui.session import start_from

SIZES = [WIDE, MEDIUM, NARROW]


def title(driver: Driver) -> str:
    return str(driver.screen.timeline_pane.border_title)


def rows(driver: Driver) -> list[int]:
    """The numbers of the events, row by row."""
    outline = driver.screen.timeline._outline
    return [outline.event_at(outline.row_of(place)).number for place in range(len(outline.selection))]


def by_relevance(driver: Driver) -> list[int]:
    screen = driver.screen
    assert screen.store is not None
    assert screen.selection is not None
    return relevance(screen.store, screen.filters.query, screen.selection)


@pytest.mark.parametrize("size", SIZES)
async def test_the_most_relevant_event_comes_first_and_has_the_cursor(
    open_app: Open, size: tuple[int, int]
) -> None:
    async with open_app(size) as driver:
        await driver.press("slash", *"china", "tab", "down", "down", "t")
        assert title(driver) == "Timeline ── by relevance"
        assert rows(driver) == by_relevance(driver) != sorted(rows(driver))
        assert driver.screen.number == rows(driver)[0]
        assert driver.screen.source._cited.event.id == driver.event
        assert driver.screen.timeline.render_line(1).text.startswith("▌")
        assert "[" not in driver.screen.density.render_line(0).text


async def test_by_time_again_the_event_keeps_the_cursor(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("slash", *"china", "tab", "t", "down", "down")
        event = driver.event
        await driver.press("t")
        assert title(driver) == "Timeline ── by year"
        assert rows(driver) == sorted(rows(driver))
        assert driver.event == event


async def test_each_further_word_shows_its_best_match(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("slash", *"cuba", "tab", "t", "G", "slash", "end", *" mao", "tab")
        assert rows(driver) == by_relevance(driver)
        assert driver.screen.number == rows(driver)[0]


async def test_without_words_the_order_is_that_of_time_and_one_is_told_so(open_app: Open) -> None:
    async with open_app() as driver:
        event = driver.event
        await driver.press("down", "t")
        assert title(driver) == "Timeline ── by year"
        assert "by time until then" in driver.screen.message_line.message
        await driver.press("slash", *"china", "tab")
        assert title(driver) == "Timeline ── by relevance"
        await driver.press("escape")
        assert title(driver) == "Timeline ── by year"
        assert driver.event != event


async def test_keys_that_go_by_time_leave_the_cursor_alone(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("slash", *"china", "tab", "t", "down", "right_curly_bracket", "left_curly_bracket")
        assert driver.screen.number == rows(driver)[1]


async def test_going_back_to_an_event_finds_it_among_the_ranked(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("slash", *"china", "tab", "t", "down", "down")
        event = driver.event
        await driver.press("G", "ctrl+o")
        assert driver.event == event


async def test_many_matches_are_ranked_in_a_thread_and_stand_in_time_order_until_then(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = []
    score = ranking._score_anywhere
    monkeypatch.setattr(arranging, "FEW", 3)
    monkeypatch.setattr(
        ranking, "_score_anywhere", lambda *given: threads.append(current_thread()) or score(*given)
    )
    async with open_app() as driver:
        await driver.press("slash", *"china", "tab", "down")
        shown: list[str] = []
        show = driver.screen.timeline.show

        def showing(outline: object, *given: object, **options: object) -> None:
            shown.append(title(driver))
            show(outline, *given, **options)

        monkeypatch.setattr(driver.screen.timeline, "show", showing)
        await driver.press("t")
        await driver.until(lambda: isinstance(driver.screen.timeline._outline, Ranked))
        await driver.settle()
        assert shown == ["Timeline ── by relevance …", "Timeline ── by relevance"]
        assert rows(driver) == by_relevance(driver)
        assert driver.screen.number == rows(driver)[0]
        assert main_thread() not in threads[:1]


async def test_a_ranking_that_nobody_waits_for_is_not_shown(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arranging, "FEW", 0)
    async with open_app() as driver:
        await driver.press("slash", *"china", "tab", "t", "t")
        await driver.pilot.pause(0.05)
        assert title(driver) == "Timeline ── by year"
        assert rows(driver) == sorted(rows(driver))


async def test_the_order_is_there_again_at_the_next_start(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("t")
        session = driver.screen.session()
    assert start_from(session).order == session.order == "relevance"
