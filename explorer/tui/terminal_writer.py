"""Output to the terminal: what it takes at once is written at once, by whoever has drawn it.

Textual hands everything to a thread, as a terminal that is slow to take it would hold up the app.  To wake
that thread takes a third of a millisecond, a tenth of the time from a key to its picture.
"""

from __future__ import annotations

import os
from contextlib import suppress
from io import TextIOBase
from queue import Queue
from typing import IO

from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread


class TerminalWriter(WriterThread):
    """Writes what the terminal takes without waiting; a thread writes the rest, and what comes behind it."""

    def __init__(self, file: IO[str]) -> None:
        super().__init__(file)
        self._left: Queue[bytes | None] = Queue(MAX_QUEUED_WRITES)
        self._encoding = file.encoding if isinstance(file, TextIOBase) else "utf-8"
        self._at_once = _without_waiting(file.fileno())

    def write(self, text: str) -> None:
        """Write a text; waits only where the thread is many texts behind."""
        data = text.encode(self._encoding, "backslashreplace")
        # What is still being written comes first.
        if not self._left.unfinished_tasks:
            data = data[self._taken(data) :]
        if data:
            self._left.put(data)

    def run(self) -> None:
        """Write what is left, until there is to be no more."""
        fileno = self._file.fileno()
        while (data := self._left.get()) is not None:
            # A terminal that is gone takes nothing, and the app is told of that elsewhere.
            with suppress(OSError):
                while data:
                    data = data[os.write(fileno, data) :]
            self._left.task_done()

    def stop(self) -> None:
        """Return when everything has been written."""
        self._left.put(None)
        self.join()
        if self._at_once is not None:
            os.close(self._at_once)
            # Its number goes to the next file that is opened.
            self._at_once = None

    def _taken(self, data: bytes) -> int:
        """How many of some bytes the terminal has taken."""
        try:
            return os.write(self._at_once, data) if self._at_once is not None else 0
        except OSError:
            return 0


def _without_waiting(fileno: int) -> int | None:
    """A descriptor of the same terminal that never waits; None where there is no such.

    It is opened again: whether one waits is shared by all who have inherited a descriptor, the shell too.
    """
    try:
        return os.open(os.ttyname(fileno), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    except OSError:
        return None
