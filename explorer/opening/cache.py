"""The cache folder: snapshots that only their owner can read or write, replaced as a whole."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import IO, TYPE_CHECKING

from explorer.opening.digests import digest
from explorer.snapshot import HEADER, Container, DamagedSnapshotError, write_sections
from explorer.utf8 import encoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.snapshot import Sections

_SUFFIX = ".snapshot"
# What is being written begins with a dot.
_UNFINISHED = "."
# Snapshots that have not been opened for longest go when there are more.
_MOST_BYTES = 4 << 30
_MOST_SNAPSHOTS = 64
_OWNER_ONLY = 0o700
_BUFFER = 1 << 20


def cache_folder() -> Path:
    """Where the snapshots are: `detente` in the user's cache folder.

    A relative path where the user has none, or a relative one, which the XDG specification has ignored.
    """
    from platformdirs import user_cache_path

    return user_cache_path("detente", appauthor=False)


def snapshot_path(dataset: Path) -> Path:
    """Where the snapshot of a dataset is.

    The same dataset under another name has another one: places of records are told as a person would open
    them.
    """
    try:
        real = os.path.realpath(dataset)
    except ValueError:  # no file can have this name
        real = ""
    named = encoded(f"{real}\0{dataset}")
    return cache_folder() / f"{digest(named)}{_SUFFIX}"


def read_snapshot(path: Path) -> Container | None:
    """The snapshot in a file that is the user's own; None where there is none that can be trusted."""
    with suppress(OSError, DamagedSnapshotError):
        if _is_trusted(path.parent):
            with _opened(path) as descriptor:
                return mapped(descriptor)
    return None


def write_snapshot(path: Path, sections: Sections) -> Container:
    """Write a snapshot, all or nothing, and map it; raises OSError where it cannot be written."""
    if path.is_absolute():
        path.parent.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
    if not _is_trusted(path.parent):
        raise PermissionError(f"{path.parent} is not the user's own folder")
    discard_unfinished()
    from tempfile import mkstemp

    descriptor, written = mkstemp(prefix=_UNFINISHED, suffix=_SUFFIX, dir=path.parent)
    try:
        with os.fdopen(descriptor, "w+b", buffering=_BUFFER) as file:
            with suppress(OSError):
                flock(descriptor, LOCK_EX)
            _write(file, sections)
            Path(written).replace(path)
            container = mapped(descriptor)
    except BaseException:
        with suppress(OSError):
            Path(written).unlink()
        raise
    _prune(path)
    return container


def discard_unfinished() -> None:
    """Delete what programs that were killed had begun to write."""
    for path in _snapshots(f"{_UNFINISHED}*"):
        # Who writes still holds a lock.
        with suppress(OSError), _opened(path) as descriptor:
            flock(descriptor, LOCK_EX | LOCK_NB)
            path.unlink()


def temporary_snapshot(sections: Sections) -> Container:
    """A snapshot in a file without a name, or in memory where none can be written."""
    from tempfile import TemporaryFile

    try:
        with TemporaryFile(buffering=_BUFFER) as file:
            _write(file, sections)
            return mapped(file.fileno())
    except OSError:
        *pieces, header = write_sections(sections)
        return Container(b"".join([header, *pieces]))


def write_into(descriptor: int, sections: Sections) -> None:
    """Write a snapshot into a file that is open already, in place of what it holds; may raise OSError."""
    os.truncate(descriptor, 0)
    with os.fdopen(os.dup(descriptor), "w+b", buffering=_BUFFER) as file:
        _write(file, sections)


def mapped(descriptor: int) -> Container:
    """The snapshot in an open file, which may be closed then; raises DamagedSnapshotError or OSError."""
    try:
        return Container(mmap(descriptor, 0, access=ACCESS_READ))
    except ValueError as error:  # an empty file cannot be mapped
        raise DamagedSnapshotError(str(error)) from None


def clear_cache() -> int:
    """Delete every snapshot; returns how many there were.  Raises OSError for one that stays."""
    cleared = 0
    for path in _snapshots():
        path.unlink(missing_ok=True)
        cleared += 1
    return cleared


def _write(file: IO[bytes], sections: Sections) -> None:
    file.seek(HEADER)
    last = b""
    for piece in write_sections(sections):
        file.write(last)
        last = piece
    file.seek(0)
    file.write(last)
    file.flush()


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    """The descriptor of a file that is the user's own; raises OSError where it is none."""
    # Without O_NONBLOCK a named pipe would be waited for.
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        if not _is_private(os.fstat(descriptor), stat.S_IFREG):
            raise PermissionError(f"{path} is not the user's own file")
        yield descriptor
    finally:
        os.close(descriptor)


def _is_trusted(folder: Path) -> bool:
    """Whether snapshots may be kept in a folder; raises OSError where there is none."""
    return folder.is_absolute() and _is_private(os.lstat(folder), stat.S_IFDIR)


def _is_private(found: os.stat_result, kind: int) -> bool:
    """Whether it is of a kind, the user's own, and nobody else can write it."""
    own = found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return own and stat.S_IFMT(found.st_mode) == kind


def _snapshots(names: str = "*") -> Iterator[Path]:
    folder = cache_folder()
    if folder.is_absolute() and folder.is_dir() and not folder.is_symlink():
        yield from sorted(folder.glob(f"{names}{_SUFFIX}"))


def _prune(kept: Path) -> None:
    """Delete the snapshots that were not opened for longest, where there are too many."""
    size = 0
    for place, (state, path) in enumerate(sorted(_states(), key=lambda pair: -pair[0].st_atime_ns), 1):
        size += state.st_size
        if (place > _MOST_SNAPSHOTS or size > _MOST_BYTES) and path != kept:
            with suppress(OSError):
                path.unlink()


def _states() -> Iterator[tuple[os.stat_result, Path]]:
    for path in _snapshots():
        # Another program may have deleted it meanwhile.
        with suppress(OSError):
            yield path.lstat(), path
