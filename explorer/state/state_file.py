"""A state file: JSON that is replaced as a whole, by one program at a time, and never overwritten unread."""

from __future__ import annotations

import json
import os
import stat
import time
from contextlib import contextmanager
from errno import EACCES, EAGAIN
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple

from explorer.state.kind import Value, expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from explorer.state.kind import Kind

VERSION = 1
_LARGEST = 64 << 20
_OWNER_ONLY = 0o700
# How long another program may take to write, in seconds.
PATIENCE = 2.0


class UnfitStateError(Exception):
    """A file holds what this program cannot use; `version` is that of the later program that wrote it."""

    def __init__(self, reason: str, version: int | None = None) -> None:
        super().__init__(reason)
        self.version = version


class SetAside(NamedTuple):
    """The name that a file has now that it was set aside, and why it was."""

    name: str
    reason: str


def state_folder() -> Path:
    """Where the state files are: `detente` in the user's state folder."""
    from platformdirs import user_state_path

    return user_state_path("detente", appauthor=False)


class StateFile(Generic[Value]):
    """What is remembered of one kind, of all datasets."""

    def __init__(self, folder: Path, kind: Kind[Value]) -> None:
        self.kind = kind
        self.path = folder / f"{kind.name}.json"
        self._lock = folder / "lock"

    def read(self, dataset: str) -> Value:
        """What is remembered of a dataset.

        Raises UnfitStateError where the file cannot be used, OSError where it cannot be read.
        """
        return self._all().get(dataset, self.kind.empty)

    def update(self, dataset: str, change: Callable[[Value], Value]) -> SetAside | None:
        """Change what is remembered of a dataset, and nothing else; raises OSError where that cannot be.

        What another program has written meanwhile is read first.  A file that cannot be used is set aside,
        and its name is told; one of a later version stays where that looks for it: UnfitStateError is raised.
        """
        self.path.parent.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
        with self._locked():
            aside = None
            try:
                known = self._all()
            except UnfitStateError as error:
                if error.version is not None:
                    raise
                aside, known = self._set_aside(error), {}
            value = change(known.pop(dataset, self.kind.empty))
            known[dataset] = value  # as the newest
            self._replace(known)
        return aside

    def _all(self) -> dict[str, Value]:
        try:
            written = json.loads(_content(self.path))
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError) as error:
            raise UnfitStateError(str(error)) from None
        return self._decoded(written)

    def _decoded(self, written: object) -> dict[str, Value]:
        try:
            version = expect(expect(written, dict).get("version"), int)
            if version > VERSION:
                raise UnfitStateError(
                    "a later version of the program wrote the file, which stays as it is", version
                )
            datasets = expect(expect(written, dict).get("datasets"), dict)
            return {path: self.kind.decode(value) for path, value in datasets.items()}
        except ValueError as error:
            raise UnfitStateError(str(error)) from None

    def _replace(self, known: dict[str, Value]) -> None:
        kept = list(known.items())[-self.kind.datasets if self.kind.datasets else 0 :]
        datasets = {path: self.kind.encode(value) for path, value in kept}
        # Somebody may keep the file elsewhere behind a link: that stays.
        target = Path(os.path.realpath(self.path))
        unfinished = target.with_name(f".{target.name}.new")
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            json.dump({"version": VERSION, "datasets": datasets}, file, indent=1)
            file.flush()
            os.fsync(descriptor)
        unfinished.replace(target)

    def _set_aside(self, error: UnfitStateError) -> SetAside:
        """Rename the file."""
        names = (f"{self.kind.name}.broken{f'-{number}' if number else ''}.json" for number in range(10_000))
        free = next(name for name in names if not os.path.lexists(self.path.with_name(name)))
        self.path.rename(self.path.with_name(free))
        return SetAside(free, str(error))

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Keep other programs from writing; raises TimeoutError where one of them takes too long."""
        descriptor = os.open(self._lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o600)
        try:
            _wait_for_lock(descriptor)
            yield
        finally:
            os.close(descriptor)


def _wait_for_lock(descriptor: int) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return flock(descriptor, LOCK_EX | LOCK_NB)
        except OSError as error:
            if error.errno not in (EAGAIN, EACCES):
                return None  # this file system has no locks
            if time.monotonic() > end:
                raise TimeoutError("another program holds the lock") from None
        time.sleep(0.01)


def _content(path: Path) -> bytes:
    # Without O_NONBLOCK a named pipe would be waited for.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
            raise ValueError("it is no file of a fitting size")
        return file.read()
