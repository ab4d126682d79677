"""Opening the app: the dataset first, which may be read by another process, then Textual and the screen."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from explorer.config import Preferences, read_preferences
from explorer.imports.late import late_imports
from explorer.printable import printable
from explorer.state import Memory, state_folder
from explorer.tui.actions import ACTIONS, action, shown_keys
from explorer.tui.dataset_reader import DatasetReader
from explorer.tui.session import start_from

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from explorer.config import Keymap

# First with another snapshot, then without any that is kept.
MOST_RESTARTS = 2
DAMAGED = "what is read of this dataset is damaged again and again: the disk or the memory may be faulty"


def run(
    path: Path,
    *,
    theme: str | None = None,
    event: str | None = None,
    fresh: bool = False,
    screen_reader: bool = False,
    use_cache: bool = True,
    drawn: Callable[[], None] | None = None,
) -> int:
    """Open the app on a dataset and return its exit status: 0, 2 for a dataset that cannot be read, 130, …

    Unless `fresh`, it opens where somebody left this dataset, or at an event (its id).  With `screen_reader`,
    or where the config file asks for it, it speaks in words.  `drawn` is called once the first frame stands.
    """
    if os.environ.get("NO_COLOR") == "":
        # The convention (no-color.org) asks for a value; Textual looks only whether the name is there.
        del os.environ["NO_COLOR"]
    with late_imports():
        reader = DatasetReader(path, use_cache=use_cache)
        memory = Memory(path, state_folder())
    try:
        return _run(reader, memory, theme, event, fresh=fresh, screen_reader=screen_reader, drawn=drawn)
    finally:
        reader.stop()
        memory.close()
        for notice in memory.notices():
            _talk(notice)


def _run(
    reader: DatasetReader,
    memory: Memory,
    theme: str | None,
    event: str | None,
    *,
    fresh: bool,
    screen_reader: bool,
    drawn: Callable[[], None] | None,
) -> int:
    with late_imports():
        from explorer.tui.app import DetenteApp
    from explorer.tui.themes import themes_on_offer

    known = [each.name for each in themes_on_offer(os.environ)]
    if theme is not None and theme not in known:
        _talk(f"there is no theme {theme!r}, only {', '.join(known)}")
        return 2
    preferences = read_preferences(ACTIONS)
    wish = preferences.settings.theme
    app_class = DetenteApp
    if screen_reader or preferences.settings.screen_reader:
        from explorer.tui.screen_reader.app import ScreenReaderApp

        app_class = ScreenReaderApp
    app = app_class(
        reader,
        theme=theme or (wish if wish in known else None),
        start=start_from(None if fresh else memory.session, event),
        memory=memory,
        preferences=preferences,
        notice=_notice(preferences, known) or ("" if memory.session else _welcome(preferences.keymap)),
        drawn=drawn,
    )
    status = app.run()
    for _ in range(MOST_RESTARTS):
        if app.is_damaged:
            app = app.afresh()
            status = app.run()
    if app.is_damaged:
        app.failure, status = DAMAGED, 2
    status = app.return_code or 0 if status is None else status
    if status == 128 + signal.SIGHUP:
        from explorer.tui.terminal import let_go_of_terminal

        let_go_of_terminal()
    if app.failure:
        _talk(app.failure)
    return status


def _notice(preferences: Preferences, themes: Sequence[str]) -> str:
    """What is wrong in the config file, in a sentence; empty if nothing is."""
    theme = preferences.settings.theme
    told = [f"{problem.message}. {problem.hint}".strip() for problem in preferences.problems]
    places = [f"config.yaml:{problem.line}" for problem in preferences.problems]
    if theme is not None and theme not in themes:
        told.append(f"there is no theme ‘{theme}’, only {', '.join(themes)}.")
        places.append("config.yaml")
    if not told:
        return ""
    more = f" ({len(told) - 1} more: `detente config check`)" if len(told) > 1 else ""
    return f"{places[0]}: {told[0]}{more}"


def _welcome(keymap: Keymap) -> str:
    """What is worth knowing where nobody has been yet, in one line."""
    told = (
        ("search", "searches"),
        ("passage", "goes to the passage that says so"),
        ("help", "shows all keys"),
    )
    keys = [(next(iter(shown_keys(action(id_), keymap)), ""), text) for id_, text in told]
    line = ", ".join(f"{key} {text}" for key, text in keys if key)
    return f"{line}." if line else ""


def _talk(message: str) -> None:
    print(f"detente: {printable(message)}", file=sys.stderr)  # noqa: T201 - talk goes to stderr
