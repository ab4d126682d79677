"""What a screen reader finds in a real terminal: words, one column, and the cursor on what is selected."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from explorer.loading import load, shipped_dataset

if TYPE_CHECKING:
    from conftest import Terminal

Opened = Callable[..., "Terminal"]
UP, DOWN, ENTER, ESCAPE, END = "\x1b[A", "\x1b[B", "\r", "\x1b", "\x1b[F"
WORDS = "LNPZM"


@pytest.fixture(scope="module")
def in_texts() -> set[str]:
    """The characters of the dataset, which are read as they are."""
    events = load(shipped_dataset())
    documents = "".join(document.text for document in events.documents.values())
    return {*documents, *"".join(event.title + event.summary for event in events.events)}


def drawn(program: Terminal, in_texts: set[str]) -> set[str]:
    """The characters on the screen that are no words: neither letters nor digits nor punctuation."""
    shown = {character for line in program.screen.display for character in line}
    return {
        character
        for character in shown - in_texts
        if not character.isascii() and unicodedata.category(character)[0] not in WORDS
    }


def at_cursor(program: Terminal) -> str:
    """The line that the terminal's cursor stands on; it must be seen."""
    assert not program.screen.cursor.hidden
    return program.screen.display[program.screen.cursor.y]


def after(program: Terminal, keys: str, line: str) -> str:
    """Press keys and wait until the cursor's line holds something."""
    program.press(keys)
    program.wait_until(
        lambda: not program.screen.cursor.hidden and line in at_cursor(program), f"cursor on {line}"
    )
    return at_cursor(program)


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
def test_the_cursor_goes_with_what_is_selected_and_nothing_is_drawn(
    terminal: Opened, size: tuple[int, int], in_texts: set[str]
) -> None:
    program = terminal(size, "--screen-reader")
    program.wait_for("Timeline", "71 of 71 events")
    steps = (
        ("", "since 20 May 1902: Mexico"),
        (DOWN, "20 November 1910: Revolution"),
        (DOWN, "1 December 1920"),
        (UP, "20 November 1910: Revolution"),
        ("1", "1 Cuba, 57 events"),
        (DOWN, "2 Mexico"),
        ("3", "3 China, chosen"),
        (ESCAPE, "China"),
    )
    for keys, line in steps:
        after(program, keys, line)
        assert drawn(program, in_texts) == set()
    program.press(END + ENTER)
    program.wait_for("Source 1 of")
    assert drawn(program, in_texts) == set()
    program.press("q")
    assert program.ends() == 0
    assert "Traceback" not in program.text


def test_dialogs_are_lists_of_numbered_lines(terminal: Opened, in_texts: set[str]) -> None:
    program = terminal((80, 24), "--screen-reader", "--event", "cuba-recognises-prc")
    program.wait_for("Timeline", "71 of 71 events")
    program.read(0.3)
    for opened, line, key, next_line in (
        ("y", "1  Citation", DOWN, "2  Quote"),
        ("?", "type to narrow", DOWN, "Timeline"),
        ("d", "editor 28 Sep 1960", DOWN, "source 1"),
        ("r", "Cuba and China, ", DOWN, "Cuba and"),
        ("\x10", "type to narrow", DOWN + DOWN, "3. "),
    ):
        after(program, opened, line)
        after(program, key, next_line)
        assert drawn(program, in_texts) == set()
        program.press(ESCAPE)
        program.wait_for("Timeline by year", "Keys: ")


def test_typing_is_answered_by_a_count_and_the_list_comes_when_it_is_asked_for(terminal: Opened) -> None:
    program = terminal((80, 24), "--screen-reader")
    program.wait_for("Timeline", "71 of 71 events")
    after(program, "/", "Search:")
    program.press("guevara")
    program.wait_for("Search: guevara", "3 of 71 events.")
    assert "1960: Guevara" not in program.text
    assert at_cursor(program).startswith("Search: guevara")
    after(program, "\t", "November 1960: Guevara")
    assert "matching ‘guevara’" in program.screen.display[0]


def test_a_key_that_moves_the_cursor_writes_no_line_again(terminal: Opened) -> None:
    program = terminal((80, 24), "--screen-reader")
    program.wait_for("Timeline", "71 of 71 events")
    program.read(0.5)
    for _ in range(3):
        program.press("j")
        assert b"19" not in program.read(0.3)


def test_the_cursor_is_seen_again_behind_another_program(terminal: Opened, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    editor.chmod(0o700)
    dataset = tmp_path / "mine"
    program = terminal((80, 24), "init", str(dataset))
    assert program.ends() == 0
    program = terminal((80, 24), "--screen-reader", str(dataset), VISUAL=str(editor))
    line = after(program, "", "Russia sells Alaska")
    program.press("e")
    program.read(1.0)
    assert at_cursor(program) == line


def test_the_config_file_asks_for_it_too(terminal: Opened, tmp_path: Path) -> None:
    folder = tmp_path / "config" / "detente"
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text("screen_reader: true\n", encoding="utf-8")
    program = terminal((80, 24))
    program.wait_for("Timeline by year: 71 of 71 events")
    program.press("q")
    assert program.ends() == 0
