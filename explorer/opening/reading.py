"""The process that reads a dataset for a program which shows a screen meanwhile.

Run as `python -m explorer.opening.reading DATASET CACHE FD…`: CACHE is 1 or 0, and each FD an open file for a
snapshot, the last one for the whole dataset where there is no cache.  It writes messages to its standard
output, and ends when its standard input does: its parent is gone then.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from explorer.building import build
from explorer.opening.cache import write_into
from explorer.opening.messages import Message, Partial, Progress, Ready, Refused, encode
from explorer.opening.opening import keep
from explorer.opening.sizes import processors
from explorer.problems import DatasetError

if TYPE_CHECKING:
    from explorer.snapshot import Sections


def main() -> None:
    """Read the dataset that the command line names."""
    path, use_cache, *files = sys.argv[1:]
    Thread(target=_end_with_parent, daemon=True).start()
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
            write_into(files[place], sections)
            _tell(Partial(place))

    sections = build(
        path,
        processes=processors(),
        seen=seen,
        progress=lambda *told: _tell(Progress(*told)),
        publish=publish,
    )
    if use_cache and keep(path, sections, seen, read_at):
        _tell(Ready(cached=True))
    else:
        write_into(files[-1], sections)
        _tell(Ready(cached=False))


def _tell(message: Message) -> None:
    with suppress(BrokenPipeError):
        os.write(sys.stdout.fileno(), encode(message))


def _end_with_parent() -> None:
    os.read(sys.stdin.fileno(), 1)
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    main()
