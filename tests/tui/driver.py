"""Drives the app without a terminal, and tells what a person would see."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from textual import events
from textual.pilot import Pilot

from explorer.tui.app import DetenteApp
from explorer.tui.screens.explorer import ExplorerScreen

PATIENCE = 30.0
WIDE, MEDIUM, NARROW = (120, 40), (80, 24), (40, 15)
# A queue may be empty while what was taken from it is on its way to another.
IDLE_TURNS = 3
# A change of the layout is drawn, asks for another change, and is drawn again.
DRAWINGS = 3


async def quiet(app: DetenteApp) -> None:
    """Wait until no message waits to be handled anywhere.

    The pilot asks each widget by a message of its own, which often costs more than what is waited for.
    """
    idle, busy = 0, app
    while idle < IDLE_TURNS and app._exception is None:
        await asyncio.sleep(0)
        if not (app.holds_back or _has_work(busy)):
            # Who has had work most often has more.
            busy = next(filter(_has_work, (app, *app._registry)), app)
        idle = 0 if app.holds_back or _has_work(busy) else idle + 1


def _has_work(pump: Any) -> bool:
    return pump._running and bool(
        pump._message_queue.qsize() or pump._pending_message is not None or pump._next_callbacks
    )


def key_event(key: str) -> events.Key:
    """What a terminal tells when this key is pressed."""
    return events.Key(key, CHARACTERS.get(key, key if len(key) == 1 else None))


class Driver:
    """The app under test: presses keys, and tells what a person would see."""

    def __init__(self, app: DetenteApp, pilot: Pilot[int]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def screen(self) -> ExplorerScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, ExplorerScreen)
        return screen

    async def press(self, *keys: str) -> None:
        """Press keys, each when all messages of the one before have been handled; draw once all are done."""
        await self.send(*map(key_event, keys))

    async def send(self, *what: events.Event) -> None:
        """Let keys be pressed and texts be pasted, as `press` does."""
        for event in what:
            self.app.post_message(event)
            await quiet(self.app)
        await self.settle()

    async def type(self, text: str) -> None:
        names = {character: name for name, character in CHARACTERS.items()}
        await self.press(*(names.get(letter, letter) for letter in text))

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for what comes of another thread, or of a timer."""
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, self.text
            await self.pilot.pause(0.01)

    async def settle(self) -> None:
        """Wait until all that was asked for is done and drawn, and what was put off until then."""
        for _ in range(DRAWINGS):
            await quiet(self.app)
            # The source follows the cursor in a frame of its own.
            if isinstance(self.app.screen_stack[0], ExplorerScreen):
                assert self.app.screen_stack[0].source
            self.app.screen._on_timer_update()
        await quiet(self.app)

    @property
    def text(self) -> str:
        """The screen as plain text, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in strips)

    @property
    def event(self) -> str | None:
        """The id of the event under the cursor."""
        screen = self.screen
        assert screen.store is not None
        return None if screen.number is None else screen.store.events[screen.number].id

    @property
    def shown(self) -> list[str]:
        """The ids of the events in the timeline."""
        screen = self.screen
        assert screen.store is not None
        assert screen.selection is not None
        return [screen.store.events[number].id for number in screen.selection]


@asynccontextmanager
async def driven(app: DetenteApp, size: tuple[int, int]) -> AsyncIterator[Driver]:
    """The app in a window of this size, once it shows the whole dataset."""
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        while not app.is_open:
            await driver.settle()
        await driver.settle()
        yield driver


CHARACTERS = {
    "space": " ",
    "colon": ":",
    "minus": "-",
    "left_parenthesis": "(",
    "quotation_mark": '"',
    "slash": "/",
    "question_mark": "?",
}

Open = Callable[..., AbstractAsyncContextManager[Driver]]
