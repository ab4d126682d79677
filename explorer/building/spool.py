"""Files without a name, through which processes hand on what is too large to be sent to each."""

from __future__ import annotations

import os
from contextlib import suppress
from fcntl import LOCK_EX, LOCK_UN, lockf
from mmap import ACCESS_READ, mmap
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from explorer.building.mapped import let_go
from explorer.building.surprise import surprised
from explorer.snapshot import fewer

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

    def add(self, pieces: Iterable[bytes]) -> range:
        """Write it all behind what others have written; returns where it is in what `read` gives."""
        file = self._file.fileno()
        with surprised():
            # The offset of the file is one for all processes, but each holds locks of its own.  It loses them
            # when a mapping of the file is closed: the pieces must not be what is read of this one.
            lockf(file, LOCK_EX)
            try:
                start = os.lseek(file, 0, os.SEEK_END)
                for piece in fewer(pieces):
                    with memoryview(piece) as rest:
                        written = 0
                        while written < len(rest):
                            written += os.write(file, rest[written:])
                return range(start, os.lseek(file, 0, os.SEEK_END))
            finally:
                lockf(file, LOCK_UN)

    def pieces(self, place: range | None = None) -> Iterable[bytes]:
        """What was written at a place, or all, also when this is closed.

        It is read each time anew, little by little.
        """
        mapped = self.read()
        return _Pieces(mapped, range(len(mapped)) if place is None else place)

    def read(self) -> bytes | mmap:
        """What was written, in memory that all processes share."""
        file = self._file.fileno()
        with surprised():
            # An empty file cannot be mapped.
            return mmap(file, 0, access=ACCESS_READ) if os.fstat(file).st_size else b""


class _Pieces:
    """The pieces of something that is mapped."""

    def __init__(self, mapped: bytes | mmap, place: range) -> None:
        self._mapped = mapped
        self._place = place

    def __iter__(self) -> Iterator[bytes]:
        end = self._place.stop
        for start in self._place[::_PIECE]:
            yield self._mapped[start : min(start + _PIECE, end)]
            let_go(self._mapped)
