"""`/` in the source finds in the document, as one types, whatever the search of the events is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from driver import MEDIUM, NARROW, WIDE

from explorer.tui.widgets.find_line import FindInput
from explorer.tui.widgets.run_lines import RunLines

if TYPE_CHECKING:
    from driver import Driver, Open

HEAD = """
title: Two documents
version: 1
countries: [{id: CUB, name: Cuba}, {id: CHN, name: China}]
documents:
  - {id: paper, title: A paper, file: paper.txt}
  - {id: letter, title: A letter, text: Raúl Castro wrote it.}
events:
  - id: one
    date: 1960-09-28
    countries: [CUB, CHN]
    type: recognition
    title: Cuba recognises China
    sources: [{document: paper, quote: Havana recognised Peking}, {document: letter, quote: wrote it}]
"""
PARAGRAPHS = [
    "Raúl Castro spoke first.",
    "Then nobody spoke of it for a long while, though everybody knew.",
    "Havana recognised Peking in September. Castro said so (C++ is no word of his).",
    *("Nothing is told of this year either, as of so many others that went by." for _ in range(40)),
    "The\r\nPeople’s    Republic thanked RAUL CASTRO.",
    "It was over.",
]


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    (tmp_path / "paper.txt").write_text("\n\n".join(PARAGRAPHS), "utf-8", newline="")
    (tmp_path / "dataset.yaml").write_text(HEAD, "utf-8")
    return tmp_path


async def find(driver: Driver, text: str) -> None:
    await driver.press("3", "slash")
    await driver.type(text)


def told(driver: Driver) -> str:
    line = driver.screen.source._find_line
    assert line is not None
    return line.count.told if line.display else ""


def current(driver: Driver) -> str:
    view = driver.screen.source.view
    return "" if view._current is None else view._text[slice(*view._current)]


def styles(driver: Driver, words: str) -> set[str]:
    """The component classes in which some words are drawn in the rows of the document."""
    view = driver.screen.source.view
    runs = [run for number in range(view.row_count()) for run in view.row(number, 40)]
    return {run.style for run in runs if run.text == words}


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_what_is_typed_is_found_at_each_letter_and_counted(
    open_app: Open, dataset: Path, size: tuple[int, int]
) -> None:
    async with open_app(size, dataset) as driver:
        await find(driver, "cast")
        assert current(driver) == "Cast"
        assert told(driver) == "2 of 3"
        await driver.type("ro sa")
        assert current(driver) == "Castro sa"
        assert told(driver) == "1 of 1"
        last = driver.text.splitlines()
        assert any(re.search(r"find castro sa +1 of 1 │", line) for line in last)
        view = driver.screen.source.view
        assert view.scroll_offset.y <= view.cursor < view.scroll_offset.y + view.size.height


async def test_enter_keeps_the_places_and_n_goes_through_them_round_and_round(
    open_app: Open, dataset: Path
) -> None:
    async with open_app(WIDE, dataset) as driver:
        await find(driver, "raul castro")
        assert told(driver) == "2 of 2"
        assert current(driver) == "RAUL CASTRO"
        await driver.press("enter")
        assert driver.app.focused.id == "source"
        await driver.press("n")
        assert told(driver) == "1 of 2, from top"
        assert current(driver) == "Raúl Castro"
        await driver.press("N")
        assert told(driver) == "2 of 2, from end"
        await driver.press("N")
        assert told(driver) == "1 of 2"


async def test_the_place_one_is_at_is_told_from_the_others_without_colour(
    open_app: Open, dataset: Path
) -> None:
    async with open_app(WIDE, dataset) as driver:
        await find(driver, "castro")
        assert styles(driver, "Castro") == {"row--mark", "document--found"}
        view = driver.screen.source.view
        here, others = (view.get_component_rich_style(name) for name in ("document--found", "row--mark"))
        assert here.reverse
        assert not others.reverse
        assert others.bold


async def test_escape_goes_back_to_where_one_was_reading(open_app: Open, dataset: Path) -> None:
    async with open_app(WIDE, dataset) as driver:
        await driver.press("3", *"jjjj")
        view = driver.screen.source.view
        before = view.place
        await driver.press("slash")
        await driver.type("thanked")
        assert view.place != before
        await driver.press("escape")
        assert view.place == before
        assert driver.app.focused is view
        assert "find" not in driver.text.splitlines()[-3]
        assert not styles(driver, "thanked")


async def test_escape_in_the_document_drops_what_was_found_and_then_goes_back(
    open_app: Open, dataset: Path
) -> None:
    async with open_app(WIDE, dataset) as driver:
        await find(driver, "castro")
        await driver.press("enter", "n", "escape")
        assert driver.app.focused.id == "source"
        assert not styles(driver, "Castro")
        await driver.press("escape")
        assert driver.app.focused.id == "timeline"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("the people's republic", "The\r\nPeople’s    Republic"),
        ("RAÚL  castro ", "RAUL CASTRO"),
        ("(c++", "(C++"),
        ("ecognis", "ecognis"),
        ("castro spoke", "Castro spoke"),
    ],
)
async def test_text_is_found_as_it_is_written_across_blanks_and_line_ends(
    open_app: Open, dataset: Path, typed: str, found: str
) -> None:
    async with open_app(WIDE, dataset) as driver:
        await find(driver, "x")
        driver.screen.source._find_line.input.value = typed
        await driver.settle()
        assert current(driver) == found


async def test_the_blank_line_between_paragraphs_parts_a_phrase(open_app: Open, dataset: Path) -> None:
    async with open_app(WIDE, dataset) as driver:
        await find(driver, "first.")
        assert told(driver) == "1 of 1, from top"
        await driver.type(" then")
        assert told(driver) == "not found"


async def test_where_nothing_is_found_that_is_said_and_the_marks_of_the_search_stay(
    open_app: Open, dataset: Path
) -> None:
    async with open_app(WIDE, dataset) as driver:
        await driver.press("slash")
        await driver.type("castro")
        await driver.press("enter", "slash")
        await driver.type("walrus")
        assert told(driver) == "not found"
        assert styles(driver, "Castro") == {"row--mark"}
        assert "not found │" in driver.text
        await driver.press("enter", "n")
        assert "of 3 marks of the search in this document" in driver.screen.message_line.message


async def test_n_follows_what_is_found_before_the_marks_of_the_search(open_app: Open, dataset: Path) -> None:
    async with open_app(WIDE, dataset) as driver:
        await driver.press("slash")
        await driver.type("castro")
        await driver.press("enter", "slash")
        await driver.type("nothing is")
        assert not styles(driver, "Castro")
        await driver.press("enter", "n")
        assert told(driver) == "2 of 40"
        assert not driver.screen.message_line.message
        await driver.press("escape", "n")
        assert "marks of the search" in driver.screen.message_line.message
        assert driver.screen.filters.query.text == "castro"


async def test_what_is_kept_is_marked_in_the_next_document_too(open_app: Open, dataset: Path) -> None:
    async with open_app(WIDE, dataset) as driver:
        await find(driver, "castro")
        await driver.press("enter", "right_square_bracket")
        assert told(driver) == "1 here"
        assert styles(driver, "Castro") == {"row--mark"}
        await driver.press("n")
        assert told(driver) == "1 of 1, from top"


async def test_down_and_up_step_while_one_types(open_app: Open, dataset: Path) -> None:
    async with open_app(WIDE, dataset) as driver:
        await find(driver, "castro")
        await driver.press("down")
        assert told(driver) == "3 of 3"
        await driver.press("up", "up")
        assert told(driver) == "1 of 3"
        assert isinstance(driver.app.focused, FindInput)


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_the_events_can_be_searched_from_the_document(
    open_app: Open, dataset: Path, size: tuple[int, int]
) -> None:
    async with open_app(size, dataset) as driver:
        await driver.press("3", "s")
        assert driver.app.focused.id == "search-line"


async def test_the_bar_and_the_search_line_show_the_keys_that_hold_in_the_document(
    open_app: Open, dataset: Path
) -> None:
    async with open_app(WIDE, dataset) as driver:
        await driver.press("3")
        assert "/ find  s search" in driver.text.splitlines()[-1]
        assert "s search" in driver.text.splitlines()[0]
        await driver.press("slash")
        assert "enter keep  ↓ next  escape cancel" in driver.text.splitlines()[-1]
        await driver.press("escape", "2")
        assert "/ search" in driver.text.splitlines()[0]


async def test_letters_typed_faster_than_the_line_opens_belong_to_it(open_app: Open, dataset: Path) -> None:
    from textual import events

    async with open_app(WIDE, dataset) as driver:
        await driver.press("3")
        for key, letter in [("slash", "/"), ("q", "q"), ("n", "n"), ("y", "y")]:
            driver.app.post_message(events.Key(key, letter))
        await driver.settle()
        assert driver.screen.source._find_line.input.value == "qny"


async def test_a_pasted_passage_is_found_whatever_its_lines(open_app: Open, dataset: Path) -> None:
    from textual import events

    async with open_app(WIDE, dataset) as driver:
        await driver.press("3", "slash")
        driver.app.post_message(events.Paste("Havana\n   recognised\x1b\nPeking"))
        await driver.settle()
        assert "\x1b" not in driver.screen.source._find_line.input.value
        driver.app.post_message(events.Paste("nothing of this"))
        await driver.press("escape", "slash")
        driver.app.post_message(events.Paste("Havana\n   recognised\nPeking"))
        await driver.settle()
        assert current(driver) == "Havana recognised Peking"


async def test_without_a_document_the_key_searches_the_events(open_app: Open, dataset: Path) -> None:
    async with open_app(WIDE, dataset) as driver:
        await driver.press("slash")
        await driver.type("zzz")
        await driver.press("tab", "3", "slash")
        assert driver.app.focused.id == "search-line"


async def test_a_step_draws_few_lines_and_lays_nothing_out(
    open_app: Open, dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(WIDE, dataset) as driver:
        await find(driver, "castro")
        await driver.press("enter", "n", "n")
        drawn: list[Any] = []
        strip = RunLines.strip

        def counted(self: RunLines, *arguments: Any) -> Any:
            drawn.append(arguments)
            return strip(self, *arguments)

        monkeypatch.setattr(RunLines, "strip", counted)
        await driver.press("n")
        assert told(driver) == "2 of 3"
        assert 0 < len(drawn) <= 4


async def test_where_nothing_is_found_in_fewer_rows_the_cursor_stays_in_sight(
    open_app: Open, dataset: Path
) -> None:
    async with open_app(WIDE, dataset) as driver:
        await driver.press("3")
        view = driver.screen.source.view
        await driver.press(*["j"] * 4 * view.size.height)
        await find(driver, "walrus")
        await driver.pilot.resize_terminal(*MEDIUM)
        await driver.type("es")
        assert told(driver) == "not found"
        assert view.cursor in range(view.top, view.top + view.scrollable_content_region.height)
