"""Input from the terminal, let go of at once: nobody waits who leaves or opens an editor.

Textual's thread looks ten times a second whether it is still wanted, and then once more for input that nobody
wants: a fifth of a second in which nothing happens.  Bytes that are no UTF-8 end it, and the app with it.
"""

from __future__ import annotations

import os
from codecs import getincrementaldecoder
from contextlib import suppress
from selectors import EVENT_READ, SelectSelector
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.message import Message

# How often, in seconds, it is looked whether an escape that was read is a key by itself; how much is read.
_TICK = 0.05
_AT_ONCE = 4096


class TerminalDriver(LinuxDriver):
    """Textual's driver, with a thread for input that can be woken."""

    _wakes: int | None = None

    def run_input_thread(self) -> None:
        """Hand on what is typed, until that is no longer wanted."""
        woken, self._wakes = os.pipe()
        try:
            with SelectSelector() as selector:
                selector.register(woken, EVENT_READ)
                selector.register(self.fileno, EVENT_READ)
                self._hand_on(selector)
        finally:
            # Nobody writes to the pipe of a thread that has been waited for.
            os.close(woken)

    def _hand_on(self, selector: SelectSelector) -> None:
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        while not self.exit_event.is_set():
            ready = {key.fd for key, _ in selector.select(_TICK)}
            if self.fileno in ready:
                data = os.read(self.fileno, _AT_ONCE)
                if data:
                    self._pass_on(parser.feed(decode(data)))
                else:
                    # Closed: there is nothing more to come.
                    selector.unregister(self.fileno)
            self._pass_on(parser.tick())

    def _pass_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def disable_input(self) -> None:
        """Let go of the terminal's input."""
        wakes, self._wakes = self._wakes, None
        if wakes is not None:
            # The thread may have ended on a terminal that is gone.
            with suppress(OSError):
                os.write(wakes, b"\0")
        super().disable_input()
        if wakes is not None:
            os.close(wakes)
