"""Finding and selecting in a document, with a terminal's own keys and its own mouse."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Terminal

COPIED = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07")


def place_of(program: Terminal, word: str) -> tuple[int, int]:
    """The column and row of a word, from 1, as a terminal tells where the mouse is."""
    rows = [(row, line) for row, line in enumerate(program.screen.display) if word in line]
    row, line = rows[-1]
    return line.index(word) + 1, row + 1


def mouse(button: int, column: int, row: int, *, released: bool = False) -> str:
    """A report of the mouse in xterm's SGR form (ctlseqs, Mouse Tracking)."""
    return f"\x1b[<{button};{column};{row}{'m' if released else 'M'}"


def test_words_are_found_dragged_over_and_copied(terminal: Callable[..., Terminal]) -> None:
    program = terminal((80, 24), "--event", "cuba-recognises-prc")
    program.wait_for("names no day")
    program.press("3")
    program.wait_for("/ find")
    program.press("/people's republic")
    program.wait_for(" 1 of 1")
    program.press("\r")
    program.wait_for("s search")
    column, row = place_of(program, "September 1960")
    program.press(mouse(0, column, row) + mouse(32, column + 4, row) + mouse(32, column + 13, row))
    program.press(mouse(0, column + 13, row, released=True))
    program.wait_for("14 characters selected")
    program.press("y")
    program.wait_until(lambda: bool(COPIED.search(program.raw)), "what is copied")
    assert b64decode(COPIED.findall(program.raw)[-1]) == b"September 1960"
    program.wait_for("sent to the terminal")
