"""The thread that reads what is typed: woken when it is not wanted any more, and ended by no bytes."""

from __future__ import annotations

import os
import pty
import time
import tty
from collections.abc import Iterator
from threading import Event, Thread, Timer
from typing import Any

import pytest
from open_files import identity, open_files
from textual import events

from explorer.tui import terminal_driver
from explorer.tui.terminal_driver import TerminalDriver

PATIENCE = 10.0


class Reading(TerminalDriver):
    """The thread alone, on a terminal of its own."""

    def __init__(self) -> None:
        self.keyboard, self.fileno = pty.openpty()
        tty.setraw(self.fileno)
        self.exit_event, self._debug, self.read = Event(), False, list[str]()
        self._key_thread: Thread | None = Thread(target=self.run_input_thread, daemon=True)
        self._key_thread.start()

    def process_message(self, message: Any) -> None:
        if isinstance(message, events.Key):
            self.read.append(message.key)

    def _disable_mouse_support(self) -> None:
        """There is none."""

    def type(self, data: bytes, *keys: str) -> None:
        os.write(self.keyboard, data)
        end = time.monotonic() + PATIENCE
        while self.read[-len(keys) :] != [*keys] and time.monotonic() < end:
            time.sleep(0.001)
        assert self.read[-len(keys) :] == [*keys]


@pytest.fixture
def reading() -> Iterator[Reading]:
    reading = Reading()
    yield reading
    reading.disable_input()
    os.close(reading.keyboard)


def test_keys_come_as_they_are_typed(reading: Reading) -> None:
    reading.type(b"a\x1b[B", "a", "down")
    # Half of a character, then the other.
    reading.type(b"b\xc3", "b")
    reading.type(b"\xa9", "é")
    reading.type(b"\x1b", "escape")


def test_bytes_that_are_no_characters_end_nothing(reading: Reading) -> None:
    reading.type(b"\xff\xfe\x80z", "z")


def test_who_leaves_waits_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal_driver, "_TICK", 3600)
    reading = Reading()
    reading.type(b"a", "a")
    # A key would wake the thread, too.
    late = Timer(PATIENCE, os.write, (reading.keyboard, b"late"))
    late.start()
    reading.disable_input()
    assert late.is_alive()
    late.cancel()
    late.join()
    os.close(reading.keyboard)


def test_a_terminal_that_is_gone_keeps_nobody() -> None:
    reading = Reading()
    reading.type(b"a", "a")
    os.close(reading.keyboard)
    reading.disable_input()
    assert reading._key_thread is not None
    assert not reading._key_thread.is_alive()


def test_it_leaves_no_descriptor_open() -> None:
    reading = Reading()
    reading.type(b"a", "a")
    wakes = identity(os.fstat(reading._wakes))
    assert wakes in open_files()
    reading.disable_input()
    os.close(reading.keyboard)
    os.close(reading.fileno)
    assert wakes not in open_files()
