"""Layouts: three panes, two, or one, and never more than there is room for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Open = Callable[..., Any]


def visible(driver: Any) -> set[str]:
    names = {"countries": "countries", "timeline-pane": "timeline", "source-pane": "source"}
    return {name for id_, name in names.items() if driver.screen.query_one(f"#{id_}").region.area}


async def test_wide_shows_three_panes_side_by_side(open_app: Open) -> None:
    async with open_app((120, 40)) as driver:
        assert visible(driver) == {"countries", "timeline", "source"}
        xs = [
            driver.screen.query_one(f"#{p}").region.x for p in ("countries", "timeline-pane", "source-pane")
        ]
        assert xs == sorted(set(xs))


async def test_medium_shows_the_timeline_over_the_source(open_app: Open) -> None:
    async with open_app((80, 24)) as driver:
        assert visible(driver) == {"timeline", "source"}
        timeline, source = (driver.screen.query_one(f"#{p}").region for p in ("timeline-pane", "source-pane"))
        assert timeline.bottom == source.y
        assert timeline.width == source.width == 80
        await driver.press("1")
        assert visible(driver) == {"countries", "timeline", "source"}
        await driver.press("2")
        assert visible(driver) == {"timeline", "source"}


async def test_narrow_shows_one_pane_at_a_time(open_app: Open) -> None:
    async with open_app((40, 15)) as driver:
        assert visible(driver) == {"timeline"}
        await driver.press("enter")
        assert visible(driver) == {"source"}
        await driver.press("escape")
        assert visible(driver) == {"timeline"}
        await driver.press("1")
        assert visible(driver) == {"countries"}


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)])
async def test_no_word_of_a_document_is_cut(open_app: Open, size: tuple[int, int]) -> None:
    async with open_app(size) as driver:
        await driver.press("3")
        view = driver.screen.source.view
        for top in range(0, view.row_count(), view.size.height):
            view.jump_to(top)
            await driver.settle()
            shown = [view.render_line(y).text.rstrip() for y in range(view.size.height)]
            words = "".join("".join(line[3:] for line in shown).split())
            rows = range(view.scroll_offset.y, min(view.row_count(), view.scroll_offset.y + view.size.height))
            text = "".join(view._text[slice(*view._wrapped.row(number))] for number in rows)
            assert words == "".join(text.split())


@pytest.mark.parametrize("keys", ["1", "2", "3", "slash"])
async def test_keys_work_again_after_the_window_was_too_small(open_app: Open, keys: str) -> None:
    async with open_app((120, 40)) as driver:
        await driver.press(keys)
        await driver.pilot.resize_terminal(20, 5)
        await driver.settle()
        await driver.pilot.resize_terminal(120, 40)
        await driver.settle()
        assert driver.app.focused is not None


async def test_a_search_in_a_narrow_window_shows_what_it_narrows(open_app: Open) -> None:
    async with open_app((40, 15)) as driver:
        await driver.press("3", "s")
        assert visible(driver) == {"timeline"}


async def test_the_help_fills_a_narrow_window(open_app: Open) -> None:
    async with open_app((40, 15)) as driver:
        await driver.press("question_mark")
        assert driver.app.screen.query_one(".dialog").region.width == 40


@pytest.mark.parametrize("size", [(29, 15), (40, 7), (1, 1), (20, 5)])
async def test_too_small_says_so(open_app: Open, size: tuple[int, int]) -> None:
    async with open_app(size) as driver:
        assert visible(driver) == set()
        if size[0] >= 20:
            assert "30 by 8" in driver.text


async def test_every_resize_keeps_the_event_and_its_passage_in_sight(open_app: Open) -> None:
    async with open_app((120, 40), event="cuba-recognises-prc") as driver:
        for size in [(80, 24), (40, 15), (5, 3), (1, 1), (200, 60), (70, 10), (110, 20)]:
            await driver.pilot.resize_terminal(*size)
            await driver.pilot.pause()
            assert driver.event == "cuba-recognises-prc"
        await driver.pilot.resize_terminal(120, 40)
        await driver.pilot.pause()
        view = driver.screen.source.view
        row = view._wrapped.row_of(view._passage[0])
        assert view.scroll_offset.y <= row < view.scroll_offset.y + view.size.height
        timeline = driver.screen.timeline
        assert timeline.scroll_offset.y <= timeline.cursor < timeline.scroll_offset.y + timeline.size.height


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15), (30, 8)])
async def test_every_line_fills_the_screen_exactly(open_app: Open, size: tuple[int, int]) -> None:
    async with open_app(size) as driver:
        for key in ("1", "2", "3", "question_mark", "escape", "p"):
            await driver.press(key)
            strips = driver.app.screen._compositor.render_strips()
            assert [strip.cell_length for strip in strips] == [size[0]] * size[1]


@pytest.mark.parametrize("pane", ["1", "2", "3"])
async def test_in_a_low_window_the_focused_pane_shows_something_whatever_else_is_told(
    open_app: Open, pane: str
) -> None:
    async with open_app((120, 40)) as driver:
        await driver.press("1", "space", pane)
        driver.screen.message_line.show("Something that has to be told in many words. " * 20)
        for size in [(30, 8), (69, 9), (70, 8), (70, 13), (109, 14), (110, 8), (180, 9)]:
            await driver.pilot.resize_terminal(*size)
            await driver.settle()
            region, clip = driver.screen._compositor.visible_widgets[driver.app.focused]
            assert region.intersection(clip).area > 0, size


async def test_the_mark_of_one_pane_replaces_any_other_at_once(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app((40, 15)) as driver:
        screen, styled = driver.screen, []
        monkeypatch.setattr(screen, "update_node_styles", lambda animate=True: styled.append(marks(driver)))
        # As two marks that came beside each other.
        screen.add_class("at-source", update=False)
        screen.action_pane("timeline")
        assert styled == [{"at-timeline"}]
        screen.action_pane("timeline")
        assert len(styled) == 1


def marks(driver: Any) -> set[str]:
    return {each for each in driver.screen.classes if each.startswith("at-")}
