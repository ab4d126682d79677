"""The dataset that the app shows: there at once from its snapshot, else read while the screen stands.

Nothing here knows Textual: reading begins before that is imported.
"""

from __future__ import annotations

from collections import Counter
from threading import Thread
from typing import TYPE_CHECKING, TypeAlias

from explorer.opening import cached_store, still_holds
from explorer.records import dataclass
from explorer.snapshot import DamagedSnapshotError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from explorer.opening import BackgroundOpening, Following, Progress
    from explorer.problems import Problem
    from explorer.store import Store


@dataclass(frozen=True, slots=True)
class Opened:
    """There is a store to show: of the whole dataset, or of what has been read so far."""

    store: Store
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """Something has changed on disk: the store of the dataset as it is now.

    `found` and `solved` count the problems that were not there before, and those that are not any more.
    """

    store: Store
    found: int
    solved: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The dataset cannot be opened at all, or not any more."""

    reason: str


@dataclass(frozen=True, slots=True)
class Damaged:
    """The snapshot is damaged; the dataset is read from its files again."""


News: TypeAlias = "Opened | Changed | Progress | Unreadable | Damaged"


class DatasetReader:
    """Opens a dataset and tells what comes of it.

    `store` is what could be opened at once: the whole dataset, where a snapshot of it holds as far as that
    can be told at once.  Where there is none, reading begins when this is made; what comes of it is told
    after `start`, from a thread.  Once all of it has been read, what changes on disk is read again and told.
    """

    def __init__(self, path: Path, *, use_cache: bool = True, was_damaged: bool = False) -> None:
        self.path = path
        self._was_damaged = was_damaged
        self.store: Store | None = cached_store(path, unchanged="first") if use_cache else None
        self._use_cache = use_cache
        self._stopped = False
        self._opening: BackgroundOpening | None = None
        self._following: Following | None = None
        if self.store is None:
            self._begin()

    def start(self, tell: Callable[[News], None]) -> None:
        """Begin to tell; a store that was there at once is checked."""
        self._tell = tell
        if self._opening is not None:
            self._opening.start()
        else:
            Thread(target=self._check, name="check", daemon=True).start()

    def look(self) -> None:
        """Look now whether something has changed on disk: somebody has just written it."""
        if self._following is not None:
            self._following.look()

    def stop(self) -> None:
        """Give up: nothing more is told, and nothing is read any more."""
        self._stopped = True
        if self._following is not None:
            self._following.stop()
        if self._opening is not None:
            self._opening.stop()

    def afresh(self) -> DatasetReader:
        """A reader of the same dataset that reads its files, whatever the snapshot says.

        After the second damage it keeps no snapshot: the disk would damage the next one, too.
        """
        self._forget_snapshot()
        return DatasetReader(self.path, use_cache=self._use_cache, was_damaged=True)

    def _begin(self) -> None:
        from explorer.opening import BackgroundOpening

        if self._stopped:
            return
        self._opening = BackgroundOpening(
            self.path,
            use_cache=self._use_cache,
            on_store=self._opened,
            on_progress=lambda progress: self._tell(progress),
            on_failure=lambda reason: self._tell(Unreadable(reason)),
        )

    def _opened(self, store: Store, is_whole: bool) -> None:
        self._tell(Opened(store, is_whole))
        if is_whole:
            self._follow(store)

    def _follow(self, store: Store, *, is_current: bool = True) -> None:
        from explorer.opening import Following

        if self._stopped:
            return
        self._shown = store
        self._following = Following(
            self.path,
            store,
            is_current=is_current,
            use_cache=self._use_cache,
            on_store=self._changed,
            on_failure=lambda reason: self._tell(Unreadable(reason)),
        )
        self._following.start()
        if self._stopped:
            self._following.stop()

    def _changed(self, store: Store) -> None:
        before, after = _counted(self._shown.problems), _counted(store.problems)
        self._shown = store
        self._tell(Changed(store, (after - before).total(), (before - after).total()))

    def _check(self) -> None:
        assert self.store is not None
        try:
            is_current = still_holds(self.store)
            self.store.check()
            self._follow(self.store, is_current=is_current)
        except (DamagedSnapshotError, ValueError):
            if not self._stopped:
                self._tell(Damaged())
                self._forget_snapshot()
                self._begin()
                if self._opening is not None:
                    self._opening.start()

    def _forget_snapshot(self) -> None:
        from explorer.opening.cache import snapshot_path

        if self._was_damaged:
            self._use_cache = False
        self._was_damaged = True
        try:
            snapshot_path(self.path).unlink(missing_ok=True)
        except OSError:
            self._use_cache = False


def _counted(problems: Iterable[Problem]) -> Counter[tuple[str, ...]]:
    """Problems without their lines: what stands below a line that is put in is no news."""
    return Counter((problem.file, problem.code, problem.message) for problem in problems)
