"""How large a dataset is, about, before anything in it is read."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Reading less YAML than this takes no longer than starting another process for it.
LARGE = 1 << 20


def is_large(path: Path) -> bool:
    """Whether a dataset has more than LARGE bytes of YAML, about: the loader knows which files count."""
    size = 0
    for each in _sizes(path):
        size += each
        if size > LARGE:
            return True
    return False


def processors() -> int:
    """How many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _sizes(path: Path) -> Iterator[int]:
    try:
        is_folder = path.is_dir()
        if not is_folder and path.name != "dataset.yaml":
            yield path.stat().st_size
            return
    except (OSError, ValueError):
        return
    for folder, folders, names in os.walk(path if is_folder else path.parent):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.endswith((".yaml", ".yml")):
                with suppress(OSError):
                    yield Path(folder, name).stat().st_size
