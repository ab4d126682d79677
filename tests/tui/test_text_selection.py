"""Text of the document is selected by its own characters, and copied without what the screen adds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from driver import MEDIUM, NARROW, WIDE
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from explorer.formats.clean_text import clean_text
from explorer.tui.text_selection import TextSelection, next_word, span_at_cell, word_at

if TYPE_CHECKING:
    from driver import Driver, Open

HEAD = """
title: One document
version: 1
countries: [{id: CUB, name: Cuba}, {id: CHN, name: China}]
documents: [{id: paper, title: A paper, file: paper.txt}]
events:
  - id: one
    date: 1960-09-28
    countries: [CUB, CHN]
    type: recognition
    title: Cuba recognises China
    sources: [{document: paper, quote: Havana recognised Peking}]
"""
TEXT = (
    "Raúl Castro’s visit was well-known;\nnobody spoke of it for a long while, though everybody who had "
    "read the papers knew of it.\n \n\n\nHavana recognised Peking in September.\x1b 中国 thanked.\n\n"
    + "\n\n".join(f"Paragraph {number} tells nothing new, as many of the others." for number in range(60))
)


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    (tmp_path / "paper.txt").write_text(TEXT, "utf-8")
    (tmp_path / "dataset.yaml").write_text(HEAD, "utf-8")
    return tmp_path


async def open_at_top(driver: Driver) -> None:
    await driver.press("3", "g")


def cell_of(driver: Driver, words: str, *, last: bool = False) -> tuple[int, int]:
    """Where the first (or last) character of some words stands within the view."""
    view = driver.screen.source.view
    place = TEXT.index(words) + (len(words) - 1 if last else 0)
    row = view._wrapped.row_of(place)
    before = view._wrapped.shown(view._wrapped.row(row)[0], place)
    return view.MARGIN + cell_len(before), row - view.scroll_offset.y


async def drag(driver: Driver, *offsets: tuple[int, int], release: bool = True) -> None:
    view, pilot = driver.screen.source.view, driver.pilot
    await pilot.mouse_down(view, offset=offsets[0])
    for offset in offsets[1:]:
        await pilot.hover(view, offset=offset)
    if release:
        await pilot.mouse_up(view, offset=offsets[-1])
    await driver.settle()


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_dragging_selects_and_y_copies_clean_text(
    open_app: Open, dataset: Path, taken: list[str], size: tuple[int, int]
) -> None:
    async with open_app(size, dataset) as driver:
        await open_at_top(driver)
        start = cell_of(driver, "visit was")
        end = cell_of(driver, "nobody spoke", last=True)
        await drag(driver, start, end)
        told = " ".join(driver.screen.message_line.message.split())
        assert told == "34 characters selected; y copies them."
        await driver.press("y")
        await driver.until(lambda: bool(taken))
        assert taken == ["visit was well-known; nobody spoke"]
        await driver.until(lambda: "sent to the terminal" in driver.screen.message_line.message)
        assert driver.screen.message_line.message.startswith("Selected text: 34 characters")
        assert driver.screen.source.view.selected is None


async def test_dragging_backwards_selects_the_same(open_app: Open, dataset: Path) -> None:
    async with open_app(WIDE, dataset) as driver:
        await open_at_top(driver)
        cells = cell_of(driver, "visit was"), cell_of(driver, "nobody", last=True)
        await drag(driver, *cells)
        there = driver.screen.source.view.selected
        await drag(driver, *cells[::-1])
        assert driver.screen.source.view.selected == there
        assert TEXT[slice(*there)] == "visit was well-known;\nnobody"


async def test_paragraphs_are_parted_by_one_empty_line(
    open_app: Open, dataset: Path, taken: list[str]
) -> None:
    async with open_app(WIDE, dataset) as driver:
        await open_at_top(driver)
        await drag(driver, cell_of(driver, "knew of it."), cell_of(driver, "中国 thanked", last=True))
        await driver.press("y")
        await driver.until(lambda: bool(taken))
        assert taken == ["knew of it.\n\nHavana recognised Peking in September.␛ 中国 thanked"]


async def test_the_margin_and_what_is_beside_a_row_select_none_of_its_neighbours(
    open_app: Open, dataset: Path
) -> None:
    async with open_app(WIDE, dataset) as driver:
        await open_at_top(driver)
        view = driver.screen.source.view
        _, y = cell_of(driver, "Havana recognised")
        await drag(driver, (1, y), (view.size.width - 2, y))
        start, end = view._wrapped.row(y)
        assert view.selected == (start, end)


async def test_a_selection_holds_in_another_width(open_app: Open, dataset: Path, taken: list[str]) -> None:
    async with open_app(WIDE, dataset) as driver:
        await open_at_top(driver)
        await drag(driver, cell_of(driver, "though"), cell_of(driver, "papers", last=True))
        await driver.pilot.resize_terminal(*NARROW)
        await driver.settle()
        await driver.press("y")
        await driver.until(lambda: bool(taken))
        assert taken == ["though everybody who had read the papers"]


async def test_what_is_selected_is_reversed_and_nothing_else(open_app: Open, dataset: Path) -> None:
    async with open_app(WIDE, dataset) as driver:
        await open_at_top(driver)
        await drag(driver, cell_of(driver, "Castro"), cell_of(driver, "Castro’s", last=True))
        view = driver.screen.source.view
        runs = [run for number in range(view.row_count()) for run in view.row(number, 40)]
        assert [run.text for run in runs if run.style == "document--selected"] == ["Castro’s"]
        assert view.get_component_rich_style("document--selected").reverse


async def test_holding_the_mouse_below_the_text_scrolls_on(open_app: Open, dataset: Path) -> None:
    async with open_app(WIDE, dataset) as driver:
        await open_at_top(driver)
        view = driver.screen.source.view
        await driver.pilot.mouse_down(view, offset=(4, 1))
        await driver.pilot.hover("#key-bar", offset=(view.region.x + 5, 0))
        await driver.until(lambda: view.scroll_offset.y > 8)
        end = view.selected[1]
        await driver.pilot.mouse_up("#key-bar", offset=(view.region.x + 5, 0))
        await driver.settle()
        top = view.scroll_offset.y
        assert view.selected[1] >= end
        assert view._wrapped.row_of(view.selected[1] - 1) >= top
        assert view._pulling is None


async def test_two_clicks_select_a_word_and_three_a_paragraph(open_app: Open, dataset: Path) -> None:
    async with open_app(WIDE, dataset) as driver:
        await open_at_top(driver)
        view = driver.screen.source.view
        await driver.pilot.click(view, offset=cell_of(driver, "well-known"), times=2)
        await driver.settle()
        assert TEXT[slice(*view.selected)] == "well-known"
        await driver.pilot.click(view, offset=cell_of(driver, "Peking in"), times=3)
        await driver.settle()
        assert TEXT[slice(*view.selected)].startswith("Havana recognised")
        assert TEXT[slice(*view.selected)].endswith("thanked.")
        await driver.pilot.click(view, offset=(5, 6))
        await driver.settle()
        assert view.selected is None


async def test_keys_select_rows_and_words(open_app: Open, dataset: Path, taken: list[str]) -> None:
    async with open_app(WIDE, dataset) as driver:
        await open_at_top(driver)
        view = driver.screen.source.view
        await driver.press("shift+down")
        assert view.selected == view._wrapped.row(0)
        await driver.press("shift+down", "shift+right")
        last = view._wrapped.row(1)[1]
        assert view.selected == (0, next_word(TEXT, last, 1))
        await driver.press("shift+left", "shift+up", "ctrl+c")
        await driver.until(lambda: bool(taken))
        assert TEXT.startswith(taken[0][:20])
        assert driver.app.is_running
        assert driver.app.return_value is None


async def test_selecting_up_begins_with_the_cursors_row(open_app: Open, dataset: Path) -> None:
    async with open_app(WIDE, dataset) as driver:
        await open_at_top(driver)
        view = driver.screen.source.view
        await driver.press("j", "j", "shift+up")
        assert view.selected == view._wrapped.row(2)
        await driver.press("shift+up")
        assert view.selected == (view._wrapped.row(1)[0], view._wrapped.row(2)[1])
        assert view.cursor == 1


async def test_escape_drops_the_selection_first(open_app: Open, dataset: Path) -> None:
    async with open_app(WIDE, dataset) as driver:
        await open_at_top(driver)
        await driver.press("shift+down", "escape")
        assert driver.screen.source.view.selected is None
        assert driver.app.focused.id == "source"
        await driver.press("escape")
        assert driver.app.focused.id == "timeline"


async def test_without_a_selection_ctrl_c_leaves_and_y_offers_the_menu(open_app: Open, dataset: Path) -> None:
    async with open_app(WIDE, dataset) as driver:
        await open_at_top(driver)
        await driver.press("y")
        assert type(driver.app.screen).__name__ == "CopyMenu"
        await driver.press("escape", "ctrl+c")
        assert driver.app.return_value == 130


async def test_a_release_moves_nothing_that_is_in_sight(open_app: Open, dataset: Path) -> None:
    async with open_app(WIDE, dataset) as driver:
        await driver.press("3")
        view = driver.screen.source.view
        top = view.scroll_offset.y
        await drag(driver, (5, 4), (20, 6))
        assert driver.screen.message_line.display
        assert view.scroll_offset.y == top


def test_a_selection_has_both_its_ends_either_way_round() -> None:
    assert TextSelection((3, 4), (7, 9)).span == (3, 9)
    assert TextSelection((7, 9), (3, 4)).span == (3, 9)
    assert TextSelection((5, 5), (5, 5)).to(2).span == (2, 5)


@given(st.text(st.sampled_from("aé中\u0301 "), max_size=12), st.integers(-2, 30))
def test_a_cell_shows_the_characters_that_stand_in_it(row: str, cell: int) -> None:
    start, end = span_at_cell(row, cell)
    assert 0 <= start <= end <= len(row)
    if 0 <= cell < cell_len(row):
        assert cell_len(row[:start]) <= cell < cell_len(row[:end])
    else:
        assert start == end


@pytest.mark.parametrize(
    ("text", "offset", "word"),
    [
        ("Castro’s visit", 2, "Castro’s"),
        ("a well-known man", 6, "well-known"),
        ("It ended.", 4, "ended"),
        ("It ended.", 8, "."),
        ("two words", 3, " "),
        ("in 1,000 days", 4, "1,000"),
    ],
)
def test_a_word_has_its_apostrophes_and_hyphens(text: str, offset: int, word: str) -> None:
    assert text[slice(*word_at(text, offset))] == word


@given(st.text(st.sampled_from("ab \n"), max_size=30), st.integers(0, 30))
def test_words_are_stepped_to_their_ends_and_back_to_their_beginnings(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    on, back = next_word(text, offset, 1), next_word(text, offset, -1)
    assert back <= offset <= on
    assert len(text[offset:on].split()) <= 1
    assert len(text[back:offset].split()) <= 1
    assert text[back:offset].strip() or not text[:offset].strip()


@given(st.text(st.sampled_from("ab. \n\r\t\x1b\x0c"), max_size=60))
def test_clean_text_has_the_words_in_order_and_no_line_end_but_between_paragraphs(text: str) -> None:
    clean = clean_text(text)
    assert clean.split() == text.replace("\x1b", "␛").replace("\x0c", "␌").split() or "\x0c" in text
    assert "\n\n\n" not in clean
    assert clean.replace("\n\n", "").isprintable()
    assert clean_text(clean) == clean
