"""The dialog that asks where the events shown are to be written, and writes them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from explorer.printable import printable
from explorer.tui import exporting
from explorer.tui.actions import binding
from explorer.tui.copying import Told
from explorer.tui.drawing import drawable
from explorer.tui.screens.overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import ComposeResult

    from explorer.store import Selection


class ExportScreen(Overlay[None], ModalScreen[None]):
    """One line for a path; `enter` writes, `escape` gives up, also while it writes.

    A file that is there already is overwritten only when `enter` is pressed once more.  `tell` is given a
    sentence when it is done.
    """

    BINDINGS: ClassVar = [binding("choice.close", "give_up", priority=True)]
    CSS_PATH = "../dialogs.tcss"
    DEFAULT_CSS = """
    ExportScreen { align: center middle; }
    ExportScreen Static { height: auto; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-medium")]  # noqa: RUF012 - as Textual declares it

    path_line = getters.query_one(Input)
    answer = getters.query_one("#answer", Static)

    def __init__(
        self, selection: Selection, format_: exporting.ExportFormat, tell: Callable[[Told], None]
    ) -> None:
        super().__init__()
        self._selection = selection
        self._format = format_
        self._tell = tell
        self._overwrite: Path | None = None
        self._given_up = Event()
        self._done = 0

    def compose(self) -> ComposeResult:
        """What is exported, the line for the path, and what there is to say about it."""
        count, title = len(self._selection), exporting.EXPORTS[self._format]
        path = exporting.suggested_path(self._selection.store, self._format, _working_folder())
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(f"Export to {title}")
            keep, leave = self.held_keys("choice.take", "choice.close")
            dialog.border_subtitle = Content(f"{keep} writes, {leave} gives up")
            noun = "event" if count == 1 else "events"
            yield Static(f"{count:,} {noun}, as shown, to this file:", markup=False)
            yield Input(printable(str(path)), select_on_focus=False)
            yield Static("", id="answer", markup=False)

    def on_mount(self) -> None:
        """Show the end of the path: the name of the file is what is most often typed anew."""
        self.call_after_refresh(self._show_end)

    def _show_end(self) -> None:
        # Only a move scrolls the line, and only once its width is known.
        self.path_line.cursor_position = 0
        self.path_line.cursor_position = len(self.path_line.value)

    @on(Input.Changed)
    def _path_changed(self) -> None:
        self._overwrite = None
        self.answer.update("")

    @on(Input.Submitted)
    def _path_typed(self, message: Input.Submitted) -> None:
        try:
            path = exporting.path_typed(message.value)
            objection = exporting.objection(path)
            exists = not objection and path.exists()
        except (OSError, ValueError, RuntimeError):
            objection, exists = "No file can have this name.", False
        if objection:
            self.answer.update(Content.styled(drawable(objection), "$error"))
        elif exists and self._overwrite != path:
            self._overwrite = path
            self.answer.update(
                Content.styled("This file is there already; enter once more overwrites it.", "$warning")
            )
        else:
            self._write(path)

    def _write(self, path: Path) -> None:
        self.path_line.disabled = True
        self._done = 0
        self.app.run_worker(lambda: self._write_in_thread(path), thread=True, group="export")
        self.set_interval(0.25, self._show_progress)

    def _write_in_thread(self, path: Path) -> None:
        try:
            pieces = exporting.exported(self._selection.store, self._counted(), self._format)
            exporting.write_export(path, pieces, self._given_up.is_set)
        except exporting.CancelledError:
            return
        except OSError as error:
            told = Told(f"{path} cannot be written: {error.strerror or error}", is_error=True)
        else:
            told = Told(f"{len(self._selection):,} events written to {path}")
        # The app may have ended meanwhile.
        with suppress(RuntimeError):
            self.app.call_from_thread(self._finish, told)

    def _counted(self) -> Iterator[int]:
        for number in self._selection:
            yield number
            self._done += 1

    def _show_progress(self) -> None:
        if self.path_line.disabled:
            self.answer.update(f"{self._done:,} of {len(self._selection):,} written …")

    def _finish(self, told: Told) -> None:
        if self._given_up.is_set():
            return
        if told.is_error:
            self.path_line.disabled = False
            self.path_line.focus()
            self.answer.update(Content.styled(drawable(told.sentence), "$error"))
        else:
            self.dismiss()
            self._tell(told)

    def on_unmount(self) -> None:
        """Whatever ends the dialog ends the writing."""
        self._given_up.set()

    def action_give_up(self) -> None:
        """Leave; what is being written is dropped, and a file that was there stays as it was."""
        was_writing = self.path_line.disabled
        self._given_up.set()
        self.dismiss()
        self._tell(Told("Nothing was written." if was_writing else ""))


def _working_folder() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError:  # it is gone
        return Path.home()
