"""Opening a dataset while a screen is shown: large ones are read by another process.

A thread that reads would take half of the time of the one that draws.
"""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, TypeVarTuple, Unpack

from explorer.opening.messages import Partial, Progress, Ready, Refused
from explorer.opening.opening import cached_store, open_store
from explorer.opening.reading_process import ReadingProcess
from explorer.opening.sizes import is_large
from explorer.problems import DatasetError
from explorer.snapshot import DamagedSnapshotError
from explorer.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    _Told = TypeVarTuple("_Told")


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
        self._stopped = False
        self._reading: ReadingProcess | None = None
        if is_large(path):
            with suppress(OSError):
                self._reading = ReadingProcess(path, use_cache=use_cache)
        self._thread = Thread(target=self._open, name="open", daemon=True)

    def start(self) -> None:
        """Begin to tell; the other process has begun to read when this was made."""
        self._thread.start()

    def stop(self) -> None:
        """Give up: nothing more is told, and the other processes end at once."""
        self._stopped = True
        if self._reading is not None:
            self._reading.end()
            if not self._thread.is_alive():
                self._reading.close()

    @property
    def is_running(self) -> bool:
        """Whether there is more to be told."""
        return self._thread.is_alive()

    def _open(self) -> None:
        if self._reading is None or not self._followed(self._reading):
            # A small dataset, or the other process could not do it.
            self._open_here()

    def _followed(self, reading: ReadingProcess) -> bool:
        """Pass on what the other process tells; False where it ended without a result."""
        try:
            with suppress(DamagedSnapshotError):
                return self._passed_on(reading)
            return False
        finally:
            reading.end()
            reading.close()

    def _passed_on(self, reading: ReadingProcess) -> bool:
        for message in reading.messages():
            match message:
                case Progress() as progress:
                    self._tell(self._on_progress, progress)
                case Partial(place):
                    self._tell(self._on_store, Store(reading.snapshot(place)), False)
                case Ready(cached):
                    store = (
                        cached_store(self._path, unchanged="none") if cached else Store(reading.snapshot(-1))
                    )
                    if store is not None:
                        self._tell(self._on_store, store, True)
                    return store is not None
                case Refused(reason):
                    self._tell(self._on_failure, reason)
                    return True
        return self._stopped

    def _open_here(self) -> None:
        try:
            store = open_store(self._path, use_cache=self._use_cache)
        except DatasetError as error:
            self._tell(self._on_failure, str(error))
        else:
            self._tell(self._on_store, store, True)

    def _tell(self, tell: Callable[[Unpack[_Told]], None], *told: *_Told) -> None:
        if not self._stopped:
            tell(*told)
