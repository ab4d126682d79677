"""What the process does that reads a dataset for a program which shows a screen meanwhile.

Its arguments are DATASET CACHE FD…: CACHE is 1 or 0, and each FD an open file for a snapshot, the last one
for the whole dataset where there is no cache.  It writes messages to its standard output, and ends when its
standard input does: its parent is gone then.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from select import select
from typing import TYPE_CHECKING

from explorer.building import build
from explorer.opening.cache import write_into
from explorer.opening.earlier import earlier_state
from explorer.opening.messages import Message, Partial, Progress, Ready, Refused, encode
from explorer.opening.opening import keep, program_key, with_key
from explorer.opening.sizes import processors
from explorer.problems import DatasetError

if TYPE_CHECKING:
    from explorer.snapshot import Sections

_STDIN, _STDOUT = 0, 1
_NICENESS = 10
# How often it is looked whether the parent is still there, and how long cleaning up may take, in seconds.
_WATCHED = 0.2
_PATIENCE = 2.0


def main() -> None:
    """Read the dataset that the command line names."""
    path, use_cache, *files = sys.argv[1:]
    # The screen answers first where there are not enough processors for both.
    os.nice(_NICENESS)
    _end_with_parent()
    try:
        _read(Path(path), use_cache == "1", [int(file) for file in files])
    except DatasetError as error:
        _tell(Refused(str(error)))


def _read(path: Path, use_cache: bool, files: list[int]) -> None:
    read_at, seen = time.time_ns(), list[Path]()
    parts = iter(range(len(files) - 1))

    def publish(sections: Sections) -> None:
        place = next(parts, None)
        if place is not None:
            # On a full disk there is only the whole to be shown.
            with suppress(OSError):
                write_into(files[place], sections)
                _tell(Partial(place))

    def use(sections: Sections) -> bool:
        if use_cache and keep(path, sections, seen, read_at):
            return True
        write_into(files[-1], with_key(path, sections, seen))
        return False

    cached = build(
        path,
        use,
        processes=processors(),
        earlier=earlier_state(path, program_key(path)) if use_cache else None,
        seen=seen,
        progress=lambda *told: _tell(Progress(*told)),
        publish=publish,
    )
    _tell(Ready(cached=cached))


def _tell(message: Message) -> None:
    line = encode(message)
    with suppress(BrokenPipeError):
        while line:
            line = line[os.write(_STDOUT, line) :]


def _end_with_parent() -> None:
    """See to it that this process and those that it forks end when the parent does.

    A thread could wait for that; but a process that has threads must not be forked.
    """
    _look_after(_leave)
    os.register_at_fork(after_in_child=_look_after_child)


def _look_after(leave: signal._HANDLER) -> None:
    signal.signal(signal.SIGALRM, leave)
    signal.setitimer(signal.ITIMER_REAL, _WATCHED, _WATCHED)


def _look_after_child() -> None:
    # The parent is to see the end of what this process tells, whatever its children still do.
    os.close(_STDOUT)
    _look_after(_leave_at_once)


def _is_orphan() -> bool:
    """Whether the parent is gone: it never writes, so there is something to read only then."""
    return bool(select([_STDIN], [], [], 0)[0])


def _leave(*_: object) -> None:
    if _is_orphan():
        # Time for what is being written to be deleted.
        signal.signal(signal.SIGALRM, lambda *_: os.killpg(0, signal.SIGKILL))
        signal.setitimer(signal.ITIMER_REAL, _PATIENCE)
        sys.exit(1)


def _leave_at_once(*_: object) -> None:
    if _is_orphan():
        os.kill(os.getpid(), signal.SIGKILL)
