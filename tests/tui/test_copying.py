"""`y`: the menu of what can be taken along, and what is said once it is copied."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual import events

from explorer.loading import load
from explorer.opening import open_store
from explorer.tui import clipboard, copying
from explorer.tui.copying import Told
from explorer.tui.screens.copy_menu import CopyMenu
from explorer.tui.takeaways import Takeaway, command, takeaways

Open = Callable[..., Any]

DATASET = """
title: Two
version: 1
countries: [{id: CUB, name: Cuba}, {id: CHN, name: China}]
documents: [{id: paper, title: A paper, date: 1960, text: Havana recognised Peking. It was told.}]
events:
  - id: one
    date: 1960-09-28
    countries: [CUB, CHN]
    type: recognition
    title: Cuba recognises China
    sources: [{document: paper, quote: Havana recognised Peking}, {document: paper, quote: It was told}]
  - {id: bare, date: 1961, countries: [CUB], type: visit, title: Nobody says so}
"""
NAMES = ["Citation", "Quote with citation", "Event as YAML", "Event as JSON", "Command that reopens it"]


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    path = tmp_path / "two of them.yaml"
    path.write_text(DATASET, "utf-8")
    return path


def test_an_event_offers_its_citation_quote_records_and_command(dataset: Path) -> None:
    store = open_store(dataset)
    offered = {each.name: each.text for each in takeaways(store, 0, 1)}
    assert list(offered) == NAMES
    assert offered["Citation"] == "“A paper,” 1960."
    assert offered["Quote with citation"] == "“It was told”\n“A paper,” 1960."
    assert json.loads(offered["Event as JSON"])["id"] == "one"


def test_the_yaml_is_an_event_that_the_loader_reads(dataset: Path, tmp_path: Path) -> None:
    text = {each.name: each.text for each in takeaways(open_store(dataset), 0, 0)}["Event as YAML"]
    folder = tmp_path / "again"
    folder.mkdir()
    head = "\n".join(DATASET.splitlines()[:5])
    (folder / "dataset.yaml").write_text(head, "utf-8")
    (folder / "event.yaml").write_text(text, "utf-8")
    again = load(folder)
    assert not again.problems
    assert [event.id for event in again.events] == ["one"]


def test_the_command_opens_the_event_from_any_folder(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(dataset.parent)
    words = shlex.split(command(open_store(Path(dataset.name)), "one"))
    assert words == ["detente", str(dataset), "--event", "one"]


def test_an_event_without_a_source_offers_what_it_has(dataset: Path) -> None:
    assert [each.name for each in takeaways(open_store(dataset), 1, 0)] == NAMES[2:]


def test_what_was_copied_is_told_with_its_length_and_the_ways(taken: list[str]) -> None:
    told = copying.copy(Takeaway("Citation", "x" * 1234), lambda _: None, {})
    assert told == Told("Citation: 1,234 characters sent to the terminal.")
    assert taken == ["x" * 1234]


def test_without_a_clipboard_the_text_is_kept_in_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(clipboard, "programs", lambda *_: [])
    told = copying.copy(Takeaway("Citation", "Díaz"), lambda _: None, {"TERM": "linux"})
    kept = tmp_path / "detente" / "copied.txt"
    assert told == Told(f"No clipboard was found; Citation: 4 characters are in {kept}", is_error=True)
    assert kept.read_text("utf-8") == "Díaz"
    assert kept.stat().st_mode & 0o077 == 0


def test_without_a_clipboard_and_a_folder_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "detente").write_text("a file in the way")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(clipboard, "programs", lambda *_: [])
    told = copying.copy(Takeaway("Citation", "Díaz"), lambda _: None, {"TERM": "linux"})
    assert told.is_error
    assert "not copied" in told.sentence


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15), (30, 8)])
async def test_y_offers_what_there_is_and_enter_copies_it(
    open_app: Open, taken: list[str], size: tuple[int, int]
) -> None:
    async with open_app(size, event="cuba-recognises-prc") as driver:
        await driver.press("y")
        assert isinstance(driver.app.screen, CopyMenu)
        assert "1  Citation" in driver.text
        assert "5  Command" in driver.text
        await driver.press("enter")
        await driver.until(lambda: "sent to the terminal" in " ".join(driver.text.split()))
        assert taken[0].startswith("Center for a Free Cuba (attributed), “A long relationship")
        assert driver.app.screen is driver.screen


async def test_the_cursor_shows_what_would_be_copied(open_app: Open, taken: list[str]) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        await driver.press("y", "j")
        assert "▌ 2  Quote with citation" in driver.text
        assert "“Cuba gave diplomatic recognition" in driver.text
        await driver.press("up", "up", "G")
        assert "--event cuba-recognises-prc" in " ".join(driver.text.split())
        await driver.press("g", "enter")
        await driver.until(lambda: bool(taken))
        assert taken[0].startswith("Center for a Free Cuba")


@pytest.mark.parametrize(
    ("key", "beginning"), [("2", "“Cuba gave"), ("3", "events:"), ("4", "{"), ("5", "detente ")]
)
async def test_a_number_copies_at_once(open_app: Open, taken: list[str], key: str, beginning: str) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        await driver.press("y", key)
        await driver.until(lambda: bool(taken))
        assert taken[0].startswith(beginning)


async def test_y_twice_copies_the_citation_that_is_shown(open_app: Open, taken: list[str]) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        await driver.press("right_square_bracket", "y", "y")
        await driver.until(lambda: bool(taken))
        assert taken[0].startswith("Center for a Free Cuba, “Cuba and China")


async def test_a_click_copies(open_app: Open, taken: list[str]) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        await driver.press("y")
        lines = driver.text.splitlines()
        row = next(number for number, line in enumerate(lines) if "3  Event as YAML" in line)
        await driver.pilot.click(offset=(lines[row].index("Event"), row))
        await driver.until(lambda: bool(taken))
        assert taken[0].startswith("events:")


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_leaving_the_menu_copies_nothing(open_app: Open, taken: list[str], key: str) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        await driver.press("y", "9", key)
        assert driver.app.screen is driver.screen
        assert taken == []


async def test_without_an_event_there_is_nothing_to_copy(open_app: Open, taken: list[str]) -> None:
    async with open_app() as driver:
        await driver.press("slash")
        await driver.type("walrus")
        await driver.until(lambda: driver.screen.number is None)
        await driver.press("tab", "y")
        assert driver.app.screen is driver.screen
        assert "No event is shown." in driver.text


async def test_in_the_search_line_y_is_a_letter(open_app: Open) -> None:
    async with open_app() as driver:
        await driver.press("slash", "y")
        assert driver.screen.search_line.value == "y"


async def test_keys_typed_faster_than_the_menu_opens_belong_to_the_menu(
    open_app: Open, taken: list[str]
) -> None:
    async with open_app(event="cuba-recognises-prc") as driver:
        for _ in range(2):
            driver.app.post_message(events.Key("y", "y"))
        await driver.until(lambda: bool(taken))
        await driver.settle()
        assert len(driver.app.screen_stack) == 1
