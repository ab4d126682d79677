"""VisiData, the spreadsheet for terminals, as the command `vd`."""

from __future__ import annotations

from contextlib import contextmanager
from shutil import which
from typing import TYPE_CHECKING

from peers.searcher import NotInstalledError
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from setting import Setting


@contextmanager
def visidata(setting: Setting, file: Path) -> Iterator[Terminal]:
    """It on a file of rows, just started; raises NotInstalledError without it."""
    command = which("vd")
    if command is None:
        raise NotInstalledError("not installed")
    # Without the user's settings, and without the plugins that it would look for there.
    with Terminal([command, "--config", "", str(file)], setting.environ(setting.cache)) as terminal:
        yield terminal
