"""Copying something, and what is said of it afterwards."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from explorer.state import state_folder
from explorer.tui import clipboard

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from textual.app import App

    from explorer.tui.takeaways import Takeaway

_KEPT = "copied.txt"


class Told(NamedTuple):
    """A sentence for the person, and whether it is about a failure."""

    sentence: str
    is_error: bool = False


def copy(taken: Takeaway, write: Callable[[str], None], environ: Mapping[str, str]) -> Told:
    """Copy what was chosen by every way there is; where none is, keep it in a file of the state folder."""
    ways = clipboard.copy(taken.text, write, environ)
    what = f"{taken.name}: {len(taken.text):,} characters"
    if ways:
        return Told(f"{what} sent to {' and to '.join(ways)}.")
    try:
        path = keep(taken.text)
    except OSError as error:
        reason = (error.strerror or "it cannot be written").lower()
        return Told(
            f"{what} not copied: no clipboard was found; nor kept in a file: {reason}.", is_error=True
        )
    return Told(f"No clipboard was found; {what} are in {path}", is_error=True)


def copy_aside(app: App[Any], taken: Takeaway, tell: Callable[[Told], None]) -> None:
    """Copy in a thread, where programs are waited for; `tell` is called in the app's own."""
    driver = app._driver
    write = driver.write if driver else lambda _: None

    def run() -> None:
        told = copy(taken, write, os.environ)
        # The app may have ended meanwhile.
        with suppress(RuntimeError):
            app.call_from_thread(tell, told)

    app.run_worker(run, thread=True, group="copy")


def keep(text: str) -> Path:
    """Write a text to a file that only its owner reads, in place of the one before; raises OSError."""
    folder = state_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / _KEPT
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
        file.write(text)
    return path
