"""Copying in a real terminal: the very bytes that ask it to fill its clipboard."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Terminal

BARE = re.compile(rb"(?<!\x1b)\x1b\]52;c;([A-Za-z0-9+/=]+)\x07")
IN_TMUX = re.compile(rb"\x1bPtmux;\x1b\x1b\]52;c;([A-Za-z0-9+/=]+)\x07\x1b\\")
IN_SCREEN = re.compile(rb"\x1bP\x1b\]52;c;([A-Za-z0-9+/=]+)")


@pytest.mark.parametrize(
    ("environ", "sequence"),
    [({}, BARE), ({"TMUX": "/nowhere,1,0"}, IN_TMUX), ({"STY": "1.here"}, IN_SCREEN)],
)
def test_the_citation_reaches_the_terminal(
    terminal: Callable[..., Terminal], environ: dict[str, str], sequence: re.Pattern[bytes]
) -> None:
    program = terminal((120, 40), "--event", "cuba-recognises-prc", **environ)
    program.wait_for("of 7", "exact")
    program.press("y")
    program.wait_for("1  Citation")
    program.press("\r")
    program.wait_for("sent to the terminal")
    sent = sequence.search(program.raw)
    assert sent
    text = base64.b64decode(sent[1][: len(sent[1]) // 4 * 4]).decode("utf-8", "ignore")
    assert text.startswith("Center for a Free Cuba (attributed), “A long relationship")
    program.press("q")
    assert program.ends() == 0


def test_a_console_that_would_print_the_bytes_gets_none(
    terminal: Callable[..., Terminal], tmp_path: object
) -> None:
    program = terminal(
        (120, 40), "--event", "cuba-recognises-prc", TERM="linux", XDG_STATE_HOME=str(tmp_path)
    )
    program.wait_for("of 7", "exact")
    program.press("yy")
    program.wait_for("No clipboard was found", "copied.txt")
    assert b"]52;" not in program.raw
    program.press("q")
    assert program.ends() == 0
