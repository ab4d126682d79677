"""The app: themes, the terminal, and the dataset that is read while the screen stands already."""

from __future__ import annotations

import gc
import os
import signal
import sys
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.message import Message

from explorer.opening import open_store
from explorer.printable import printable
from explorer.problems import DatasetError
from explorer.tui.actions import action
from explorer.tui.ascii import AsciiOnly, only_ascii
from explorer.tui.palette import Commands
from explorer.tui.screens.explorer import ExplorerScreen
from explorer.tui.terminal import leave_on_signals, let_go_of_terminal
from explorer.tui.themes import TERMINAL, default_theme, themes_on_offer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.screen import Screen

    from explorer.store import Store


class DetenteApp(App[int]):
    """Détente on a dataset; the value that it ends with is the exit status."""

    TITLE = "Détente"
    CSS_PATH = "detente.tcss"
    COMMANDS: ClassVar = {Commands}
    # These work over every dialog too.
    BINDINGS: ClassVar = [
        Binding(action(id_).keys, action(id_).call.removeprefix("app."), show=False, priority=True)
        for id_ in ("interrupt", "quit.always")
    ]

    @dataclass
    class Loaded(Message):
        """The dataset has been read."""

        store: Store

    @dataclass
    class Prepared(Message):
        """The dataset can be searched by words."""

    @dataclass
    class Unreadable(Message):
        """The dataset cannot be opened at all."""

        reason: str

    def __init__(self, path: Path, *, theme: str | None = None, event: str | None = None) -> None:
        super().__init__()
        # Every change is shown at once: a jump is a jump.
        self.animation_level = "none"
        for known in themes_on_offer(os.environ):
            self.register_theme(known)
        self.theme = theme or self._fitting_theme()
        # With these the stylesheet is right the first time: there is nothing to read again for the theme.
        self._variables = self.get_css_variables()
        self.stylesheet.set_variables(self._variables)
        self.failure = ""
        self._explorer = ExplorerScreen()
        self._loader = Thread(target=self._load, name="load", daemon=True)
        self._path = path
        self._event = event
        if only_ascii(os.environ):
            self._filters.append(AsciiOnly())

    def get_default_screen(self) -> ExplorerScreen:
        """The main screen, and none below it that would be drawn first."""
        self._explorer.fit(self.size)
        return self._explorer

    def refresh_css(self, animate: bool = True) -> None:
        """Read the stylesheets again only for another theme; Textual asks for it at each start, too."""
        variables = self.get_css_variables()
        if variables != self._variables:
            self._variables = variables
            super().refresh_css(animate)

    def on_mount(self) -> None:
        """Leave the terminal as it was, whatever ends the app."""
        if not self.is_headless:
            leave_on_signals(lambda status: self.exit(status))

    def on_explorer_screen_drawn(self) -> None:
        """Show the screen first, then read: a thread that reads takes half of the time of one that draws."""
        self._loader.start()

    def _load(self) -> None:
        """Read, show, then prepare the search; in a thread that nobody waits for when leaving."""
        try:
            store = open_store(self._path)
        except DatasetError as error:
            self.post_message(self.Unreadable(str(error)))
            return
        self.post_message(self.Loaded(store))
        # What reads a query is imported before the first one is typed.
        from explorer.search import parse

        parse("")
        self.post_message(self.Prepared())
        # The list of problems takes its time on a large dataset; have it ready before it is asked for.
        _ = store.all_problems

    def on_detente_app_loaded(self, message: Loaded) -> None:
        """Hand the store to the screen."""
        self._explorer.open(message.store, self._event)
        self.call_after_refresh(_collect_again)

    @property
    def is_prepared(self) -> bool:
        """Whether the dataset is read and can be searched."""
        return self._explorer.is_prepared

    @property
    def is_loading(self) -> bool:
        """Whether the dataset is still being read or prepared."""
        return self._loader.is_alive()

    def on_detente_app_prepared(self) -> None:
        """Let the screen run what has been typed meanwhile."""
        self._explorer.search_is_prepared()

    def on_detente_app_unreadable(self, message: Unreadable) -> None:
        """Leave, with the reason."""
        self.failure = message.reason
        self.exit(2)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of Textual's own: the palette is made from the actions."""
        return ()

    def action_command_palette(self) -> None:
        """Offer the actions where they belong: not over a dialog."""
        if self.screen is self._explorer:
            super().action_command_palette()

    def action_interrupt(self) -> None:
        """Leave as ctrl+c does anywhere."""
        self.exit(130)

    def _fitting_theme(self) -> str:
        if self.console.color_system == "standard" and not self.no_color:
            return TERMINAL.name
        return default_theme(os.environ)


def run(path: Path, *, theme: str | None = None, event: str | None = None) -> int:
    """Open the app on a dataset and return its exit status: 0, 2 for a dataset that cannot be read, 130, …"""
    if os.environ.get("NO_COLOR") == "":
        # The convention (no-color.org) asks for a value; Textual looks only whether the name is there.
        del os.environ["NO_COLOR"]
    known = [each.name for each in themes_on_offer(os.environ)]
    if theme is not None and theme not in known:
        _talk(f"there is no theme {theme!r}, only {', '.join(known)}")
        return 2
    app = DetenteApp(path, theme=theme, event=event)
    status = app.run()
    status = app.return_code or 0 if status is None else status
    if status == 128 + signal.SIGHUP:
        let_go_of_terminal()
    if app.failure:
        _talk(app.failure)
    if app.is_loading:
        # Python would wait for the thread that still reads; nothing that it does outlives the app.
        os._exit(status)
    return status


def _collect_again() -> None:
    """Turn the collector on where the start turned it off; what there is by now is there to stay."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _talk(message: str) -> None:
    print(f"detente: {printable(message)}", file=sys.stderr)  # noqa: T201 - talk goes to stderr
