"""The installed program in a real terminal: open, search, jump, quit, and leave the terminal as it was."""

from __future__ import annotations

import json
import os
import re
import signal
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Terminal

SIZES = [(120, 40), (80, 24), (40, 15)]
MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
# Alternate screen, mouse (four kinds), focus reports, bracketed paste; 25 is the cursor, which must be on.
OFF_AT_THE_END = {1049, 1000, 1002, 1003, 1006, 1015, 1004, 2004}


def modes_left(raw: bytes) -> set[int]:
    """The private modes that are on after these bytes."""
    on: set[int] = set()
    for numbers, switch in MODE.findall(raw):
        for number in numbers.split(b";"):
            (on.add if switch == b"h" else on.discard)(int(number))
    return on


def assert_restored(terminal: Terminal) -> None:
    left = modes_left(terminal.raw)
    assert not left & OFF_AT_THE_END
    assert 25 in left, "the cursor is still hidden"
    assert terminal.raw.count(b"\x1b[<u") >= 1, "kitty's key reports are still on"
    assert terminal.modes[:4] == terminal.modes_before[:4]


@pytest.mark.parametrize("size", SIZES)
def test_open_search_jump_back_quit(terminal: Callable[..., Terminal], size: tuple[int, int]) -> None:
    program = terminal(size)
    program.wait_for("of 7")
    program.press("/")
    program.press("guevara")
    program.wait_for("guevara", "Guevara")
    program.press("\r")
    program.wait_for("Source 1/", "exact", "▐", "enter other event")
    program.press("\x1b")
    # The key bar of the timeline: escape has been understood, and is not taken for the beginning of alt+q.
    program.wait_for("enter source")
    program.press("q")
    assert program.ends() == 0
    assert_restored(program)
    assert "Traceback" not in program.text


def test_the_passage_is_drawn_in_other_colours_than_its_context(terminal: Callable[..., Terminal]) -> None:
    program = terminal((120, 40))
    program.wait_for("of 7")
    program.press("/guevara\r")
    program.wait_for("▐", "enter other event")
    rows = [row for row, text in enumerate(program.screen.display) if "▐" in text]
    column = program.screen.display[rows[0]].index("▐")
    margin = program.screen.buffer[rows[0]][column].bg
    in_passage = "".join(
        program.screen.buffer[row][x].data
        for row in rows
        for x in range(column, 118)
        if program.screen.buffer[row][x].bg != margin
    )
    assert "Guevara" in in_passage


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_leaves_the_terminal_as_it_was(
    terminal: Callable[..., Terminal], number: signal.Signals
) -> None:
    program = terminal((80, 24))
    program.wait_for("of 7")
    os.kill(program.process.pid, number)
    assert program.ends() == 128 + number
    assert_restored(program)


def test_a_closed_terminal_ends_the_program(terminal: Callable[..., Terminal]) -> None:
    program = terminal((80, 24))
    program.wait_for("of 7")
    program.hang_up()
    assert program.process.wait(20) in (129, -signal.SIGHUP)


