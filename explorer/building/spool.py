"""A file without a name, through which forked processes are given what is too large to be sent to each."""

from __future__ import annotations

from contextlib import suppress
from mmap import ACCESS_READ, mmap
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from explorer.building.surprise import SurpriseError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType


class Spool:
    """Bytes that this process writes once, and others read that it forked before; raises SurpriseError."""

    def __init__(self) -> None:
        try:
            self._file = TemporaryFile()  # noqa: SIM115 - see `__exit__`
        except OSError:
            raise SurpriseError from None

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # On a full disk what could not be written is tried once more.
        with suppress(OSError):
            self._file.close()

    def write(self, pieces: Iterable[bytes]) -> None:
        """Write it all; raises SurpriseError, on a full disk for example."""
        try:
            self._file.writelines(pieces)
            self._file.flush()
        except OSError:
            raise SurpriseError from None

    def read(self) -> bytes | mmap:
        """What was written, in memory that all processes share."""
        try:
            return mmap(self._file.fileno(), 0, access=ACCESS_READ)
        except ValueError:  # an empty file cannot be mapped
            return b""
