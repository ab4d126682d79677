"""The app for a screen reader: words in place of drawings, and no more sent than has changed."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from driver import Driver, driven
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from explorer.dates import parse
from explorer.loading import shipped_dataset
from explorer.opening import open_store
from explorer.relations import Pair
from explorer.tui.dataset_reader import DatasetReader
from explorer.tui.screen_reader.app import ScreenReaderApp
from explorer.tui.screen_reader.only_words import OnlyWords
from explorer.tui.screen_reader.output import changed_pieces
from explorer.tui.screen_reader.words import event_in_words, spoken_date, spoken_keys, tones_in_words

Opened = Callable[..., AbstractAsyncContextManager[Driver]]
SIZES = [(120, 40), (80, 24), (40, 15)]


@pytest.fixture
def opened() -> Opened:
    @asynccontextmanager
    async def open_(
        size: tuple[int, int] = (80, 24), path: Path | None = None, event: str | None = None
    ) -> AsyncIterator[Driver]:
        reader = DatasetReader(path or shipped_dataset())
        app = ScreenReaderApp(reader, theme="detente-dark", event=event)
        async with driven(app, size) as driver:
            yield driver

    return open_


def line_of_cursor(driver: Driver) -> str:
    return driver.text.splitlines()[driver.app.cursor_position.y]


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("1960-09-28", "28 September 1960"),
        ("1957~", "about 1957"),
        ("1957?", "1957 (uncertain)"),
        ("1960/1964", "1960 to 1964"),
        ("2024-06-05/2024-06-09", "5 to 9 June 2024"),
        ("1989/..", "since 1989"),
        ("/1960", "unknown to 1960"),
        ("1960/", "1960 to unknown"),
        ("1956~/1964~", "about 1956 to about 1964"),
        ("196X", "1960s"),
    ],
)
def test_a_date_is_said_without_signs(edtf: str, said: str) -> None:
    assert spoken_date(parse(edtf)) == said


@given(st.dates(), st.dates(), st.sampled_from(["", "~", "?", "%"]))
def test_no_sign_is_left_in_an_interval(first: object, last: object, flag: str) -> None:
    start, end = sorted((str(first), str(last)))
    said = spoken_date(parse(f"{start}{flag}/{end}{flag}"))
    assert not set("?–~…").intersection(said)
    assert " to " in said or start == end


def test_an_event_is_said_with_its_date_first_and_then_what_is_to_be_known() -> None:
    store = open_store(shipped_dataset())
    number = store.number_of("cuba-recognises-prc")
    assert number is not None
    date, title, rest = event_in_words(store, number)
    assert (date, title) == ("28 September 1960", "Cuba recognises the People's Republic of China")
    assert rest.startswith("one source is more exact about the date than another, 2 sources")


def test_the_tones_of_a_relation_by_decades_count_every_dated_event() -> None:
    pair = Pair(open_store(shipped_dataset()), "CUB", "CHN")
    said = tones_in_words(pair)
    assert said.startswith("Mean tone: 1960s: +1.8, ")
    counts = [int(part.split()[0]) for part in said.split(", ")[1:]]
    assert sum(counts) == len(pair.shared)


def test_keys_are_said_in_words() -> None:
    assert spoken_keys(("↑", "k")) == "up arrow, k"
    assert spoken_keys(("f2", "…", "f9")) == "f2 to f9"
    assert spoken_keys(()) == "no key"


# Four cells each: a wide character has two, a combining one none of its own.
TEXTS = st.sampled_from(["abcd", "abce", "xbcd", "a中d", "中国", "e\u0301bcd", "ab  "])
STRIPS = st.builds(
    lambda text, bold: Strip([Segment(text[:2], Style(bold=bold)), Segment(text[2:], Style())]),
    TEXTS,
    st.booleans(),
)
LINES = st.lists(STRIPS, min_size=3, max_size=3)


@given(LINES, LINES)
def test_the_pieces_that_are_sent_make_one_screen_of_the_other(
    before: list[Strip], after: list[Strip]
) -> None:
    shown = [_in_cells(strip) for strip in before]
    for column, row, strip in changed_pieces(before, after):
        shown[row][column : column + strip.cell_length] = _in_cells(strip)
    assert shown == [_in_cells(strip) for strip in after]


@given(LINES)
def test_what_is_shown_already_is_not_sent_again(lines: list[Strip]) -> None:
    assert list(changed_pieces(lines, [Strip(list(line)) for line in lines])) == []


def _in_cells(strip: Strip) -> list[tuple[str, Style | None]]:
    """What a terminal has in each cell."""
    cells: list[tuple[str, Style | None]] = []
    for text, style, _ in strip:
        for character in text:
            if cell_len(character):
                cells += [(character, style)] + [("", style)] * (cell_len(character) - 1)
            else:
                cells[-1] = (cells[-1][0] + character, cells[-1][1])
    return cells


@given(st.text())
def test_drawings_become_blanks_and_words_stay(text: str) -> None:
    (segment,) = OnlyWords().apply([Segment(text)], Color(0, 0, 0))
    assert len(segment.text) == len(text)
    assert "".join(c for c in segment.text if c.isalnum()) == "".join(c for c in text if c.isalnum())
    assert not [c for c in segment.text if "\u2500" <= c <= "\u25ff" or "\u2800" <= c <= "\u28ff"]


async def test_it_has_every_part_of_the_main_screen(opened: Opened) -> None:
    async with opened() as driver:
        screen = driver.screen
        parts = ("title_bar", "filter_line", "search_line", "countries", "timeline", "timeline_pane")
        parts += ("density", "source", "progress_line", "message_line", "key_bar")
        assert all(getattr(screen, part) is not None for part in parts)


@pytest.mark.parametrize("size", SIZES)
async def test_one_pane_at_a_time_fills_the_width(opened: Opened, size: tuple[int, int]) -> None:
    async with opened(size) as driver:
        for key, name, pane in (("1", "Countries, ", "countries"), ("tab", "Timeline", "timeline"),
                                ("tab", "Source 1 of ", "source")):  # fmt: skip
            await driver.press(key)
            assert driver.text.startswith(name)
            widths = [driver.screen.query_one(f"#{each}").region.width for each in ("countries", "timeline")]
            widths.append(driver.screen.source.view.region.width)
            assert [bool(width) for width in widths] == [
                pane == each for each in ("countries", "timeline", "source")
            ]
            assert max(widths) == size[0]
            strips = driver.app.screen._compositor.render_strips()
            assert [strip.cell_length for strip in strips] == [size[0]] * size[1]


async def test_a_digit_chooses_the_country_of_that_number_and_elsewhere_goes_to_a_pane(
    opened: Opened,
) -> None:
    async with opened() as driver:
        await driver.press("1", "3")
        assert driver.screen.filters.countries == ("CHN",)
        assert line_of_cursor(driver).startswith("3 China, chosen, ")
        assert "30 of 71 events." in driver.text
        await driver.press("4")
        assert driver.screen.filters.countries == ("CHN", "SUN")
        assert driver.text.startswith("Countries, 13: ")
        assert "China and Soviet Union" in driver.text.splitlines()[0]
        await driver.press("tab", "3")
        assert driver.text.startswith("Source 1 of")


async def test_what_lanes_show_is_said_with_each_event(opened: Opened) -> None:
    async with opened(event="cuba-recognises-prc") as driver:
        await driver.press("v")
        assert line_of_cursor(driver).startswith("28 September 1960, Cuba and China: Cuba recognises")
        assert driver.text.startswith("Timeline by year, with countries: ")
        assert "The countries of each event are said before its title." in driver.text
        await driver.press("v")
        assert line_of_cursor(driver).startswith("28 September 1960: Cuba recognises")
        assert driver.text.startswith("Timeline by year: ")


async def test_the_keys_say_that_the_source_is_searched_where_it_is(opened: Opened) -> None:
    async with opened() as driver:
        for keys, said in (("3", "/ find"), ("slash", "/ find"), ("escape", "/ find"), ("2", "/ search")):
            await driver.press(keys)
            assert f"Keys: ? help, tab next pane, {said}, " in driver.text


async def test_a_click_on_the_words_that_name_keys_presses_none_of_them(opened: Opened) -> None:
    async with opened() as driver:
        focused, bar = driver.app.focused, driver.screen.key_bar.region
        for column in range(1, 60, 2):
            await driver.pilot.click(offset=(column, bar.y))
        await driver.settle()
        assert driver.text.splitlines()[bar.y].startswith("Keys: ")
        assert driver.app.focused is focused


async def test_it_says_when_the_reader_comes_out_of_the_passage(opened: Opened) -> None:
    async with opened(event="cuba-recognises-prc") as driver:
        await driver.press("enter")
        row = driver.screen.source.view.cursor
        assert "The passage." in driver.text
        await driver.press("g")
        assert "Not cited." in driver.text
        await driver.press(*["down"] * (row or 0))
        assert "The passage." in driver.text


async def test_it_names_another_event_of_the_same_words(opened: Opened) -> None:
    async with opened(event="sino-soviet-split") as driver:
        await driver.press("enter", "down")
        said = "The passage, cited for 1 other event: Khrushchev denounces Stalin's crimes."
        assert said in " ".join(driver.text.split())


async def test_a_message_stands_until_there_is_another_and_moves_nothing(opened: Opened) -> None:
    async with opened() as driver:
        region = driver.screen.timeline.region
        await driver.press("o")
        await driver.press("m", "escape")
        await driver.press("backspace")
        assert "No filter is set." in driver.text
        assert driver.screen.timeline.region == region
        driver.screen.message_line.show("it went wrong", error=True)
        await driver.settle()
        assert "Error: it went wrong" in driver.text


async def test_a_relation_is_told_in_words(opened: Opened) -> None:
    async with opened() as driver:
        await driver.press("1", "1", "3", "r")
        assert driver.text.startswith("Cuba and China, ")
        lines = [line.split(": ")[0] for line in driver.text.splitlines()]
        assert lines[2].strip() == "Mean tone"
        assert "␊" not in driver.text
        assert line_of_cursor(driver)[:1].isalnum()
        keys = driver.text.splitlines()[-1].rstrip()
        assert keys == "Keys: enter event, s status, escape close, ? help"
        await driver.press("s", "down")
        assert "since" in line_of_cursor(driver)


async def test_all_relations_are_a_list_that_begins_with_the_busiest_pair(opened: Opened) -> None:
    async with opened() as driver:
        await driver.press("r")
        assert driver.text.startswith("Relations, 78 pairs of countries")
        shared = re.findall(r", ([0-9]+|no) shared event", driver.text)
        counts = [0 if count == "no" else int(count) for count in shared]
        assert counts == sorted(counts, reverse=True)
        assert driver.text.splitlines()[-1].rstrip() == "Keys: enter relation, escape close, ? help"
        await driver.press("enter")
        assert driver.text.startswith("Cuba and ")


async def test_a_number_and_enter_take_a_command_and_a_word_finds_one(opened: Opened) -> None:
    async with opened() as driver:
        await driver.press("ctrl+p", "2")
        assert driver.app.screen.choice_list.cursor == 1
        assert len(driver.app.screen.choice_list.rows) > 20
        await driver.press("escape", "ctrl+p")
        await driver.type("problems")
        await driver.press("enter")
        await driver.until(lambda: type(driver.app.screen).__name__ == "ProblemsScreen")


async def test_the_help_names_keys_in_words_and_explains_no_sign(opened: Opened) -> None:
    async with opened((80, 24)) as driver:
        await driver.press("question_mark")
        await driver.type("row")
        assert "down arrow, j: One row down." in driver.text
        await driver.press("down", "down")
        assert line_of_cursor(driver).startswith("left arrow, h")
        await driver.press("backspace", "backspace", "backspace")
        await driver.type("margin")
        assert "Nothing here holds" in driver.text


def test_the_usual_app_does_not_import_it() -> None:
    program = "import sys, explorer.tui.app, explorer.tui.screens.explorer, explorer.tui.screens.help, "
    program += "explorer.tui.screens.disagreement; print([m for m in sys.modules if 'screen_reader' in m])"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
