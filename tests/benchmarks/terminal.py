"""A program in a real terminal, timed: keys go in through a pty, and every byte that comes out has its time.

The screen itself is drawn by pyte from what was recorded, outside of what is timed.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
from itertools import pairwise
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import pyte
from processes import children, processor_time, tree_time

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

SIZE = (120, 40)
# Asks for key reports in kitty's way, and takes it back; pyte knows neither and would draw a letter.
_KITTY_KEYS = re.compile(rb"\x1b\[[<>=][0-9;]*u")
_AT_ONCE = 65536
# Seconds on the processor: a timer may fire, but nothing is drawn.
_NO_WORK = 0.003
# Seconds without output: what comes behind them is another picture.
_PAUSE = 0.001
# Seconds that a process has to end which was told to.
_PATIENCE = 10.0


class SilentError(Exception):
    """The program did not show what was waited for."""


class Chunk(NamedTuple):
    """What came out at a time (of `perf_counter`)."""

    time: float
    data: bytes


class Answer(NamedTuple):
    """Milliseconds from writing a key to the end of the first picture and of the last that it brought.

    A picture is output without a pause of a millisecond.  `work` is how long the program itself ran for it.
    """

    first: float
    whole: float
    work: float


class Terminal:
    """A program that runs in a pty; `started` is when it was told to start (of `perf_counter`)."""

    def __init__(
        self, command: Sequence[str], environ: Mapping[str, str], size: tuple[int, int] = SIZE
    ) -> None:
        columns, rows = size
        self.chunks: list[Chunk] = []
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._drawn = 0
        self._unseen = b""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.started = perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            env={**environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"},
        )
        os.close(slave)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def press(self, keys: str) -> float:
        """Write keys; returns when.  What came out before is no answer to them."""
        self._unseen = b""
        now = perf_counter()
        os.write(self._master, keys.encode())
        return now

    def read(self, until: float) -> Chunk | None:
        """The next output, or None where none comes until a time or the program has let go of the pty."""
        wait = max(0.0, until - perf_counter())
        if not select.select([self._master], [], [], wait)[0]:
            return None
        try:
            data = os.read(self._master, _AT_ONCE)
        except OSError:
            data = b""
        if not data:
            return None
        self.chunks.append(Chunk(perf_counter(), data))
        return self.chunks[-1]

    def wait_for(self, text: str, patience: float = 60) -> float:
        """Read until the text comes out; returns when.  Raises SilentError where it does not.

        It is looked for in what came after the last key and after what was waited for last.  It has to stand
        in one run of one style, as it is the bytes that are looked at.
        """
        wanted, end = text.encode(), perf_counter() + patience
        while wanted not in self._unseen:
            chunk = self.read(end)
            if chunk is None:
                break
            self._unseen += chunk.data
        else:
            self._unseen = self._unseen.partition(wanted)[2]
            return self.chunks[-1].time
        raise SilentError(f"no {text!r} within {patience} s")

    def wait_until_quiet(self, quiet: float, patience: float = 60) -> float | None:
        """Read until nothing has come for so many seconds; returns when the last output came, if any did."""
        last, end = None, perf_counter() + patience
        while perf_counter() < end:
            chunk = self.read(perf_counter() + quiet)
            if chunk is None:
                return last
            last = chunk.time
        raise SilentError(f"output without a pause of {quiet} s for {patience} s")

    def answer(self, keys: str, quiet: float, patience: float = 10) -> Answer:
        """Press keys, and read until the program neither writes nor works for `quiet` seconds.

        Raises SilentError where nothing comes out at all.
        """
        # What a timer wrote since the last key is no answer.
        while self.read(perf_counter()):
            pass
        before = processor_time(self.process.pid)
        pressed = self.press(keys)
        known = len(self.chunks)
        if self.read(pressed + patience) is None:
            raise SilentError(f"{keys!r} changed nothing within {patience} s")
        self._settle(quiet, patience)
        times = [chunk.time - pressed for chunk in self.chunks[known:]]
        first = next((time for time, after in pairwise(times) if after - time > _PAUSE), times[-1])
        work = processor_time(self.process.pid) - before
        return Answer(1000 * first, 1000 * times[-1], 1000 * work)

    def _settle(self, quiet: float, patience: float) -> None:
        """Read until nothing is written or worked out for so many seconds: a part may be long in coming."""
        end = perf_counter() + patience
        while perf_counter() < end:
            before = processor_time(self.process.pid)
            written = self.wait_until_quiet(quiet, patience)
            if written is None and processor_time(self.process.pid) - before < _NO_WORK:
                return

    def wait_until_idle(self, patience: float = 900, work: Callable[[int], float] = tree_time) -> float:
        """Read until the program neither writes nor works any more; returns when that began, about.

        `work` tells how many seconds a process has run so far, with those that it started.
        """
        end = perf_counter() + patience
        while (now := perf_counter()) < end:
            before = work(self.process.pid)
            written = self.wait_until_quiet(0.5, patience)
            if written is None and work(self.process.pid) - before < 0.02:
                return now
        raise SilentError(f"still busy after {patience} s")

    def wait_for_end(self, patience: float = 30) -> float:
        """Read until the process has ended; returns when.  Raises SilentError where it does not."""
        descriptor = os.pidfd_open(self.process.pid)
        try:
            end = perf_counter() + patience
            while perf_counter() < end:
                ready = select.select([descriptor, self._master], [], [], 1)[0]
                if descriptor in ready:
                    now = perf_counter()
                    self.process.wait()
                    return now
                # At the end of the pty only the process is left to wait for.
                if ready and self.read(perf_counter()) is None:
                    select.select([descriptor], [], [], patience)
        finally:
            os.close(descriptor)
        raise SilentError(f"not ended within {patience} s")

    def screen(self, chunks: int | None = None) -> list[str]:
        """What a person sees after so many chunks (all of them): its lines."""
        upto = len(self.chunks) if chunks is None else chunks
        for chunk in self.chunks[self._drawn : upto]:
            self._stream.feed(_KITTY_KEYS.sub(b"", chunk.data))
        self._drawn = max(self._drawn, upto)
        return list(self._screen.display)

    def close(self) -> None:
        """End the program with what it started, which would slow down whatever is measured next."""
        started = children(self.process.pid)
        if self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for pid in started:
            _end(pid)
        os.close(self._master)


def _end(pid: int) -> None:
    """End a process that is not this one's child, and wait until it is gone."""
    with contextlib.suppress(ProcessLookupError):
        descriptor = os.pidfd_open(pid)
        try:
            signal.pidfd_send_signal(descriptor, signal.SIGKILL)
            select.select([descriptor], [], [], _PATIENCE)
        finally:
            os.close(descriptor)
