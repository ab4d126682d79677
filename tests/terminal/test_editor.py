"""The user's editor in a real terminal: it has it for itself, and the program has it again afterwards."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from two_rivers import TWO_RIVERS

if TYPE_CHECKING:
    from conftest import Terminal

# Says what it finds and what it is given, takes a line, and leaves the terminal as raw as can be.
EDITOR = """
import pathlib, sys, termios, tty
echoes = bool(termios.tcgetattr(0)[3] & termios.ECHO)
print("EDITING", *sys.argv[1:-1], "echo" if echoes else "no echo", flush=True)
try:
    line = input()
except KeyboardInterrupt:
    line = "interrupted"
file = pathlib.Path(sys.argv[-1])
file.write_text(file.read_text().replace("second", line))
tty.setraw(0)
sys.exit(int(line == "interrupted"))
"""
SWITCH = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
ALTERNATE_SCREEN, MOUSE, PASTE = b"1049", b"1000", b"2004"


def modes_on(raw: bytes) -> set[bytes]:
    on: set[bytes] = set()
    for numbers, switch in SWITCH.findall(raw):
        (on.update if switch == b"h" else on.difference_update)(numbers.split(b";"))
    return on & {ALTERNATE_SCREEN, MOUSE, PASTE}


def cursor_on(program: Terminal, date: str) -> bool:
    return f"▌{date}" in program.text


@pytest.fixture
def program(terminal: Callable[..., Terminal], tmp_path: Path) -> Terminal:
    dataset, editor = tmp_path / "two rivers.yaml", tmp_path / "an editor.py"
    dataset.write_text(TWO_RIVERS, encoding="utf-8")
    editor.write_text(EDITOR, encoding="utf-8")
    opened = terminal(
        (120, 40),
        str(dataset),
        VISUAL=f"{sys.executable} '{editor}'",
        XDG_CACHE_HOME=str(tmp_path / "cache"),
    )
    opened.wait_for("A second visit", "3 of 3 events")
    opened.wait_until(lambda: cursor_on(opened, "1960"), "cursor on the first event")
    opened.press("j")
    opened.wait_until(lambda: cursor_on(opened, "1961"), "cursor on the second event")
    return opened


def test_an_editor_has_the_terminal_and_gives_it_back(program: Terminal) -> None:
    on = modes_on(program.raw)
    raw_modes = program.modes
    program.press("e")
    program.wait_for("EDITING +9 echo")
    assert modes_on(program.raw) == set()
    assert program.modes[:4] == program.modes_before[:4]
    program.press("mended\r")
    program.wait_for("A mended visit", "Timeline", "enter source")
    assert "EDITING" not in program.text
    assert modes_on(program.raw) == on
    assert program.modes[:4] == raw_modes[:4]
    program.press("q")
    assert program.ends() == 0
    assert modes_on(program.raw) == set()
    assert program.modes[:4] == program.modes_before[:4]


def test_an_interrupt_is_the_editors(program: Terminal) -> None:
    program.press("e")
    program.wait_for("EDITING +9 echo")
    program.press("\x03")
    program.wait_for("A interrupted visit", "ended with status 1.")
    program.press("k")
    program.wait_for("3 of 3 events")
    assert program.process.poll() is None
    program.press("\x03")
    assert program.ends() == 130
    assert program.modes[:4] == program.modes_before[:4]
