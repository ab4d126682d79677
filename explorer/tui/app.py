"""The app: themes, the terminal, and the dataset that is read while the screen stands already."""

from __future__ import annotations

import gc
import os
import signal
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import SuspendNotSupported, SystemCommand
from textual.binding import Binding
from textual.message import Message

from explorer.config import Preferences
from explorer.imports.late import late_imports
from explorer.records import dataclass
from explorer.snapshot import DamagedSnapshotError
from explorer.state import Memory
from explorer.tui.actions import action, textual_keymap
from explorer.tui.compositor import PatchingApp
from explorer.tui.dataset_reader import Changed, Damaged, DatasetReader, News, Opened, Unreadable
from explorer.tui.editor_wanted import EditorWanted
from explorer.tui.screens.explorer import ExplorerScreen
from explorer.tui.session import Start, start_from
from explorer.tui.stylesheet import LateStylesheet
from explorer.tui.terminal import animation_level, deaf_to_interrupts, leave_on_signals, only_ascii
from explorer.tui.themes import default_theme, themes_on_offer
from explorer.tui.typed_ahead import KeysInOrder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.console import RenderableType
    from textual.command import Provider
    from textual.driver import Driver
    from textual.screen import Screen
    from textual.types import CSSPathType

    from explorer.model import Place
    from explorer.state import Session


# How often it is written down where one is, and how soon it is told that this fails, in seconds.
KEEPS_EVERY = 30.0
TELLS_EVERY = 2.0
# So many containers are made between two looks for cycles among them.
_NEW_BETWEEN_LOOKS = 10_000


def _commands() -> type[Provider]:
    from explorer.tui.palette import Commands

    return Commands


