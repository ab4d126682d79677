"""The command palette: every action by its sentence, and the themes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider

from explorer.tui.actions import ACTIONS
from explorer.tui.themes import themes_on_offer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.types import IgnoreReturnCallbackType


class Commands(Provider):
    """Finds commands by any part of what they do."""

    async def discover(self) -> Hits:
        """All commands, before anything is typed."""
        for text, help_, command in self._commands():
            yield DiscoveryHit(text, command, help=help_)

    async def search(self, query: str) -> Hits:
        """The commands that match."""
        matcher = self.matcher(query)
        for text, help_, command in self._commands():
            score = matcher.match(text)
            if score > 0:
                yield Hit(score, matcher.highlight(text), command, help=help_)

    def _commands(self) -> Iterator[tuple[str, str, IgnoreReturnCallbackType]]:
        focused = self.focused or self.screen
        for item in ACTIONS:
            if item.where in ("everywhere", focused.id):
                yield item.help, " ".join(item.shown_keys), self._caller(item.call)
        for theme in themes_on_offer(os.environ):
            yield f"Theme: {theme.name}", "", self._theme(theme.name)

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
