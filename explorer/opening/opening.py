"""From the path of a dataset to its store."""

from __future__ import annotations

import json
import time
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explorer import __version__
from explorer.opening.cache import read_snapshot, snapshot_path, temporary_snapshot, write_snapshot
from explorer.opening.file_states import states_of, still_hold
from explorer.snapshot import DamagedSnapshotError
from explorer.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# To be raised with any change of what the sections hold.
SCHEMA = 1


def open_store(
    path: Path, *, use_cache: bool = True, progress: Callable[[int, int], None] | None = None
) -> Store:
    """Open the dataset at a path; raises DatasetError where nothing can be read.

    A snapshot that still holds is read in whole once, so that no damage can show later.  `progress` is called
    with the bytes read so far and the bytes in all.
    """
    store = cached_store(path) if use_cache else None
    if store is not None:
        try:
            store.check()
        except DamagedSnapshotError:
            store = None
    return store or _read(path, use_cache, progress)


def cached_store(path: Path) -> Store | None:
    """The store of a snapshot of the dataset, if there is one and no file has changed since."""
    container = read_snapshot(snapshot_path(path))
    try:
        if container is None or not _is_current(json.loads(container.section("key")), path):
            return None
        return Store(container)
    except (DamagedSnapshotError, ValueError, KeyError):
        return None


def _read(path: Path, use_cache: bool, progress: Callable[[int, int], None] | None) -> Store:
    from explorer.building import build

    read_at, seen = time.time_ns(), list[Path]()
    sections = build(path, seen=seen, progress=progress)
    if use_cache and (key := _key(path, map(str, dict.fromkeys(seen)), read_at)):
        try:
            return Store(write_snapshot(snapshot_path(path), {"key": [json.dumps(key).encode()], **sections}))
        except OSError:
            pass  # a full or read-only disk costs time at the next start, and nothing else
    return Store(temporary_snapshot(sections))


def _key(path: Path, seen: Iterable[str], read_at: int) -> dict[str, Any] | None:
    """What a snapshot depends on; None where the files are changing just now."""
    states = states_of(seen, read_at)
    return None if states is None else {**_program(path), "files": states}


def _is_current(key: dict[str, Any], path: Path) -> bool:
    files = key.pop("files")
    return key == _program(path) and still_hold(files)


def _program(path: Path) -> dict[str, Any]:
    return {
        "path": str(path),
        "program": __version__,
        "schema": SCHEMA,
        "unicode": unicodedata.unidata_version,
    }
