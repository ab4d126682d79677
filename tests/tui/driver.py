"""Drives the app without a terminal, and tells what a person would see."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from textual import events
from textual.pilot import Pilot

from explorer.tui.app import DetenteApp
from explorer.tui.screens.explorer import ExplorerScreen

PATIENCE = 30.0
WIDE, MEDIUM, NARROW = (120, 40), (80, 24), (40, 15)


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
        """Press keys, each when all messages of the one before have been handled.

        The pilot's own way waits for the process to be idle, which takes long where other work goes on.
        """
        for key in keys:
            self.app.post_message(events.Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))
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
        # The app takes what was typed, and hands it on as soon as there is nothing left to do before it.
        await self.pilot.pause(0)
        while self.app.holds_back and self.app._exception is None:
            await self.pilot.pause(0)
        # The source follows the cursor in a frame of its own.
        if isinstance(self.app.screen_stack[0], ExplorerScreen):
            assert self.app.screen_stack[0].source
        # From there to the widget, to the screen, and down again.
        for _ in range(3):
            await self.pilot.pause(0)

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
