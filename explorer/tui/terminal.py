"""What the app owes the terminal: signals that end it leave screen, mouse and echo as they were."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import FrameType

    from textual.types import AnimationLevel

    from explorer.config import Motion

# What was pressed for another program is taken in within so many seconds after its end.
_AFTERWARDS = 0.1
# How long the app may take to put the terminal back before it is ended all the same, in seconds.
PATIENCE = 2.0


def animation_level(motion: Motion | None, environ: Mapping[str, str]) -> AnimationLevel:
    """How much may move on the screen: nothing unless asked for, over SSH only by "full"."""
    far = any(name in environ for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"))
    return "full" if motion == "full" or (motion == "auto" and not far) else "none"


def only_ascii(environ: Mapping[str, str]) -> bool:
    """Whether a person has asked for a locale without UTF-8 (LC_ALL before LC_CTYPE before LANG).

    Python itself turns an unset or plain C locale into LC_CTYPE=C.UTF-8 (PEP 538), so that value is taken for
    Python's own doing where LANG says C.  No locale at all says nothing about the terminal: it keeps UTF-8.
    """
    names = [environ[key] for key in ("LC_ALL", "LC_CTYPE", "LANG") if environ.get(key)]
    if names[:1] == ["C.UTF-8"] and environ.get("LANG") in ("C", "POSIX") and not environ.get("LC_ALL"):
        return True
    return bool(names) and "utf8" not in names[0].lower().replace("-", "")


def leave_on_signals(leave: Callable[[int], None]) -> None:
    """Call `leave` with the exit status (128 + signal) on SIGINT, SIGTERM and SIGHUP; needs a running loop.

    Textual handles none of them: SIGTERM would end Python with the alternate screen and the mouse still on.
    After SIGHUP there may be no terminal to write to, and a blocked write must not keep the process alive.
    """
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, _leave, leave, 128 + number)


@contextmanager
def deaf_to_interrupts(leave: Callable[[int], None]) -> Iterator[None]:
    """While another program has the terminal, its ctrl+c and ctrl+\\ are not for this one.

    Ignored signals would be ignored by that program, too; those that are handled are not.  Its ctrl+z stops
    both, and what continues them leaves the terminal to it.
    """
    loop = asyncio.get_running_loop()
    was_handled = loop.remove_signal_handler(signal.SIGINT)
    before = {number: signal.signal(number, _ignore) for number in (signal.SIGINT, signal.SIGQUIT)}
    stopping = {number: signal.signal(number, signal.SIG_DFL) for number in (signal.SIGTSTP, signal.SIGCONT)}
    try:
        yield
    finally:
        for number, handler in {signal.SIGQUIT: before[signal.SIGQUIT], **stopping}.items():
            signal.signal(number, handler)
        if was_handled:
            loop.call_later(
                _AFTERWARDS, loop.add_signal_handler, signal.SIGINT, _leave, leave, 128 + signal.SIGINT
            )
        else:
            signal.signal(signal.SIGINT, before[signal.SIGINT])


def let_go_of_terminal() -> None:
    """Send what is still to be written nowhere: the terminal is gone, and Python flushes at its end."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)


def _ignore(number: int, frame: FrameType | None) -> None:
    """Do nothing."""


def _leave(leave: Callable[[int], None], status: int) -> None:
    watchdog = threading.Timer(PATIENCE, os._exit, (status,))
    watchdog.daemon = True
    watchdog.start()
    leave(status)
