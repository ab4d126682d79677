"""Job control: stopped by ctrl+z or from outside, and continued by the shell.

Textual stops its own process alone, and by a signal that cannot be refused: a script around it would wait for
ever, and where no shell is there to continue it nobody could come back.  It draws nothing afterwards, and
takes whatever continues it for the end of its own suspension.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import termios
import threading
from contextlib import suppress
from errno import EINTR
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def listen(suspend: Callable[[], None], come_back: Callable[[], None]) -> None:
    """Call `suspend` when the system asks the program to stop, `come_back` when it went on unprepared.

    Takes the place of Textual's handlers; needs a running loop.
    """
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTSTP, suspend)
    # Not by the loop, which would hear of it once more when `stop` has done so.
    signal.signal(signal.SIGCONT, lambda *_: loop.call_soon_threadsafe(come_back))


def stop() -> bool:
    """Stop all processes of this job until the shell continues them; whether it was stopped.

    In an orphaned process group the system ignores the signal (POSIX.1-2017, 2.4.3 Signal Actions): no shell
    would continue it.
    """
    woken: list[int] = []
    before = {
        signal.SIGCONT: signal.signal(signal.SIGCONT, lambda number, _: woken.append(number)),
        signal.SIGTSTP: signal.signal(signal.SIGTSTP, signal.SIG_IGN),
    }
    try:
        os.killpg(0, signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        # One that is sent to this very thread has been obeyed when the call returns.
        signal.pthread_kill(threading.get_ident(), signal.SIGTSTP)
        return bool(woken)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def wait_for_foreground() -> bool:
    """Return when the terminal is this program's; whether there still is one.

    In the background the system stops whoever changes the terminal, even to what it is.
    """
    with suppress(OSError, ValueError, AttributeError):
        descriptor = sys.__stdin__.fileno()  # type: ignore[union-attr]
        while True:
            try:
                termios.tcsetattr(descriptor, termios.TCSANOW, termios.tcgetattr(descriptor))
            except termios.error as error:
                if error.args[0] != EINTR:
                    return False
            else:
                return True
    return False
