"""Starting the app and a bare Textual app in a terminal, up to what is waited for."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generate import FIRST_TITLE
from setting import detente
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from setting import Setting

BARE = [sys.executable, str(Path(__file__).parent / "peers" / "bare_textual.py")]
BARE_SHOWS = "nothing but this"
BARE_LIST = [sys.executable, str(Path(__file__).parent / "peers" / "bare_lists.py")]
LIST_SHOWS = "Event 0 "
# What the first frame of the app has, whatever has been read by then: the title of a pane.
FRAME = "Timeline"
# As much of the first event's title as the timeline shows in a terminal of 120 columns.
FIRST_SHOWN = FIRST_TITLE[:15]
# Textual paints up to so many times a second; with more, a key does not wait for its frame.
NO_WAIT = {"TEXTUAL_FPS": "1000"}
LONG = 900.0


@contextmanager
def app(setting: Setting, dataset: Path, cache_folder: Path, **environ: str) -> Iterator[Terminal]:
    """The app on a dataset, with this folder as its cache, just started; where it leads is forgotten."""
    remembered = {path: path.read_bytes() for path in setting.state.rglob("*") if path.is_file()}
    with _started(setting, dataset, cache_folder, **environ) as terminal:
        yield terminal
    for path, content in remembered.items():
        path.write_bytes(content)


@contextmanager
def _started(setting: Setting, dataset: Path, cache_folder: Path, **environ: str) -> Iterator[Terminal]:
    with Terminal(detente(dataset), {**setting.environ(cache_folder), **environ}) as terminal:
        yield terminal


@contextmanager
def bare(setting: Setting) -> Iterator[Terminal]:
    """The bare app, just started."""
    with Terminal(BARE, setting.environ(setting.cache)) as terminal:
        yield terminal


@contextmanager
def bare_list(setting: Setting, kind: str, rows: int, **environ: str) -> Iterator[Terminal]:
    """A list of some kind (`lines`, `table`) with so many rows and nothing beside it, just started."""
    command = [*BARE_LIST, kind, str(rows)]
    with Terminal(command, {**setting.environ(setting.cache), **environ}) as terminal:
        yield terminal


@cache
def warm(setting: Setting, dataset: Path, title: str) -> float:
    """Open a dataset until the app has nothing more to do (a cache is written), and leave it.

    Returns the seconds of the start after that, until this title is seen.  What is warm stays so for the rest
    of the run.
    """
    setting.talk(f"first start of {dataset.name}")
    with _started(setting, dataset, setting.cache) as terminal:
        terminal.wait_for(title, LONG)
        terminal.wait_until_idle()
        terminal.press("q")
        terminal.wait_for_end()
    with app(setting, dataset, setting.cache) as terminal:
        return terminal.wait_for(title, LONG) - terminal.started


def rounds(most: int, seconds: float) -> int:
    """How often to do what takes so long: as often as wanted, but hardly longer than a minute."""
    return max(1, min(most, int(60 / max(seconds, 0.001))))