class DetenteApp(KeysInOrder, PatchingApp):
    """Détente on a dataset; the value that it ends with is the exit status."""

    TITLE = "Détente"
    CSS_PATH: ClassVar[CSSPathType] = "detente.tcss"
    COMMANDS: ClassVar = {_commands}
    MAIN_SCREEN: ClassVar[type[ExplorerScreen]] = ExplorerScreen
    stylesheet: LateStylesheet
    # These work over every dialog too.
    BINDINGS: ClassVar = [
        Binding(action(id_).keys, action(id_).call.removeprefix("app."), show=False, id=id_, priority=True)
        for id_ in ("interrupt", "quit.always", "redraw", "suspend")
    ]

    @dataclass
    class Told(Message):
        """There is news of the dataset."""

        news: News

    def __init__(
        self,
        reader: DatasetReader,
        *,
        theme: str | None = None,
        event: str | None = None,
        start: Start | None = None,
        memory: Memory | None = None,
        preferences: Preferences | None = None,
        notice: str = "",
        drawn: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        preferences = preferences or Preferences()
        # Every change is shown at once, unless somebody wants to see it move: a jump is a jump.
        self.animation_level = animation_level(preferences.settings.motion, os.environ)
        self.keymap = preferences.keymap
        self.set_keymap(textual_keymap(self.keymap))
        for known in themes_on_offer(os.environ):
            self.register_theme(known)
        self.theme = theme or self._fitting_theme()
        # With these the stylesheet is right the first time: there is nothing to read again for the theme.
        self._variables = self.get_css_variables()
        self.stylesheet = LateStylesheet(variables=self._variables)
        self.failure = ""
        self.is_damaged = False
        self._reader = reader
        self._memory = memory or Memory(Path(), None)
        self._preferences = preferences
        self._kept: Session | None = None
        self._left_at: Session | None = None
        self._drawn = drawn
        self._explorer = self.MAIN_SCREEN(
            reader.store,
            start or Start(wanted=event),
            memory=self._memory,
            keymap=preferences.keymap,
            notice=notice,
        )
        self._explorer.set_class(bool(preferences.settings.compact), "-compact")
        if only_ascii(os.environ):
            from explorer.tui.ascii import AsciiOnly

            self._filters.append(AsciiOnly())

    def get_driver_class(self) -> type[Driver]:
        """Textual's own, but for one that reads in the app's loop where it has that."""
        with late_imports():
            from textual.drivers.linux_driver import LinuxDriver

        if super().get_driver_class() is not LinuxDriver:
            return super().get_driver_class()
        from explorer.tui.terminal_driver import TerminalDriver

        return TerminalDriver

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
        self.set_interval(KEEPS_EVERY, self._keep_session)
        self.set_interval(TELLS_EVERY, self._tell_of_memory)

    def on_explorer_screen_drawn(self) -> None:
        """Show the screen first, then read: a thread that reads takes half of the time of one that draws."""
        if not self.is_headless:
            from explorer.tui import job_control

            job_control.listen(self.action_suspend_process, self._come_back)
        if self._drawn is not None:
            self._drawn()
        self._reader.start(self._tell)
        if self._reader.store is not None:
            self._settle()
        self.stylesheet.remember()

    def _tell(self, news: News) -> None:
        # The app may have ended meanwhile.
        with suppress(RuntimeError):
            self.post_message(self.Told(news))

    def on_detente_app_told(self, message: Told) -> None:
        """Hand on what is told of the dataset; leave where it cannot be opened."""
        match message.news:
            case Opened(store, is_whole):
                self._explorer.open(store, is_whole=is_whole)
                self._settle()
            case Changed() as changed:
                self._explorer.renew(changed)
            case Unreadable(reason) if self._explorer.is_whole:
                self._explorer.tell_of_loss(reason)
            case Unreadable(reason):
                self.failure = reason
                self.exit(2)
            case Damaged():
                self._explorer.tell_of_damage()
            case progress:
                self._explorer.show_progress(progress)

    @property
    def is_open(self) -> bool:
        """Whether the whole dataset is shown."""
        return self._explorer.is_whole

    def exit(
        self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """Leave; nothing is read any more, and where one was is kept."""
        self._reader.stop()
        self._keep_session()
        super().exit(result, return_code, message)

    @on(EditorWanted)
    def _open_editor(self, message: EditorWanted) -> None:
        """Give the terminal to the user's editor until it ends, then read what has changed."""
        failure = self._edit(message.place)
        self._reader.look()
        if failure:
            message.tell(failure)

    def _edit(self, place: Place) -> str:
        from explorer.loading import shipped_dataset
        from explorer.tui import editing

        file = Path(place.file)
        try:
            editing.make_sure_of(file, shipped_dataset())
            editor = editing.editor_of(os.environ, self._preferences.settings.editor)
            with self.suspend(), deaf_to_interrupts(self.exit):
                return editing.edit(editing.command_line(editor, place), file)
        except editing.NoEditorError as error:
            return str(error)
        except SuspendNotSupported:
            return "No editor can be opened here: there is no terminal to give it."

    def action_suspend_process(self) -> None:
        """Stop as any program of a shell does, and come back when the shell says so."""
        from explorer.tui import job_control

        was_stopped = False
        with suppress(SuspendNotSupported), self.suspend():
            was_stopped = job_control.stop()
            has_terminal = job_control.wait_for_foreground()
        if not was_stopped:
            self._explorer.message_line.show("Not suspended: no shell here could bring it back.", fading=True)
        elif not has_terminal:
            self.exit(128 + signal.SIGHUP)

    def _come_back(self) -> None:
        """Take the terminal again: the program was stopped from outside, and the shell had it meanwhile."""
        from explorer.tui import job_control

        if job_control.wait_for_foreground():
            with suppress(SuspendNotSupported), self.suspend():
                pass

    def afresh(self) -> DetenteApp:
        """An app in place of this one, with the same dataset read from its files."""
        self._reader.stop()
        reader = self._reader.afresh()
        app = type(self)(
            reader,
            theme=self.theme,
            start=start_from(self._left_at) if self._left_at else Start(),
            memory=self._memory,
            preferences=self._preferences,
        )
        app._explorer.tell_of_damage()
        return app

    def _handle_exception(self, error: Exception) -> None:
        """Leave on a fault; on damage in the snapshot without a word, to begin afresh."""
        if isinstance(error, DamagedSnapshotError):
            self.is_damaged = True
            with suppress(DamagedSnapshotError):
                self._left_at = self._explorer.session()
            self._close_messages_no_wait()
        else:
            super()._handle_exception(error)

    def _keep_session(self) -> None:
        """Remember where one is, as soon as there is anywhere to be."""
        if self._explorer.is_mounted and self._explorer.store is not None:
            session = self._explorer.session()
            if session != self._kept:
                self._kept = session
                self._memory.keep_session(session)

    def _tell_of_memory(self) -> None:
        for notice in self._memory.notices():
            self._explorer.message_line.show(notice, error=True)

    def _settle(self) -> None:
        self.call_after_refresh(_collect_again)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of Textual's own: the palette is made from the actions."""
        return ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The actions are offered where they belong: over a dialog the key of the palette is the dialog's."""
        return action != "command_palette" or self.screen is self._explorer

    def action_command_palette(self) -> None:
        """Offer every action by what it does."""
        from explorer.tui.palette import Palette

        self.push_screen(Palette())

    def action_interrupt(self) -> None:
        """Leave as ctrl+c does anywhere; where text is selected, copy it as ctrl+c does elsewhere."""
        if self.screen is not self._explorer or not self._explorer.copy_selection():
            self.exit(130)

    def _fitting_theme(self) -> str:
        has_sixteen = self.console.color_system == "standard" and not self.no_color
        return default_theme(os.environ, sixteen=has_sixteen)


def _collect_again() -> None:
    """Turn the collector on where the start turned it off; what there is by now is there to stay."""
    if not gc.isenabled():
        gc.freeze()
        # Of what a letter makes hardly anything is in cycles, and to look at it takes a tenth of its time.
        gc.set_threshold(_NEW_BETWEEN_LOOKS)
        gc.enable()
