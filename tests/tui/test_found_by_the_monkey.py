"""What the monkey has found, each by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from driver import Open
from textual import events
from textual.widgets import Input

from explorer.tui.widgets.bars import KeyBar


@pytest.mark.parametrize(("pane", "last"), [("timeline", "G"), ("source", "G"), ("countries", "G")])
async def test_a_key_that_cannot_move_the_cursor_any_further_brings_it_into_sight(
    open_app: Open, pane: str, last: str
) -> None:
    async with open_app((80, 15)) as driver:
        driver.screen.action_pane(pane)
        await driver.settle()
        await driver.press("G")
        view = driver.app.focused
        view.scroll_to(y=0, animate=False)
        await driver.settle()
        top = view.scroll_offset.y
        for key in ("down", "pagedown", "G"):
            view.scroll_to(y=0, animate=False)
            await driver.press(key)
            top = view.scroll_offset.y
            assert top <= view.cursor < top + view.scrollable_content_region.height, key


@pytest.mark.parametrize(
    "text", ["[/]", "[red]x[/red]", "[@click=app.bell]y[/]", "\\[/x]", "a[b", "[/", "]["]
)
async def test_a_saved_search_that_looks_like_markup_stands_in_the_palette_as_it_is_written(
    open_app: Open, text: str
) -> None:
    async with open_app() as driver:
        driver.screen.memory.save_search(text, f"{text} visit")
        await driver.press("ctrl+p")
        await driver.type("searchforget")
        await driver.press("escape", "ctrl+p")
        await driver.until(lambda: "Disagree" in driver.text or "Drop" in driver.text)
        await driver.type("search:")
        await driver.until(lambda: f"Search: {text}" in driver.text)
        assert f"{text} visit" in driver.text


async def test_what_is_pasted_into_any_line_is_one_line_without_control_characters(open_app: Open) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        for keys in (
            ["slash"],
            ["3", "slash"],
            ["m"],
            ["apostrophe"],
            ["ctrl+r"],
            ["question_mark"],
            ["ctrl+p"],
        ):
            await driver.press(*keys)
            driver.app.post_message(events.Paste("one\x1b[2J\x9b\u202e two\nthree"))
            await driver.settle()
            line = driver.app.focused
            assert isinstance(line, Input)
            assert line.value.removesuffix(" three").endswith("one␛[2J\ufffd\ufffd two"), keys
            await driver.press("escape", "escape")


async def test_an_edit_that_leaves_nothing_of_a_search_leaves_no_source(
    open_app: Open, tmp_path: Path
) -> None:
    path = tmp_path / "one.yaml"
    event = "events: [{id: a, date: 1960, countries: [CUB], type: visit, title: TITLE}]\n"
    start = "title: One\nversion: 1\ncountries: [{id: CUB, name: Cuba}]\n"
    path.write_text(start + event.replace("TITLE", "First"), encoding="utf-8")
    async with open_app(path=path) as driver:
        await driver.press("slash")
        await driver.type("first")
        await driver.press("tab")
        assert driver.shown == ["a"]
        path.write_text(start + event.replace("TITLE", "Second"), encoding="utf-8")
        await driver.until(lambda: driver.shown == [])
        assert driver.event is None
        assert driver.screen.source._cited is None


async def test_a_click_outside_of_what_is_laid_out_yet_leaves_the_focus_somewhere(open_app: Open) -> None:
    async with open_app((80, 24)) as driver:
        driver.screen.set_focus(None)
        await driver.pilot.pause()
        await driver.press("j")
        assert driver.app.focused.id == "timeline"
        assert driver.event == driver.shown[1]


async def test_clicks_on_a_key_that_has_led_away_do_nothing_more(open_app: Open) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        bar = driver.screen.query_one(KeyBar)
        at = driver.text.splitlines()[bar.region.y].index("? help")
        for kind in (events.MouseDown, events.MouseUp) * 3:
            driver.app.post_message(kind(bar, at, bar.region.y, 0, 0, 1, False, False, False))
        await driver.settle()
        assert driver.app.is_running
    async with open_app(event="cuba-recognises-prc") as driver:
        bar = driver.screen.query_one(KeyBar)
        for _ in range(3):
            await bar.on_click(events.Click(bar, at, 0, 0, 0, 1, False, False, False))
        assert len(driver.app.screen_stack) == 2


async def test_a_document_can_be_searched_in_the_smallest_window(open_app: Open) -> None:
    async with open_app((120, 40)) as driver:
        await driver.press("1", "space", "3", "slash")
        driver.screen.message_line.show("Something that has to be told in many words. " * 20)
        await driver.pilot.resize_terminal(30, 8)
        await driver.pilot.pause()
        line = driver.app.focused
        assert isinstance(line, Input)
        region, clip = driver.screen._compositor.visible_widgets[line]
        assert region.intersection(clip).height == 1


@pytest.mark.parametrize("key", [*"rpdym", "ctrl+p", "apostrophe", "ctrl+r", "question_mark"])
async def test_what_is_left_twice_is_left_once(open_app: Open, key: str) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        await driver.press(key)
        dialog = driver.app.screen
        assert dialog is not driver.screen
        if key == "ctrl+p":
            for kind in (events.MouseDown, events.MouseUp) * 2:
                driver.app.post_message(kind(None, 1, 1, 0, 0, 1, False, False, False))
            await driver.settle()
        dialog.dismiss()
        dialog.dismiss()
        await driver.settle()
        assert driver.app.screen is driver.screen
        await driver.press("j")
        assert driver.app.is_running


async def test_a_page_key_right_behind_the_palettes_key_is_no_fault(open_app: Open) -> None:
    async with open_app() as driver:
        for key in ("pagedown", "pageup"):
            for each in ("ctrl+p", key, "escape"):
                driver.app.post_message(events.Key(each, None))
            await driver.settle()
            assert driver.app.screen is driver.screen


async def test_the_palette_bears_a_window_of_any_width(open_app: Open) -> None:
    async with open_app((120, 40)) as driver:
        await driver.press("ctrl+p")
        for width in range(1, 8):
            await driver.pilot.resize_terminal(width, 46)
            await driver.settle()
            assert driver.app._exception is None, width


async def test_the_problems_bear_a_window_of_any_width(open_app: Open, tmp_path: Path) -> None:
    path = tmp_path / "defective.yaml"
    text = "title: One\nversion: 1\nevents: [{id: a, date: soon, countries: [NIX]}]\n"
    path.write_text(text, encoding="utf-8")
    async with open_app((120, 40), path) as driver:
        await driver.press("p")
        for width in range(1, 8):
            await driver.pilot.resize_terminal(width, 46)
            await driver.settle()
            assert driver.app._exception is None, width


async def test_a_size_that_somebody_asked_for_before_the_layout_is_told_its_widget(open_app: Open) -> None:
    async with open_app((80, 14)) as driver:
        screen = driver.screen
        await driver.press("1", "end")
        countries = screen.countries
        # Smaller by two rows, as the map of the screen has it already; the list has not heard of it.
        countries._size += (0, 2)
        countries.jump_to(countries.top - 2)
        screen._refresh_layout()
        await driver.settle()
        assert countries.cursor == countries.row_count() - 1
        assert countries.cursor < countries.top + countries.scrollable_content_region.height


async def test_a_window_that_is_too_small_says_so_whatever_lines_there_are(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("1", "space")
        driver.screen.message_line.show("Something that has to be told. " * 9)
        await driver.pilot.resize_terminal(29, 7)
        await driver.settle()
        lines = driver.text.splitlines()
        assert [line.strip() for line in lines if line.strip()] == [
            "Détente needs a window of",
            "30 by 8 cells at least.",
        ]
        driver.app.post_message(events.MouseScrollDown(None, 5, 5, 0, 1, 0, False, False, False))
        await driver.settle()
        assert driver.text.splitlines() == lines
