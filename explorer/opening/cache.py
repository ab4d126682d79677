"""The cache folder: snapshots that only their owner can read or write, replaced as a whole."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from hashlib import blake2b
from mmap import ACCESS_READ, mmap
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING, BinaryIO

from explorer.snapshot import HEADER, Container, DamagedSnapshotError, write_sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.snapshot import Sections

_SUFFIX = ".snapshot"
# Snapshots that have not been opened for longest go when there are more.
_MOST_BYTES = 4 << 30
_MOST_SNAPSHOTS = 64
_OWNER_ONLY = 0o700


def cache_folder() -> Path:
    """Where the snapshots are: `detente` in the user's cache folder."""
    from platformdirs import user_cache_path

    return user_cache_path("detente", appauthor=False)


def snapshot_path(dataset: Path) -> Path:
    """Where the snapshot of a dataset is.

    The same dataset under another name has another one: places of records are told as a person would open
    them.
    """
    named = f"{os.path.realpath(dataset)}\0{dataset}".encode("utf-8", "surrogateescape")
    return cache_folder() / f"{blake2b(named, digest_size=16).hexdigest()}{_SUFFIX}"


def read_snapshot(path: Path) -> Container | None:
    """The snapshot in a file that is the user's own; None where there is none that can be trusted."""
    with suppress(OSError, DamagedSnapshotError, ValueError):
        if not _is_private(os.lstat(path.parent), stat.S_ISDIR):
            return None
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            if _is_private(os.fstat(descriptor), stat.S_ISREG):
                return mapped_file(file)
    return None


def write_snapshot(path: Path, sections: Sections) -> Container:
    """Write a snapshot, all or nothing, and map it; raises OSError where it cannot be written."""
    path.parent.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
    if not _is_private(os.lstat(path.parent), stat.S_ISDIR):
        raise PermissionError(f"{path.parent} is not the user's own folder")
    descriptor, written = mkstemp(prefix=".", suffix=_SUFFIX, dir=path.parent)
    try:
        with os.fdopen(descriptor, "w+b", buffering=1 << 20) as file:
            _write(file, sections)
            Path(written).replace(path)
            container = mapped_file(file)
    except BaseException:
        with suppress(OSError):
            Path(written).unlink()
        raise
    _prune(path)
    return container


def temporary_snapshot(sections: Sections) -> Container:
    """A snapshot in a file without a name, or in memory where none can be written."""
    try:
        descriptor, written = mkstemp(suffix=_SUFFIX)
        with os.fdopen(descriptor, "w+b", buffering=1 << 20) as file:
            Path(written).unlink()
            _write(file, sections)
            return mapped_file(file)
    except OSError:
        *pieces, header = write_sections(sections)
        return Container(b"".join([header, *pieces]))


def write_into(descriptor: int, sections: Sections) -> None:
    """Write a snapshot into a file that is open already, and empty; raises OSError where that fails."""
    with os.fdopen(os.dup(descriptor), "w+b", buffering=1 << 20) as file:
        _write(file, sections)


def mapped_file(file: BinaryIO) -> Container:
    """The snapshot in a file; raises DamagedSnapshotError."""
    try:
        return Container(mmap(file.fileno(), 0, access=ACCESS_READ))
    except ValueError as error:  # an empty file cannot be mapped
        raise DamagedSnapshotError(str(error)) from None


def clear_cache() -> int:
    """Delete every snapshot; returns how many there were.  Raises OSError for one that stays."""
    cleared = 0
    for path in _snapshots():
        path.unlink(missing_ok=True)
        cleared += 1
    return cleared


def _write(file: BinaryIO, sections: Sections) -> None:
    file.seek(HEADER)
    last = b""
    for piece in write_sections(sections):
        file.write(last)
        last = piece
    file.seek(0)
    file.write(last)
    file.flush()


def _is_private(found: os.stat_result, kind: object) -> bool:
    """Whether it is of a kind, the user's own, and nobody else can write it."""
    own = found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return own and bool(kind(found.st_mode))  # type: ignore[operator]


def _snapshots() -> Iterator[Path]:
    folder = cache_folder()
    if folder.is_dir() and not folder.is_symlink():
        yield from folder.glob(f"*{_SUFFIX}")
        yield from folder.glob(f".*{_SUFFIX}")


def _prune(kept: Path) -> None:
    """Delete the snapshots that were not opened for longest, where there are too many."""
    with suppress(OSError):
        found = sorted(((path.stat(), path) for path in _snapshots()), key=lambda pair: -pair[0].st_atime_ns)
        size = 0
        for place, (state, path) in enumerate(found, 1):
            size += state.st_size
            if (place > _MOST_SNAPSHOTS or size > _MOST_BYTES) and path != kept:
                path.unlink(missing_ok=True)
