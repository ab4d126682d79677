"""What is written to a terminal comes whole and in its order, however slowly that takes it."""

from __future__ import annotations

import os
import pty
import tty
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from explorer.tui.terminal_writer import TerminalWriter

# More than a terminal takes before anybody reads it, in characters of one to four bytes.
LONG = "aé€𝄞" * 60_000


class Terminal:
    """A terminal that shows what it is asked for, and a writer to it."""

    def __init__(self) -> None:
        self.screen, self.line = pty.openpty()
        tty.setraw(self.line)
        self.file = os.fdopen(self.line, "w", encoding="utf-8", closefd=False)
        self.writer = TerminalWriter(self.file)

    def shows(self, size: int) -> bytes:
        shown = b""
        while len(shown) < size:
            shown += os.read(self.screen, 65536)
        return shown

    def close(self) -> None:
        self.file.close()
        for descriptor in (self.screen, self.line):
            os.close(descriptor)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    terminal = Terminal()
    yield terminal
    terminal.close()


def test_what_a_terminal_takes_is_there_before_the_thread_runs(terminal: Terminal) -> None:
    for text in ("one", "é", ""):
        terminal.writer.write(text)
    assert terminal.shows(5) == "oneé".encode()
    terminal.writer.start()
    terminal.writer.stop()


def test_nobody_else_has_a_terminal_that_does_not_wait(terminal: Terminal) -> None:
    assert os.get_blocking(terminal.line)
    terminal.writer.start()
    terminal.writer.stop()


def test_who_writes_does_not_wait_for_a_slow_terminal(terminal: Terminal) -> None:
    texts = [LONG, "short", "é", LONG[::-1], "", "end"]
    terminal.writer.start()
    # Nobody reads yet: this would stand here for good.
    for text in texts:
        terminal.writer.write(text)
    expected = "".join(texts).encode()
    assert terminal.shows(len(expected)) == expected
    # What was left has been written: now it is done at once again.
    terminal.writer.stop()


def test_all_is_written_before_it_stops(terminal: Terminal) -> None:
    own = terminal.writer._at_once
    assert own is not None
    terminal.writer.start()
    terminal.writer.write(LONG)
    ends = Thread(target=terminal.writer.stop)
    ends.start()
    expected = LONG.encode()
    assert terminal.shows(len(expected)) == expected
    ends.join()
    assert not terminal.writer.is_alive()
    with pytest.raises(OSError, match="descriptor"):
        os.fstat(own)


def test_what_comes_too_late_goes_into_no_other_file(terminal: Terminal, tmp_path: Path) -> None:
    terminal.writer.start()
    terminal.writer.stop()
    with (tmp_path / "other").open("wb"):
        terminal.writer.write("too late")
    assert (tmp_path / "other").read_bytes() == b""


def test_a_terminal_that_is_gone_holds_up_nobody(terminal: Terminal) -> None:
    terminal.writer.start()
    terminal.writer.write(LONG)
    os.close(terminal.screen)
    for _ in range(100):
        terminal.writer.write(LONG)
    terminal.writer.stop()
    terminal.screen = os.dup(terminal.line)


def test_a_file_takes_the_place_of_a_terminal(tmp_path: Path) -> None:
    with (tmp_path / "out").open("w", encoding="ascii") as file:
        writer = TerminalWriter(file)
        writer.start()
        writer.write("one, ")
        writer.write("ä")
        writer.stop()
    assert (tmp_path / "out").read_bytes() == b"one, \\xe4"
