"""Which files this process has open: how many they are is for the threads of other tests to change."""

from __future__ import annotations

import os
from contextlib import suppress


def identity(file: os.stat_result) -> tuple[int, int]:
    """What tells a file from all others; the two ends of a pipe are one."""
    return file.st_dev, file.st_ino


def open_files() -> set[tuple[int, int]]:
    """The identities of all that is open."""
    files = set()
    for descriptor in os.listdir("/dev/fd"):  # noqa: PTH208 - numbers, not paths
        # The listing's own is closed again.
        with suppress(OSError):
            files.add(identity(os.fstat(int(descriptor))))
    return files
