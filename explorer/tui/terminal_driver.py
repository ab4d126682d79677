"""Input and output of the terminal by the app's own loop: a key waits for no thread, nor does its picture.

Textual reads in a thread, which has to be woken for each key and to wake the loop; which looks ten times a
second whether it is still wanted, a fifth of a second for who leaves or opens an editor; and which ends on
bytes that are no UTF-8, and the app with it.
"""

from __future__ import annotations

import os
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from explorer.tui.terminal_writer import TerminalWriter

if TYPE_CHECKING:
    from asyncio import TimerHandle
    from collections.abc import Iterable

    from textual.drivers._writer_thread import WriterThread
    from textual.message import Message

# How often, in seconds, it is looked whether an escape that was read is a key by itself; how much is read.
_TICK = 0.05
_AT_ONCE = 4096


class TerminalDriver(LinuxDriver):
    """Textual's driver, with input that the loop reads as it reads all else, and output that it writes."""

    _parser: XTermParser
    _ticks: TimerHandle | None = None
    _writer: TerminalWriter | None = None

    @property
    def _writer_thread(self) -> TerminalWriter | None:
        """What writes, from where Textual makes a thread for it."""
        return self._writer

    @_writer_thread.setter
    def _writer_thread(self, thread: WriterThread | None) -> None:
        self._writer = None if thread is None else TerminalWriter(thread._file)

    def start_application_mode(self) -> None:
        """Take over the terminal, and hand on what is typed until that is no longer wanted."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._listen()

    def run_input_thread(self) -> None:
        """The thread that Textual starts has nothing to do."""

    def disable_input(self) -> None:
        """Let go of the terminal's input."""
        self._turn_away()
        super().disable_input()

    def send_message(self, message: Message) -> None:
        """Give the app what was typed: it is in its own thread here."""
        self._app.post_message(message)

    def _listen(self) -> None:
        self._parser = XTermParser(self._debug)
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        # Nothing is ever typed into a file.
        with suppress(PermissionError):
            self._loop.add_reader(self.fileno, self._read)

    def _turn_away(self) -> None:
        self._loop.remove_reader(self.fileno)
        if self._ticks is not None:
            self._ticks.cancel()

    def _read(self) -> None:
        data = b""
        with suppress(OSError):
            data = os.read(self.fileno, _AT_ONCE)
        if data:
            self._pass_on(self._parser.feed(self._decode(data)))
            self._tick()
        else:
            # Closed, or gone: there is nothing more to come.
            self._turn_away()

    def _tick(self) -> None:
        """Hand on what has turned out to be a key by itself; look again while anything may yet be more."""
        if self._ticks is not None:
            self._ticks.cancel()
        self._pass_on(self._parser.tick())
        is_unsure = self._parser._timeout_time is not None
        self._ticks = self._loop.call_later(_TICK, self._tick) if is_unsure else None

    def _pass_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)
