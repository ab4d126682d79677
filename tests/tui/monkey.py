"""A seeded monkey: it walks through the app at random, and after each step everything has to agree.

Run it for as long as you like: python tests/tui/monkey.py --minutes 60
"""

from __future__ import annotations

import argparse
import asyncio
import inspect
import os
import random
import sys
import time
import traceback
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, asynccontextmanager, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from unittest.mock import patch

from consistency import main_screen, wrong_in_counts, wrong_in_focus, wrong_in_selection, wrong_on_screen
from driver import quiet
from hostile_dataset import write_hostile_dataset
from picture import Picture
from steady_loop import SteadyLoop, steady
from textual.app import App
from walk import SCROLLING, Step, first_steps, post

from explorer.loading import shipped_dataset
from explorer.opening import open_store
from explorer.state import Memory
from explorer.store import Store
from explorer.tui.app import DetenteApp
from explorer.tui.dataset_reader import Changed, DatasetReader, News

SIZE = (120, 40)
# Everything is drawn and the focus looked at after so many steps, everything counted anew after so many.
DRAWN_EVERY, COUNTED_EVERY = 12, 60
# So many steps at most are handed over at once, as by somebody who types ahead.
MOST_AT_ONCE = 6
MOST_TOLD = 5
SECONDS_TO_DRAW = 0.1


class _Seen(App[int]):
    """Takes what is handed on to Textual to be written."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = Picture()
        self.takes_pictures = True

    def _display(self, screen: Any, renderable: Any) -> None:
        if self.takes_pictures and not self._batch_count:
            self.picture.take(renderable)
        super()._display(screen, renderable)


class MonkeyApp(DetenteApp, _Seen):
    """The app as it is, but for leaving it, which a monkey would do all the time."""

    CSS_PATH = Path(inspect.getfile(DetenteApp)).parent / str(DetenteApp.CSS_PATH)

    def __init__(self, reader: DatasetReader, memory: Memory) -> None:
        super().__init__(reader, theme="detente-dark", memory=memory)

    def exit(self, *args: Any, **kwargs: Any) -> None:
        """Stay."""


class StoreAtHand(DatasetReader):
    """Has a store, and never looks at the disk: what changes there does so by the clock."""

    def __init__(self, path: Path, store: Store) -> None:
        self.path, self.store = path, store

    def start(self, tell: Callable[[News], None]) -> None:
        """Tell nothing."""

    def look(self) -> None:
        """See nothing."""

    def stop(self) -> None:
        """Stay as it is."""


class Ground(NamedTuple):
    """What is walked on: a dataset, and the stores that take its place as if it had been edited."""

    path: Path
    editions: Sequence[Store]


class SlipError(Exception):
    """Something does not agree; `steps` are those that led there."""

    def __init__(self, found: str, steps: Sequence[Step]) -> None:
        super().__init__(found)
        self.steps = list(steps)


async def drawn(app: DetenteApp) -> None:
    """Wait until everything is drawn, and what was put off until then is done.

    It takes some frames: what is asked for in one is drawn in the next, and closing a list puts it off.
    """
    await asyncio.sleep(SECONDS_TO_DRAW)
    await quiet(app)


@asynccontextmanager
async def opened(ground: Ground, folder: Path) -> AsyncIterator[MonkeyApp]:
    """An app on a dataset, which keeps what it remembers in a folder."""
    memory = Memory(ground.path, folder)
    app = MonkeyApp(StoreAtHand(ground.path, ground.editions[0]), memory)
    try:
        async with app.run_test(size=SIZE):
            await drawn(app)
            yield app
    finally:
        memory.close()


async def walk_through(
    ground: Ground, folder: Path, steps: Sequence[Step], *, at_once: int = 1, pictures: bool = True
) -> None:
    """Do the steps; raises SlipError.

    Without `pictures` it is not looked at whether what was drawn piece by piece is the whole picture.
    """
    chance, done, loop = random.Random(at_once), 0, asyncio.get_running_loop()
    assert isinstance(loop, SteadyLoop)
    try:
        async with opened(ground, folder) as app:
            app.takes_pictures = pictures
            while done < len(steps):
                before, done = done, min(len(steps), done + chance.randint(1, at_once))
                for step in steps[before:done]:
                    _do(app, ground, step)
                await quiet(app)
                await loop.new_round()
                await _look(app, steps[:done], before)
    except SlipError:
        raise
    except Exception as error:
        # What the app had still to do when it was left, or could not be given.
        raise SlipError(traceback.format_exc(), steps[:done]) from error


def _do(app: DetenteApp, ground: Ground, step: Step) -> None:
    if step[0] != "change":
        post(app, step)
    else:
        edition = ground.editions[int(step[1]) % len(ground.editions)]
        app.post_message(DetenteApp.Told(Changed(edition, int(step[1]) % 3, 1)))


async def _look(app: MonkeyApp, done: Sequence[Step], before: int) -> None:
    """Raise SlipError where something does not agree; `before` is how many steps the last look saw."""
    is_due = [len(done) // every > before // every for every in (DRAWN_EVERY, COUNTED_EVERY)]
    try:
        if app._exception is not None:
            # It is the walk that ends with it.
            error, app._exception = app._exception, None
            raise error
        wrong = list(wrong_in_selection(main_screen(app)))
        if is_due[0]:
            await drawn(app)
            wrong += wrong_in_focus(app, moved=done[-1][0] == "key" and done[-1][1] in SCROLLING)
        if is_due[1]:
            wrong += wrong_on_screen(app)
            wrong += filter(None, [app.picture.difference(app)] if app.takes_pictures else [])
            wrong += wrong_in_counts(main_screen(app))
    except Exception:
        wrong = [traceback.format_exc()]
    if wrong:
        raise SlipError("\n".join(wrong[:MOST_TOLD]), done)


# ---- grounds ----


def hostile_ground(folder: Path, *, countries: int = 40, events: int = 250) -> Ground:
    """A dataset that would break a screen, and editions of it."""
    paths = [
        write_hostile_dataset(folder / f"{seed}", countries=countries, events=events, seed=seed)
        for seed in range(3)
    ]
    return Ground(paths[0], [open_store(path, use_cache=False) for path in paths])


# What can be walked on; each is made in a folder.
GROUNDS: Mapping[str, Callable[[Path], Ground]] = {
    "shipped": lambda folder: Ground(shipped_dataset(), [open_store(shipped_dataset())]),
    "hostile": lambda folder: hostile_ground(folder / "hostile"),
    "crowded": lambda folder: hostile_ground(folder / "crowded", countries=3_000, events=600),
}


# ---- walks ----


@contextmanager
def nothing_leaves(folder: Path) -> Iterator[None]:
    """Keep browser, clipboards, editor and the user's folders out of it; exports go to a folder."""
    environ = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CACHE", "CONFIG", "STATE")}
    hidden = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "STY", "VISUAL", "EDITOR"), "")
    with ExitStack() as stack:
        stack.enter_context(patch.dict(os.environ, {**environ, **hidden, "SSH_TTY": "/dev/nowhere"}))
        stack.enter_context(patch("webbrowser.open", return_value=True))
        stack.enter_context(
            patch("explorer.tui.exporting.path_typed", lambda text: folder / Path(text.strip()).name)
        )
        yield


