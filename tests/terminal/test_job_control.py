"""Stopped and continued in a real terminal: by ctrl+z under a shell, from outside, and without a shell."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Terminal

Opened = Callable[..., "Terminal"]
SWITCH = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
# The alternate screen, the mouse, focus reports, and pasting in brackets.
TAKEN = {b"1049", b"1000", b"1003", b"1006", b"1015", b"1004", b"2004"}
CURSOR = b"25"
# How long something may take.
PATIENCE = 30.0
# A shell with job control: what stops comes back to it, and goes on when a line is typed.
SHELL = ("sh", "-mc", '"$0" "$@"; echo STOPPED; read line; fg; echo ENDED $?')


def switched_on(raw: bytes) -> set[bytes]:
    on: set[bytes] = set()
    for numbers, switch in SWITCH.findall(raw):
        (on.update if switch == b"h" else on.difference_update)(numbers.split(b";"))
    return on & {*TAKEN, CURSOR}


def is_stopped(program: Terminal) -> bool:
    return bool(os.waitid(os.P_PID, program.process.pid, os.WSTOPPED | os.WNOHANG | os.WNOWAIT))


def comes_to_the_shell(program: Terminal) -> None:
    program.press("\x1a")
    program.wait_for("STOPPED")
    assert switched_on(program.raw) == {CURSOR}
    assert program.modes[:4] == program.modes_before[:4]
    program.screen.reset()


def test_ctrl_z_gives_the_terminal_to_the_shell_and_fg_comes_back(terminal: Opened) -> None:
    program = terminal((120, 40), "--event", "cuba-recognises-prc", within=SHELL)
    program.wait_for("of 7", "recognises")
    program.press("m")
    program.wait_for("Name of the bookmark")
    raw_modes = program.modes
    comes_to_the_shell(program)
    program.press("on\n")
    # The same dialog, in a window of the same size.
    program.wait_for("Name of the bookmark", "Cuba recognises")
    program.wait_until(lambda: switched_on(program.raw) == TAKEN, "terminal taken again")
    assert program.modes[:4] == raw_modes[:4]
    program.press("\x11")
    program.wait_for("ENDED 0")
    assert switched_on(program.raw) == {CURSOR}
    assert program.modes[:4] == program.modes_before[:4]


def test_a_window_that_was_resized_meanwhile_is_filled_and_a_screen_reader_finds_its_line(
    terminal: Opened,
) -> None:
    program = terminal((120, 40), "--screen-reader", "--event", "cuba-recognises-prc", within=SHELL)
    program.wait_for("of 7", "Cuba recognises")
    comes_to_the_shell(program)
    program.resize(80, 24)
    program.press("on\n")
    program.wait_until(lambda: "Keys: " in program.screen.display[23], "line of keys at the bottom")
    screen = program.screen
    program.wait_until(lambda: "Cuba recognises" in screen.display[screen.cursor.y], "cursor on its line")
    assert switched_on(program.raw) == {*TAKEN, CURSOR}
    # The mouse is heard, and where it is.
    program.press("\x1b[<0;5;3M\x1b[<0;5;3m")
    program.wait_until(lambda: program.screen.cursor.y == 2, "cursor where it was clicked")


def test_where_no_shell_could_continue_it_it_goes_on_and_stopped_from_outside_it_comes_back(
    terminal: Opened,
) -> None:
    program = terminal((80, 24))
    program.wait_for("of 7")
    program.press("\x1a")
    program.wait_for("Not suspended", "enter source")
    program.wait_until(lambda: switched_on(program.raw) == TAKEN, "terminal taken again")
    os.kill(program.process.pid, signal.SIGSTOP)
    program.wait_until(lambda: is_stopped(program), "stop")
    program.screen.reset()
    os.kill(program.process.pid, signal.SIGCONT)
    program.wait_for("of 7", "enter source")
    program.press("q")
    assert program.ends() == 0
    assert switched_on(program.raw) == {CURSOR}
    assert program.modes[:4] == program.modes_before[:4]


def test_closed_while_it_is_suspended_it_keeps_where_somebody_was(terminal: Opened, tmp_path: Path) -> None:
    program = terminal((80, 24), within=SHELL, XDG_STATE_HOME=str(tmp_path))
    program.wait_for("of 7")
    comes_to_the_shell(program)
    program.hang_up()
    sessions = tmp_path / "detente" / "sessions.json"
    end = time.monotonic() + PATIENCE
    while not sessions.exists():
        assert time.monotonic() < end
        time.sleep(0.01)
    assert '"event": "' in sessions.read_text(encoding="utf-8")
