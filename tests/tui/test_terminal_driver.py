"""What is typed is read by the loop, is let go of at once, and ended by no bytes."""

from __future__ import annotations

import asyncio
import os
import pty
import tty
from collections.abc import AsyncIterator
from threading import Event, Thread, Timer
from typing import Any

import pytest
import pytest_asyncio
from open_files import open_files
from textual import events

from explorer.tui import terminal_driver
from explorer.tui.terminal_driver import TerminalDriver

PATIENCE = 10.0


class Reading(TerminalDriver):
    """The input alone, from a terminal of its own."""

    def __init__(self) -> None:
        self.keyboard, self.fileno = pty.openpty()
        tty.setraw(self.fileno)
        self._loop = asyncio.get_running_loop()
        self.exit_event, self._debug, self.read = Event(), False, list[str]()
        self._key_thread = None
        self._listen()

    def process_message(self, message: Any) -> None:
        if isinstance(message, events.Key):
            self.read.append(message.key)

    def _disable_mouse_support(self) -> None:
        """There is none."""

    async def type(self, data: bytes, *keys: str) -> None:
        os.write(self.keyboard, data)
        end = self._loop.time() + PATIENCE
        while self.read[-len(keys) :] != [*keys] and self._loop.time() < end:
            await asyncio.sleep(0.001)
        assert self.read[-len(keys) :] == [*keys]


@pytest_asyncio.fixture
async def reading() -> AsyncIterator[Reading]:
    reading = Reading()
    yield reading
    reading.disable_input()
    os.close(reading.keyboard)
    os.close(reading.fileno)


async def test_keys_come_as_they_are_typed(reading: Reading) -> None:
    await reading.type(b"a\x1b[B", "a", "down")
    # Half of a character, then the other.
    await reading.type(b"b\xc3", "b")
    await reading.type(b"\xa9", "é")
    await reading.type(b"\x1b", "escape")
    await reading.type(b"\x1b[", "left_square_bracket")


async def test_bytes_that_are_no_characters_end_nothing(reading: Reading) -> None:
    await reading.type(b"\xff\xfe\x80z", "z")


async def test_nobody_looks_at_a_keyboard_that_nobody_touches(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = list[object]()
    look = terminal_driver.XTermParser.tick
    monkeypatch.setattr(terminal_driver.XTermParser, "tick", lambda self: looks.append(0) or look(self))
    await reading.type(b"\x1b", "escape")
    seen = len(looks)
    assert seen > 1
    await asyncio.sleep(4 * terminal_driver._TICK)
    assert len(looks) == seen


async def test_who_leaves_waits_for_nothing(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal_driver, "_TICK", 3600)
    # Textual starts it for input, and waits for it.
    reading._key_thread = Thread(target=reading.run_input_thread, daemon=True)
    reading._key_thread.start()
    await reading.type(b"a", "a")
    late = Timer(PATIENCE, os.write, (reading.keyboard, b"late"))
    late.start()
    reading.disable_input()
    assert late.is_alive()
    assert not reading._key_thread.is_alive()
    late.cancel()
    late.join()


async def test_it_leaves_no_descriptor_open() -> None:
    before = open_files()
    reading = Reading()
    await reading.type(b"a", "a")
    reading.disable_input()
    os.close(reading.keyboard)
    os.close(reading.fileno)
    assert open_files() == before


async def test_nothing_comes_that_is_not_wanted_any_more(reading: Reading) -> None:
    await reading.type(b"a", "a")
    os.write(reading.keyboard, b"\x1b")
    await asyncio.sleep(0.01)
    reading.disable_input()
    os.write(reading.keyboard, b"b")
    await asyncio.sleep(4 * terminal_driver._TICK)
    assert reading.read == ["a"]
    reading._listen()
    await reading.type(b"c", "c")


async def test_a_terminal_that_is_gone_is_not_asked_again() -> None:
    reading = Reading()
    await reading.type(b"a", "a")
    os.close(reading.keyboard)
    await asyncio.sleep(0.05)
    assert not reading._loop.remove_reader(reading.fileno)
    reading.disable_input()
    os.close(reading.fileno)


async def test_a_file_as_input_holds_no_keys() -> None:
    reading = Reading()
    reading.disable_input()
    for descriptor in (reading.keyboard, reading.fileno):
        os.close(descriptor)
    reading.fileno = os.open(os.devnull, os.O_RDONLY)
    reading._listen()
    await asyncio.sleep(0.01)
    reading.disable_input()
    os.close(reading.fileno)
    assert reading.read == []
