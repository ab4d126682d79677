"""Opening the app: the dataset first, which may be read by another process, then Textual and the screen."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from explorer.printable import printable
from explorer.tui.dataset_reader import DatasetReader

if TYPE_CHECKING:
    from pathlib import Path


def run(path: Path, *, theme: str | None = None, event: str | None = None, use_cache: bool = True) -> int:
    """Open the app on a dataset and return its exit status: 0, 2 for a dataset that cannot be read, 130, …"""
    if os.environ.get("NO_COLOR") == "":
        # The convention (no-color.org) asks for a value; Textual looks only whether the name is there.
        del os.environ["NO_COLOR"]
    reader = DatasetReader(path, use_cache=use_cache)
    try:
        return _run(reader, theme, event)
    finally:
        reader.stop()


def _run(reader: DatasetReader, theme: str | None, event: str | None) -> int:
    from explorer.tui.app import DetenteApp
    from explorer.tui.themes import themes_on_offer

    known = [each.name for each in themes_on_offer(os.environ)]
    if theme is not None and theme not in known:
        _talk(f"there is no theme {theme!r}, only {', '.join(known)}")
        return 2
    app = DetenteApp(reader, theme=theme, event=event)
    status = app.run()
    while app.is_damaged:
        app = app.afresh()
        status = app.run()
    status = app.return_code or 0 if status is None else status
    if status == 128 + signal.SIGHUP:
        from explorer.tui.terminal import let_go_of_terminal

        let_go_of_terminal()
    if app.failure:
        _talk(app.failure)
    return status


def _talk(message: str) -> None:
    print(f"detente: {printable(message)}", file=sys.stderr)  # noqa: T201 - talk goes to stderr
