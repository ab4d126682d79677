"""The user's editor: which it is, how it is told a line, and what is said where it cannot be used.

Nothing here knows Textual.  The sources of the command lines are the editors' own manuals.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import termios
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from explorer.model import Place

# What an editor is given to open a file at a place.  One that is not here is told the line as vi is.
_PLAIN = ("+{line}", "{file}")
_VIM = ("+{line}", "+normal! {column}|", "{file}")
_COLON = ("+{line}:{column}", "{file}")
_COMMA = ("+{line},{column}", "{file}")
_GOTO = ("--wait", "--goto", "{file}:{line}:{column}")
_SUFFIX = "{file}:{line}:{column}"
_AT_PLACE = {
    **dict.fromkeys(("vim", "nvim", "vimx"), _VIM),
    **dict.fromkeys(("gvim", "mvim"), ("-f", *_VIM)),
    **dict.fromkeys(("emacs", "emacsclient", "micro", "kak"), _COLON),
    **dict.fromkeys(("nano", "ne"), _COMMA),
    **dict.fromkeys(("code", "code-insiders", "code-oss", "codium", "vscodium", "cursor", "windsurf"), _GOTO),
    **dict.fromkeys(("hx", "helix"), (_SUFFIX,)),
    **dict.fromkeys(("subl", "sublime_text", "zed", "zeditor"), ("--wait", _SUFFIX)),
    "gedit": ("--wait", *_COLON),
    "kate": ("--block", "--line", "{line}", "--column", "{column}", "{file}"),
}


class NoEditorError(Exception):
    """A file cannot be edited; the message is a sentence for the person."""


def editor_of(environ: Mapping[str, str], wanted: str | None) -> list[str]:
    """The editor with its arguments: $VISUAL, else $EDITOR, else the one in the config file.

    Raises NoEditorError where there is none, or it is not a program of this machine.
    """
    named = {"$VISUAL": environ.get("VISUAL"), "$EDITOR": environ.get("EDITOR"), "editor": wanted}
    source, text = next(((name, text) for name, text in named.items() if text and text.strip()), ("", ""))
    if not text:
        raise NoEditorError("No editor is set: export EDITOR, or name an `editor` in the config file.")
    try:
        words = shlex.split(text)
    except ValueError:
        raise NoEditorError(f"{source} has a quotation mark without its other half: {text}") from None
    if not words or shutil.which(words[0], path=environ.get("PATH")) is None:
        raise NoEditorError(f"{source} names an editor that is not there: {text.strip()}")
    return words


def command_line(editor: Sequence[str], place: Place) -> list[str]:
    """What to call to edit a file at a line and a column; with line 0, at none."""
    program = Path(editor[0]).name.lower().partition(".")[0]
    # No file is taken for an option then.
    file = os.path.abspath(place.file)  # noqa: PTH100 - a Path would take `..` to be what it looks like
    if not place.line:
        return [*editor, file]
    values = {"file": file, "line": place.line, "column": max(1, place.column)}
    words = _AT_PLACE.get(program, _PLAIN)
    return [*editor, *(word.format(**values) for word in words if not _is_given(word, editor))]


def make_sure_of(file: Path, shipped: Path) -> None:
    """Raise NoEditorError for a file that is not there, or is the program's own and cannot be written."""
    if not file.is_file():
        raise NoEditorError(f"{file} is not there any more.")
    if not os.access(file, os.W_OK) and file.resolve().is_relative_to(shipped.resolve()):
        raise NoEditorError(f"This is the dataset that comes with Détente: copy {shipped} to edit the copy.")


def edit(command: Sequence[str], file: Path) -> str:
    """Run the editor in the terminal, which is to be free, until it ends; what went wrong, as a sentence."""
    name = Path(command[0]).name
    try:
        with _terminal_kept():
            status = subprocess.run(command, check=False).returncode
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        return f"{name} cannot be started: {reason}."
    if not file.exists():
        return f"{file} is not there any more."
    if status < 0:
        return f"{name} was ended by signal {-status}."
    return f"{name} ended with status {status}." if status else ""


@contextmanager
def _terminal_kept() -> Iterator[None]:
    """Leave the terminal's line modes as they were: an editor that is killed cannot do so."""
    modes = None
    with suppress(OSError, ValueError, AttributeError, termios.error):
        modes = termios.tcgetattr(sys.__stdin__)  # type: ignore[arg-type]
    try:
        yield
    finally:
        if modes is not None:
            with suppress(OSError, ValueError, termios.error):
                termios.tcsetattr(sys.__stdin__, termios.TCSADRAIN, modes)  # type: ignore[arg-type]


def _is_given(word: str, editor: Sequence[str]) -> bool:
    """Whether the user's own arguments have an option already, by its long name or its letter."""
    return word in editor or (word == "--wait" and "-w" in editor)
