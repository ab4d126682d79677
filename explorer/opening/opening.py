"""From the path of a dataset to its store."""

from __future__ import annotations

import time
import unicodedata
from contextlib import suppress
from pathlib import Path
from threading import active_count
from typing import TYPE_CHECKING, Any, Literal

from explorer import __version__
from explorer.opening.cache import read_snapshot, snapshot_path, temporary_snapshot, write_snapshot
from explorer.opening.file_states import states_now, states_of, still_hold
from explorer.opening.states_kept import key_of, more_states, with_states
from explorer.snapshot import DamagedSnapshotError
from explorer.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.opening.file_states import State
    from explorer.snapshot import Container, Sections

# To be raised with any change of what the sections hold.
SCHEMA = 10


def open_store(path: Path, *, use_cache: bool = True) -> Store:
    """Open the dataset at a path; raises DatasetError where nothing can be read.

    A snapshot that still holds is read in whole once, so that no damage can show later.
    """
    store = cached_store(path) if use_cache else None
    if store is not None:
        try:
            store.check()
        except DamagedSnapshotError:
            store = None
    return _read(path, use_cache) if store is None else store


def cached_store(path: Path, *, unchanged: Literal["all", "first", "none"] = "all") -> Store | None:
    """The store of the snapshot of a dataset in the cache, if there is one.

    None where a file has changed since that is to be `unchanged`.  Those to be looked at first are so at the
    start; whether the others are too is told by `still_holds`, which takes its time where there are many.
    """
    container = read_snapshot(snapshot_path(path))
    with suppress(DamagedSnapshotError, ValueError, KeyError):
        if container is None:
            return None
        program, first = key_of(container.section)
        if program != program_key(path) or (unchanged != "none" and not still_hold(first)):
            return None
        store = Store(container)
        return store if unchanged != "all" or still_holds(store) else None
    return None


def still_holds(store: Store) -> bool:
    """Whether none of the files has changed that are not to be looked at first.

    Raises ValueError or DamagedSnapshotError where the snapshot does not tell.
    """
    return still_hold(more_states(store.beside))


def _read(path: Path, use_cache: bool) -> Store:
    from explorer.building import build
    from explorer.opening.earlier import earlier_state

    read_at, seen = time.time_ns(), list[Path]()
    earlier = earlier_state(path, program_key(path)) if use_cache else None

    def use(sections: Sections) -> Container:
        container = keep(path, sections, seen, read_at) if use_cache else None
        return container or temporary_snapshot(with_key(path, sections, seen))

    return Store(build(path, use, seen=seen, processes=_processes(path), earlier=earlier))


def _processes(path: Path) -> int:
    """How many processes are to read a dataset: forking one that has threads can block it for ever."""
    from explorer.opening.sizes import is_large, processors

    return processors() if is_large(path) and active_count() == 1 else 1


def keep(path: Path, sections: Sections, seen: Iterable[Path], read_at: int) -> Container | None:
    """Write the snapshot of a dataset to the cache, given the paths that were read from `read_at` (ns) on.

    None where the files are changing just now, or the snapshot cannot be written: a full or read-only disk
    costs time at the next start, and nothing else.
    """
    states = states_of(map(str, dict.fromkeys(seen)), read_at)
    if states is None:
        return None
    with suppress(OSError):
        return write_snapshot(snapshot_path(path), with_states(sections, program_key(path), states))
    return None


def with_key(path: Path, sections: Sections, seen: Iterable[Path]) -> Sections:
    """The sections of a snapshot that is not kept, with the paths that were read and how they are now."""
    return with_states(sections, program_key(path), states_now(map(str, dict.fromkeys(seen))))


def states_read(store: Store) -> dict[str, State]:
    """The path of all that was read for a store of the whole dataset, and what was there."""
    with suppress(ValueError, KeyError):
        return {**key_of(store.beside)[1], **more_states(store.beside)}
    return {}


def program_key(path: Path) -> dict[str, Any]:
    """What a snapshot depends on besides the files of its dataset."""
    return {
        "path": str(path),
        "program": __version__,
        "schema": SCHEMA,
        "unicode": unicodedata.unidata_version,
    }
