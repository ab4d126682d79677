"""An event loop whose clock goes by its turns: what waits for a time comes at the same turn in each run.

Nothing waits in it either: where there is nothing to do until a time, that time is there.
"""

from __future__ import annotations

import asyncio
import selectors
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

# A key takes some seven turns; several keys are drawn in one picture, as they are of somebody who types fast.
SECONDS_PER_TURN = 0.0004
TURNS_PER_ROUND = 8
# Where the app and Textual look at the clock.
CLOCKS = (
    "textual._time.get_time",
    "textual.command.monotonic",
    "textual.widget.monotonic",
    "explorer.tui.typed_ahead.monotonic",
)
# What the app has done by threads while somebody looks at it.
THREADS = ("explorer.tui.screens.problems.Thread", "explorer.tui.searches.Thread")
SECONDS_OF_THREADS = 0.03


class _NeverWaiting(selectors.DefaultSelector):
    """Waits for what other threads have to tell where nothing else is to be done at any time."""

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        return super().select(None if timeout is None else 0)


class SteadyLoop(asyncio.SelectorEventLoop):
    """Each of its turns takes the same time by its own clock."""

    def __init__(self) -> None:
        self._turns = 0
        super().__init__(_NeverWaiting())

    def time(self) -> float:
        """Seconds since the loop was made."""
        return self._turns * SECONDS_PER_TURN

    def _run_once(self) -> None:
        self._turns += 1
        self._skip_idle_turns()
        super()._run_once()  # type: ignore[misc]

    def _skip_idle_turns(self) -> None:
        """Go on to the turn in which the next time comes, where nothing is to be done until then."""
        scheduled: list[asyncio.TimerHandle] = self._scheduled  # type: ignore[attr-defined]
        if scheduled and not (self._ready or self._stopping):  # type: ignore[attr-defined]
            when = scheduled[0].when() - self._clock_resolution  # type: ignore[attr-defined]
            self._turns = max(self._turns, int(when / SECONDS_PER_TURN))
            while self.time() <= when:
                self._turns += 1

    async def shutdown_default_executor(self, _timeout: float | None = None) -> None:
        """Wait for threads as long as they take: 300 seconds, as of Python 3.12, are over at once here."""
        await super().shutdown_default_executor()

    async def new_round(self) -> None:
        """Wait a few turns, so that one more or less before makes no difference to what comes."""
        while self._turns % TURNS_PER_ROUND:
            await asyncio.sleep(0)


class Later(threading.Thread):
    """Does what it is to do on the loop, a while after it was started."""

    def start(self) -> None:
        asyncio.get_running_loop().call_later(SECONDS_OF_THREADS, self.run)


@contextmanager
def steady(loop: asyncio.AbstractEventLoop) -> Iterator[None]:
    """Let the app and Textual go by the clock of a loop, and threads too."""
    with ExitStack() as stack:
        for clock in CLOCKS:
            stack.enter_context(patch(clock, loop.time))
        for thread in THREADS:
            stack.enter_context(patch(thread, Later))
        yield
