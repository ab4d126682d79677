"""Files without a name, through which processes hand on what is too large to be sent to each."""

from __future__ import annotations

import os
from contextlib import suppress
from fcntl import LOCK_EX, LOCK_UN, lockf
from mmap import ACCESS_READ, mmap
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from explorer.building.joined import Joined
from explorer.building.surprise import surprised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

_PIECE = 1 << 16
_WRITTEN_AT_ONCE = 1 << 20


class Spool:
    """Bytes that this process and those that it forks write, and all of them can read.

    Everything raises SurpriseError where the disk takes or gives nothing.
    """

    def __init__(self) -> None:
        with surprised():
            self._file = TemporaryFile(buffering=_WRITTEN_AT_ONCE)  # noqa: SIM115 - see `__exit__`

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # On a full disk what could not be written is tried once more.
        with suppress(OSError):
            self._file.close()

    def write(self, pieces: Iterable[bytes]) -> None:
        """Write it all; nobody else must."""
        with surprised():
            self._file.writelines(pieces)
            self._file.flush()

    def add(self, texts: Joined) -> Joined:
        """Write texts behind what others have written; returns where they are in what `read` gives."""
        file = self._file.fileno()
        with surprised():
            # The offset of the file is one for all processes, but each holds locks of its own.
            lockf(file, LOCK_EX)
            try:
                start = os.lseek(file, 0, os.SEEK_END)
                with memoryview(texts.blob) as rest:
                    written = 0
                    while written < len(rest):
                        written += os.write(file, rest[written:])
            finally:
                lockf(file, LOCK_UN)
        return Joined(b"", start, texts.lengths)

    def pieces(self) -> Iterable[bytes]:
        """What was written, also when this is closed; it is read each time anew, little by little."""
        return _Pieces(self.read())

    def read(self) -> bytes | mmap:
        """What was written, in memory that all processes share."""
        file = self._file.fileno()
        with surprised():
            # An empty file cannot be mapped.
            return mmap(file, 0, access=ACCESS_READ) if os.fstat(file).st_size else b""


class _Pieces:
    """The pieces of something that is mapped."""

    def __init__(self, mapped: bytes | mmap) -> None:
        self._mapped = mapped

    def __iter__(self) -> Iterator[bytes]:
        return (self._mapped[at : at + _PIECE] for at in range(0, len(self._mapped), _PIECE))
