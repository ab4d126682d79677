"""What an earlier snapshot of a dataset still tells, when some of its files have changed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from explorer.building import LISTS_ALONE, Earlier
from explorer.opening.cache import read_snapshot, snapshot_path
from explorer.opening.file_states import still_hold
from explorer.opening.states_kept import key_of, more_states
from explorer.snapshot import DamagedSnapshotError, decode_row

if TYPE_CHECKING:
    from pathlib import Path


def earlier_state(path: Path, program: dict[str, Any]) -> Earlier | None:
    """The last snapshot of a dataset by the same program, where only lists of events have changed since."""
    with suppress(DamagedSnapshotError, ValueError, KeyError):
        container = read_snapshot(snapshot_path(path))
        if container is None or LISTS_ALONE not in container:
            return None
        key, files = key_of(container.section)
        files |= more_states(container.section)
        changed = {name for name, state in files.items() if not still_hold({name: state})}
        lists = {*decode_row(container.section(LISTS_ALONE))}
        if key == program and changed and changed <= lists:
            return Earlier(container, lists - changed)
    return None
