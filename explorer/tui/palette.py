"""The command palette: every action by its sentence, the exports, and the themes."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widgets import Input

from explorer.tui.actions import ACTIONS, OWN_KEYS, shown_keys
from explorer.tui.drawing import drawable
from explorer.tui.main.way_back import WayBack
from explorer.tui.themes import themes_on_offer
from explorer.tui.whole_pictures import WholePictures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.fuzzy import Matcher
    from textual.types import IgnoreReturnCallbackType

    from explorer.tui.actions import Action

# What begins a name of a command counts more, for each of its letters, than whatever a sentence holds of it.
_NAMED = 10


class Command(NamedTuple):
    """What a command does, its keys or what else there is to say, what is to be called, and further names."""

    text: str
    note: str
    call: IgnoreReturnCallbackType
    names: str = ""

    def is_named(self, typed: str) -> bool:
        """Whether one of its names begins so."""
        return f" {' '.join(typed.lower().split())}" in f" {self.names}"


class Palette(CommandPalette, WholePictures[None]):
    """Textual's palette, drawn when its commands are there; a second click beside it leaves nothing more."""

    # Each command comes in a few turns of its own.
    TURNS = 2000

    def __init__(self) -> None:
        super().__init__(id="--command-palette")

    def on_mount(self) -> None:
        """A blinking cursor would send bytes for nothing, twice a second."""
        self.query_one(Input).cursor_blink = False

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave, if it has not been left."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def _is_at_work(self) -> bool:
        """Whether anything has something to do, or commands are still being gathered the first time."""
        return super()._is_at_work() or not self.has_class("-ready")

    def _action_command_list(self, action: str) -> None:
        # A page of commands that have not been laid out yet is a place that Textual does not find.
        with suppress(KeyError):
            super()._action_command_list(action)


class Commands(Provider):
    """Finds commands by any part of what they do."""

    async def discover(self) -> Hits:
        """All commands, before anything is typed."""
        for text, note, call, _ in self.commands():
            yield DiscoveryHit(Content(text), call, text=text, help=_unmarked(note))

    async def search(self, query: str) -> Hits:
        """The commands that match, those first that go by a name like this."""
        matcher = self.matcher(query)
        for command in self.commands():
            text, note, call, _ = command
            score = matcher.match(text) + command.is_named(query) * _NAMED * len(query)
            if score > 0:
                yield Hit(score, _highlighted(matcher, text), call, text=text, help=_unmarked(note))

    def commands(self) -> Iterator[Command]:
        """Each command."""
        from explorer.tui.exporting import EXPORTS

        focused, screen = self.focused or self.screen, self.screen
        keymap = screen.keymap if isinstance(screen, WayBack) else OWN_KEYS
        for item in ACTIONS:
            if item.where in ("everywhere", focused.id) and not item.is_numbered:
                keys = " ".join(shown_keys(item, keymap))
                yield Command(item.help, keys, self._caller(item.call), _names(item))
        for format_, title in EXPORTS.items():
            yield Command(f"Export the events shown to {title}.", "", self._caller(f"export('{format_}')"))
        if isinstance(screen, WayBack):
            yield from _saved_searches(screen)
        for theme in themes_on_offer(os.environ):
            yield Command(f"Theme: {theme.name}", "", self._theme(theme.name))

    def _caller(self, call: str) -> IgnoreReturnCallbackType:
        focused = self.focused or self.screen

        async def run() -> None:
            for node in (focused, self.screen):
                if await self.app.run_action(call, node):
                    return

        return run

    def _theme(self, name: str) -> IgnoreReturnCallbackType:
        def choose() -> None:
            self.app.theme = name

        return choose


def _names(item: Action) -> str:
    """What an action goes by in the key bar and in the configuration, which people may look for."""
    return f"{item.id.replace('.', ' ').replace('_', ' ')} {item.label}".rstrip()


def _highlighted(matcher: Matcher, text: str) -> Content:
    """A text with what is looked for; brackets, which would be taken for markup, go without."""
    return Content(text) if "[" in text else matcher.highlight(text)


def _unmarked(text: str) -> str:
    """Markup that shows a text as it is written."""
    return text.replace("[", r"\[")


def _saved_searches(screen: WayBack) -> Iterator[Command]:
    """To make each of the saved searches again, and to forget it."""
    for name, query in screen.memory.saved_searches.items():
        shown = drawable(name)
        yield Command(f"Search: {shown}", drawable(query), partial(screen.search_for, query))
        forget = partial(screen.memory.drop_saved_search, name)
        yield Command(f"Forget the saved search: {shown}", "", forget)