def slip_in(
    ground: Ground, steps: Sequence[Step], *, at_once: int = 1, pictures: bool = True
) -> SlipError | None:
    """What is wrong on the way of these steps, if anything is."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        stack.enter_context(nothing_leaves(folder))
        runner = stack.enter_context(asyncio.Runner(loop_factory=SteadyLoop))
        stack.enter_context(steady(runner.get_loop()))
        try:
            runner.run(walk_through(ground, folder, steps, at_once=at_once, pictures=pictures))
        except SlipError as slip:
            return slip
    return None


def shortened(steps: list[Step], fails: Callable[[list[Step]], bool], patience: float = 120.0) -> list[Step]:
    """Fewer steps that fail too: the last ones, then without ever smaller pieces; looked for some seconds."""
    end = time.monotonic() + patience
    steps = next((steps[-few:] for few in (10, 30, 100, 300) if fails(steps[-few:])), steps)
    size = len(steps) // 2
    while size and time.monotonic() < end:
        for start in range(0, len(steps), size):
            fewer = [*steps[:start], *steps[start + size :]]
            if time.monotonic() < end and fewer and fails(fewer):
                steps = fewer
                break
        else:
            size //= 2
    return steps


# ---- the command ----


def main() -> int:
    """Walk until the time is over; 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", default="random", help="a number, or `random`")
    parser.add_argument("--steps", type=int, default=2_000, help="steps of each walk")
    parser.add_argument("--ground", choices=(*GROUNDS, "all"), default="all")
    options = parser.parse_args()
    seed = random.randrange(10**9) if options.seed == "random" else int(options.seed)
    with TemporaryDirectory() as folder, nothing_leaves(Path(folder)):
        names = [*GROUNDS] if options.ground == "all" else [options.ground]
        grounds = {name: GROUNDS[name](Path(folder)) for name in names}
        return _walk_for(options.minutes * 60, seed, options.steps, grounds)


def _walk_for(seconds: float, seed: int, count: int, grounds: dict[str, Ground]) -> int:
    end, done, slips = time.monotonic() + seconds, 0, 0
    while time.monotonic() < end:
        name = [*grounds][seed % len(grounds)]
        at_once = MOST_AT_ONCE if seed % 2 else 1
        slip = slip_in(grounds[name], first_steps(seed, SIZE, count), at_once=at_once)
        if slip is not None:
            _tell(slip, name, seed, at_once, grounds[name])
            slips += 1
        done += len(slip.steps) if slip is not None else count
        print(f"seed {seed} on {name}: {done} steps in all, {slips} slips", flush=True)  # noqa: T201
        seed += 1
    return int(slips > 0)


def _tell(slip: SlipError, name: str, seed: int, at_once: int, ground: Ground) -> None:
    print(f"--seed {seed} --ground {name}, step {len(slip.steps)}: {slip}")  # noqa: T201
    print("last steps:", slip.steps[-20:], flush=True)  # noqa: T201
    few = shortened(slip.steps, lambda steps: slip_in(ground, steps, at_once=at_once) is not None)
    again = slip_in(ground, few, at_once=at_once)
    print(f"{len(few)} steps are enough:", few, "\n", again)  # noqa: T201


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        sys.exit(main())
