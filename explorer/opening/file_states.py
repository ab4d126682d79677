"""Whether files are still as they were when a dataset was read from them.

A state is a row of JSON: what was at a path.  A file that was written just before it was read can change
again without its times telling, so of such a file the contents count (git's "racy" entries are the same
case).
"""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import TYPE_CHECKING, Any

from explorer.opening.digests import digest, digest_of_file

if TYPE_CHECKING:
    from collections.abc import Iterable

State = list[Any]

_SECOND = 1_000_000_000
# Times of files can be this coarse (FAT has two seconds).
FRESH_NS = 2 * _SECOND
# The clock that stamps files ticks, on Linux every 1 to 10 ms.
_TICK_NS = 50_000_000
# Of a file that was written so shortly before it was read the contents count, which takes time at each start.
_DOUBTED_NS = 250_000_000


def states_of(paths: Iterable[str], read_at: int) -> dict[str, State] | None:
    """The state of each path after a dataset was read from them, which began at `read_at` (ns since 1970).

    None where one may have changed since then: nobody knows which of its states was read.
    """
    try:
        states = {path: _settled_state(path, read_at) for path in paths}
    except (OSError, ValueError):
        return None
    known = {path: state for path, state in states.items() if state is not None}
    return known if len(known) == len(states) else None


def states_now(paths: Iterable[str]) -> dict[str, State]:
    """The state of each path as it is, told by sizes and times alone."""
    return {path: _state(path) for path in paths}


def without_digests(states: dict[str, State]) -> dict[str, State]:
    """States as `states_now` tells them."""
    return {path: state[:5] for path, state in states.items()}


def still_hold(states: dict[str, State]) -> bool:
    """Whether every path is as it was."""
    return all(_holds(path, state) for path, state in states.items())


def _settled_state(path: str, read_at: int) -> State | None:
    """The state of a path that has not changed since; raises OSError or ValueError where that is not told."""
    state = _state(path)
    if state[0] == "unknown":
        return None
    changed = _last_change(path)
    if changed > read_at - (_TICK_NS if changed % _SECOND else FRESH_NS):
        return None
    if state[0] == "file" and max(state[2:4]) > read_at - _DOUBTED_NS:
        state.append(digest_of_file(Path(path)))
    return state


def _holds(path: str, state: State) -> bool:
    try:
        if state[0] != "file":
            return _state(path) == state
        found = os.stat(path)  # noqa: PTH116 - thousands of files; a Path of each takes as long again
        if [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino] != state[1:5]:
            return False
        return len(state) == 5 or digest_of_file(Path(path)) == state[5]
    except (OSError, ValueError):
        return False


def _state(path: str) -> State:
    try:
        found = os.stat(path)  # noqa: PTH116
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return ["missing"]
    except OSError:
        return ["unknown"]
    if S_ISREG(found.st_mode):
        return ["file", found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]
    if S_ISDIR(found.st_mode):
        return ["folder", _listing(path)]
    return ["unknown"]


def _last_change(path: str) -> int:
    """When what stands at a path has last changed (ns since 1970): itself, and what it links to.

    Where nothing stands, when something last went from the folder above, or came to it.
    """
    try:
        found = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        above = os.path.dirname(path) or os.curdir  # noqa: PTH120
        if above == path:
            raise
        return _last_change(above)
    changed = max(found.st_mtime_ns, found.st_ctime_ns)
    return max(changed, _last_change(os.path.realpath(path))) if S_ISLNK(found.st_mode) else changed


def _listing(folder: str) -> str:
    """A digest of what a folder holds that a dataset can be made of: folders, links and YAML files."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(
                f"{entry.name}\0{entry.is_dir()}\0{os.readlink(entry) if entry.is_symlink() else ''}"  # noqa: PTH115
                for entry in entries
                if not entry.name.startswith(".")
                and (entry.name.lower().endswith((".yaml", ".yml")) or entry.is_symlink() or entry.is_dir())
            )
    except OSError as error:
        return f"unlistable: {error.errno}"
    return digest("\0\0".join(names).encode("utf-8", "surrogateescape"))
