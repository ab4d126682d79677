"""Reading a file's bytes: regular files only, and none beyond a limit."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

MEBIBYTE = 2**20


class UnreadableFileError(Exception):
    """A file cannot be read as a whole: `code`, `message` and `hint` are those of the problem."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of a regular file.

    Raises UnreadableFileError (`file-missing`, `file-unreadable`, `file-too-large`).  A named pipe or a
    device is never waited for; `limit` counts bytes and is asked before anything is read.
    """
    try:
        # Opening a named pipe would wait for its writer.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadableFileError("file-missing", "there is no such file") from None
    except (OSError, ValueError) as error:
        raise UnreadableFileError("file-unreadable", f"cannot be read: {_reason(error)}") from None
    try:
        _refuse_unfit(os.fstat(handle), limit)
        with os.fdopen(handle, "rb", buffering=0, closefd=False) as file:
            return file.readall()
    except OSError as error:
        raise UnreadableFileError("file-unreadable", f"cannot be read: {_reason(error)}") from None
    finally:
        os.close(handle)


class Stamp(NamedTuple):
    """The state of a file, as far as its metadata tell; `changed` in nanoseconds since 1970."""

    device: int
    inode: int
    size: int
    changed: int


def stamp_of(path: Path) -> Stamp | None:
    """The state of a file; None where there is none."""
    try:
        return _stamp(path.stat())
    except OSError:
        return None


def read_slice(path: Path, start: int, end: int, stamp: Stamp) -> bytes | None:
    """The bytes from `start` to `end` of a file that is still in a certain state; None of any other."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return None
    try:
        data = os.pread(handle, end - start, start) if _stamp(os.fstat(handle)) == stamp else b""
        return data if len(data) == end - start and _stamp(os.fstat(handle)) == stamp else None
    except OSError:
        return None
    finally:
        os.close(handle)


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def _refuse_unfit(status: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableFileError("file-unreadable", "is a folder, not a file")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableFileError("file-unreadable", "is a pipe, a socket or a device, not a regular file")
    if status.st_size > limit:
        size, most = status.st_size / MEBIBYTE, limit // MEBIBYTE
        raise UnreadableFileError(
            "file-too-large",
            f"has {size:,.1f} MiB; the limit for one file is {most} MiB",
            "Split it into several files.",
        )


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
