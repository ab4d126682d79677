"""Opening a dataset while a screen is shown: large ones are read by another process.

A thread that reads would take half of the time of the one that draws.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from signal import SIGKILL
from tempfile import TemporaryFile
from threading import Thread
from typing import TYPE_CHECKING, BinaryIO, TypeVarTuple, Unpack

from explorer.opening.cache import mapped_file, read_snapshot, snapshot_path
from explorer.opening.messages import Partial, Progress, Ready, Refused, decode
from explorer.opening.opening import open_store
from explorer.opening.sizes import is_large
from explorer.problems import DatasetError
from explorer.snapshot import DamagedSnapshotError
from explorer.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_Told = TypeVarTuple("_Told")

_PARTIAL_SNAPSHOTS = 3


class BackgroundOpening:
    """Opens a dataset in the background, and tells what comes of it from a thread of its own.

    `on_store` is called with a store and whether it is of the whole dataset: first with those of what has
    been read so far, if reading takes long.  `on_progress` is called with a Progress, `on_failure` with the
    reason where nothing can be opened.
    """

    def __init__(
        self,
        path: Path,
        *,
        use_cache: bool,
        on_store: Callable[[Store, bool], None],
        on_progress: Callable[[Progress], None],
        on_failure: Callable[[str], None],
    ) -> None:
        self._path = path
        self._use_cache = use_cache
        self._on_store = on_store
        self._on_progress = on_progress
        self._on_failure = on_failure
        self._process: subprocess.Popen[bytes] | None = None
        self._files: list[BinaryIO] = []
        self._stopped = False
        if is_large(path):
            with suppress(OSError):
                self._process = self._started()
        self._thread = Thread(target=self._open, name="open", daemon=True)

    def start(self) -> None:
        """Begin to tell; the other process has begun to read when this was made."""
        self._thread.start()

    def stop(self) -> None:
        """Give up: nothing more is told, and the other processes end at once."""
        self._stopped = True
        if self._process is not None:
            with suppress(OSError):
                os.killpg(self._process.pid, SIGKILL)
            self._process.wait()

    @property
    def is_running(self) -> bool:
        """Whether there is more to be told."""
        return self._thread.is_alive()

    def _started(self) -> subprocess.Popen[bytes]:
        self._files = [TemporaryFile() for _ in range(_PARTIAL_SNAPSHOTS + 1)]  # noqa: SIM115 - open as long as this is
        files = [file.fileno() for file in self._files]
        command = [sys.executable, "-m", "explorer.opening.reading", str(self._path)]
        return subprocess.Popen(
            [*command, str(int(self._use_cache)), *map(str, files)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=files,
            process_group=0,
        )

    def _open(self) -> None:
        if self._process is not None and self._followed(self._process):
            return
        # A small dataset, or the other process could not do it.
        try:
            store = open_store(self._path, use_cache=self._use_cache)
        except DatasetError as error:
            self._tell(self._on_failure, str(error))
        else:
            self._tell(self._on_store, store, True)

    def _followed(self, process: subprocess.Popen[bytes]) -> bool:
        """Pass on what the other process tells; False where it ended without a result."""
        assert process.stdout is not None
        for line in process.stdout:
            match decode(line):
                case Progress() as progress:
                    self._tell(self._on_progress, progress)
                case Partial(place):
                    self._tell(self._on_store, Store(mapped_file(self._files[place])), False)
                case Ready(cached):
                    return self._finished(cached)
                case Refused(reason):
                    self._tell(self._on_failure, reason)
                    return True
        return self._stopped

    def _finished(self, cached: bool) -> bool:
        with suppress(DamagedSnapshotError):
            container = read_snapshot(snapshot_path(self._path)) if cached else mapped_file(self._files[-1])
            if container is not None:
                self._tell(self._on_store, Store(container), True)
                return True
        return False

    def _tell(self, tell: Callable[[Unpack[_Told]], None], *told: *_Told) -> None:
        if not self._stopped:
            tell(*told)