def test_ten_thousand_keys_at_once_are_all_understood_and_so_is_as_long_a_paste(
    terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    typed = "cuba " * 1_950 + "visit"
    pasted = "cuba " * 1_998 + "agreement"
    program = terminal((80, 24), XDG_STATE_HOME=str(tmp_path))
    program.wait_for("of 7")
    moves = "j" * 120 + "k" * 120
    program.pour(f"{moves}/{typed}\tG")
    assert len(moves + typed) > 9_990
    program.wait_for("11 of 71 events", "▌    5–9 Jun 2024", "enter source")
    program.pour(f"\x18/\x1b[200~{pasted}\x1b[201~\t")
    program.wait_for("2 of 71 events", "enter source")
    program.press("q")
    assert program.ends() == 0
    (kept,) = json.loads((tmp_path / "detente" / "searches.json").read_text())["datasets"].values()
    assert kept == [typed, pasted]


def test_config_and_state_of_a_later_version_are_told_and_stay_as_they_are(
    terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    config, state = tmp_path / "config" / "detente", tmp_path / "state" / "detente"
    written = {
        config / "config.yaml": "telepathy: true\ncompact: true\nkeys: {think: t}\n",
        state / "sessions.json": '{"version": 9}',
        state / "bookmarks.json": "[",
    }
    for path, text in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    program = terminal((120, 40), XDG_STATE_HOME=str(state.parent))
    program.wait_for(
        "of 7", 'config.yaml:1: there is no setting "telepathy"', "(1 more: `detente config check`)"
    )
    program.press("'")
    program.wait_for("No bookmark")
    program.press("\x1b")
    program.wait_until(lambda: "No bookmark" not in program.text, "dialog gone")
    program.press("/guevara\r")
    program.wait_for("enter other event")
    program.press("q")
    assert program.ends() == 0
    assert "Traceback" not in program.text
    assert written[config / "config.yaml"] == (config / "config.yaml").read_text(encoding="utf-8")
    assert written[state / "sessions.json"] == (state / "sessions.json").read_text(encoding="utf-8")
    assert (state / "bookmarks.broken.json").read_text(encoding="utf-8") == "["


def test_a_fault_leaves_the_terminal_as_it_was_and_says_so(
    terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    fault = "import explorer.tui.widgets.timeline as t\nt.Timeline.action_year = lambda self, step: 1 / 0\n"
    (tmp_path / "sitecustomize.py").write_text(fault, encoding="utf-8")
    program = terminal((80, 24), PYTHONPATH=str(tmp_path))
    program.wait_for("of 7")
    program.press("}")
    assert program.ends() == 1
    assert_restored(program)
    assert b"ZeroDivisionError" in program.raw


def test_a_dataset_that_cannot_be_read_is_a_sentence_on_a_restored_screen(
    terminal: Callable[..., Terminal],
) -> None:
    program = terminal((80, 24), "/nowhere/at/all")
    assert program.ends() == 2
    assert "Traceback" not in program.text
    assert "/nowhere/at/all" in program.text


@pytest.mark.parametrize(
    "environ",
    [{"NO_COLOR": "1"}, {"TERM": "xterm-16color", "COLORTERM": ""}, {"COLORFGBG": "0;15"}, {"NO_COLOR": ""}],
)
def test_any_terminal_shows_the_passage(terminal: Callable[..., Terminal], environ: dict[str, str]) -> None:
    program = terminal((80, 24), **environ)
    program.wait_for("of 7")
    program.press("/guevara\r")
    program.wait_for("exact", "▐", "enter other event")
    program.press("q")
    assert program.ends() == 0


def test_a_c_locale_gets_ascii_only(terminal: Callable[..., Terminal]) -> None:
    program = terminal((120, 40), LANG="C", LC_ALL="C")
    program.wait_for("of 7")
    program.press("/guevara\r")
    program.wait_for("exact", "enter other event")
    program.press("q")
    assert program.ends() == 0
    assert program.raw.isascii()


def test_a_key_that_moves_the_cursor_alone_sends_little(terminal: Callable[..., Terminal]) -> None:
    program = terminal((120, 40))
    program.wait_for("of 7")
    program.press("1")
    program.read(0.5)
    sent = []
    for _ in range(5):
        program.press("j")
        sent.append(len(program.read(0.3)))
    assert max(sent) <= 1024, sent
    assert min(sent) > 0


def test_the_terminal_cursor_stands_on_the_selected_row(terminal: Callable[..., Terminal]) -> None:
    program = terminal((120, 40))
    program.wait_for("of 7")
    program.read(0.3)
    for _ in range(4):
        program.press("j")
        program.read(0.3)
        row = next(line for line, text in enumerate(program.screen.display) if "▌" in text)
        assert program.screen.cursor.y == row


def test_only_the_first_start_tells_the_keys_in_a_line(
    terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    told = "/ searches, enter goes to the passage that says so, ? shows all keys."
    program = terminal((80, 24), XDG_STATE_HOME=str(tmp_path / "mine"))
    program.wait_for("of 7", told)
    program.press("jq")
    assert program.ends() == 0
    program = terminal((80, 24), XDG_STATE_HOME=str(tmp_path / "mine"))
    program.wait_for("of 7", "exact")
    program.read(0.3)
    assert told not in program.text
