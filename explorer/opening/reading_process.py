"""The other process that reads a dataset, as the program that shows the screen has it at hand."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from signal import SIGKILL
from tempfile import TemporaryFile
from threading import Lock
from typing import TYPE_CHECKING

from explorer.opening.cache import discard_unfinished, mapped
from explorer.opening.messages import decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from explorer.opening.messages import Message
    from explorer.snapshot import Container

PARTIAL_SNAPSHOTS = 3
# Modules are looked for where this program has them, not in the folder in which it happens to run.
_CODE = "import sys; sys.path[:] = {}; from explorer.opening.reading import main; main()"


class ReadingProcess:
    """A process that has begun to read a dataset; raises OSError where none can be started."""

    def __init__(self, path: Path, *, use_cache: bool) -> None:
        self._files = [TemporaryFile() for _ in range(PARTIAL_SNAPSHOTS + 1)]  # noqa: SIM115 - see `close`
        self._ending = Lock()
        files = [file.fileno() for file in self._files]
        try:
            self._process = subprocess.Popen(
                [
                    sys.executable,
                    "-P",
                    "-c",
                    _CODE.format(sys.path),
                    path,
                    str(int(use_cache)),
                    *map(str, files),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                pass_fds=files,
                process_group=0,
            )
        except BaseException:
            self._close_files()
            raise

    def messages(self) -> Iterator[Message]:
        """What the process tells, until it ends or something else is written in between."""
        assert self._process.stdout is not None
        with suppress(ValueError):
            for line in self._process.stdout:
                yield decode(line)

    def snapshot(self, place: int) -> Container:
        """One of the snapshots that it has written, not to the cache; raises DamagedSnapshotError."""
        return mapped(self._files[place].fileno())

    def end(self) -> None:
        """Kill the process with all that it has started, if it is still there; any thread may call this."""
        with self._ending:
            # Until it has been waited for no other process can have its number.
            if self._process.returncode is None:
                with suppress(OSError):
                    os.killpg(self._process.pid, SIGKILL)
                self._process.wait()
                discard_unfinished()

    def close(self) -> None:
        """Give up what belongs to an ended process, but the snapshots that were asked for."""
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()
        self._close_files()

    def _close_files(self) -> None:
        for file in self._files:
            file.close()
