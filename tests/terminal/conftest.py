"""A real terminal for the installed program: a pty whose screen pyte draws."""

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
import sys
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pyte
import pytest

COMMAND = Path(sys.executable).with_name("detente")
PATIENCE = 30.0
# Asks for key reports in kitty's way, and takes it back; pyte knows neither and would draw a letter.
KITTY_KEYS = re.compile(rb"\x1b\[[<>=][0-9;]*u")


class Terminal:
    """A program in a pty of some size; `screen` is what a person would see."""

    def __init__(
        self, size: tuple[int, int], *arguments: str, within: Sequence[str] = (), **environ: str
    ) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._master, self._slave = pty.openpty()
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.modes_before = termios.tcgetattr(self._slave)
        base = {key: os.environ[key] for key in ("PATH", "HOME", "PYTHONPATH") if key in os.environ}
        self.process = subprocess.Popen(
            [*within, str(COMMAND), *arguments],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            env=base | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"} | environ,
        )

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def press(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def pour(self, keys: str) -> None:
        """Send more than a terminal holds at a time, as fast as it takes it, and take in what comes."""
        left = keys.encode()
        os.set_blocking(self._master, False)
        while left:
            with contextlib.suppress(BlockingIOError):
                left = left[os.write(self._master, left) :]
            self.read(0.001)
        os.set_blocking(self._master, True)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, as a hand on its corner does."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds: float = 0.05) -> bytes:
        """Take in what has come, until nothing more comes for so long."""
        got = b""
        while select.select([self._master], [], [], seconds)[0]:
            try:
                chunk = os.read(self._master, 65536)
            except OSError:
                break
            if not chunk:
                break
            got += chunk
            self._stream.feed(self.drawable(chunk))
        self.raw += got
        return got

    @staticmethod
    def drawable(raw: bytes) -> bytes:
        """What pyte understands of it."""
        return KITTY_KEYS.sub(b"", raw)

    @property
    def is_at_work(self) -> bool:
        """Whether the program has not read all that was pressed, or a thread of it has something to do.

        Of threads only some systems tell.
        """
        if any(fcntl.ioctl(self._slave, termios.FIONREAD, bytes(4))):
            return True
        for task in Path(f"/proc/{self.process.pid}/task").glob("*/stat"):
            # One may have ended meanwhile.
            with contextlib.suppress(OSError):
                # Running, or waiting for a disk; the state follows the name in parentheses (proc(5)).
                if task.read_text("utf-8").rpartition(")")[2].split()[0] in "RD":
                    return True
        return False

    def wait_for(self, *texts: str) -> None:
        """Wait until all the texts are on the screen."""
        self.wait_until(lambda: all(text in self.text for text in texts), " and ".join(texts))

    def wait_until(self, condition: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            self.read()
            assert time.monotonic() < end, f"no {what} in:\n{self.text}"
            assert self.process.poll() is None or condition(), f"ended before {what}:\n{self.text}"

    def ends(self) -> int:
        """Wait for the program's end; its exit status."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self.read()
        self.read(0.2)
        return self.process.wait(1)

    @property
    def modes(self) -> list[object]:
        """The terminal's line modes: echo, canonical input, signals."""
        return termios.tcgetattr(self._slave)

    def hang_up(self) -> None:
        """Close the terminal, as its window's cross does."""
        os.close(self._slave)
        os.close(self._master)
        self._master = self._slave = -1

    def close(self) -> None:
        if self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        for descriptor in (self._master, self._slave):
            if descriptor >= 0:
                os.close(descriptor)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def open_(size: tuple[int, int], *arguments: str, within: Sequence[str] = (), **environ: str) -> Terminal:
        # Each begins without what another one remembers, unless a test says otherwise.
        environ.setdefault("XDG_STATE_HOME", str(tmp_path / f"state-{len(opened)}"))
        environ.setdefault("XDG_CONFIG_HOME", str(tmp_path / "config"))
        opened.append(Terminal(size, *arguments, within=within, **environ))
        return opened[-1]

    yield open_
    for each in opened:
        each.close()
