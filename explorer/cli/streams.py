"""Standard output and standard error, whoever reads them: a terminal, a pipe, nobody any more."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress

TYPE_CHECKING = False  # `version` answers through this module: even importing typing would show
if TYPE_CHECKING:
    from typing import TextIO


class WriteError(Exception):
    """The result could not be written, as on a full disk."""


def prepare() -> None:
    """See to it that no character that the streams cannot encode stops the program."""
    from explorer.cli import transliteration

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=transliteration.register())


def write(text: str) -> None:
    """Write a part of the result to stdout; a reader that has gone away no longer matters.

    Raises WriteError where it cannot be written for another reason.
    """
    _write(sys.stdout, text)


def talk(text: str) -> None:
    """Say a line to the person at stderr, after what has been written so far."""
    from explorer.printable import printable

    flush()
    with suppress(WriteError):
        _write(sys.stderr, printable(text, lines=True) + "\n")


def flush() -> None:
    """Hand what was written to its reader; raises WriteError where that fails."""
    _write(sys.stdout, "", flush=True)


def terminal_width() -> int | None:
    """The cells in a line of the terminal at stdout; None where stdout is no terminal."""
    from shutil import get_terminal_size

    return get_terminal_size().columns if _is_terminal(sys.stdout) else None


def styled() -> bool:
    """Whether escape codes may be written to stdout (https://no-color.org: an empty NO_COLOR is not set)."""
    dumb = os.environ.get("TERM", "dumb") in ("", "dumb")
    return _is_terminal(sys.stdout) and not dumb and not os.environ.get("NO_COLOR")


def takes_unicode() -> bool:
    """Whether stdout can carry every character."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return encoding.lower().replace("-", "").startswith("utf")


def escaped(text: str) -> str:
    """The text with a backslash escape for what stdout cannot encode, where a look-alike would be a lie."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def obstacle_to_a_screen() -> str | None:
    """Why the app cannot run here; None where it can."""
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        return "the screen needs a terminal on stdin and stdout"
    term = os.environ.get("TERM", "")
    if term in ("", "dumb", "unknown"):
        return f"this terminal cannot show a screen (TERM={term})"
    return None


def _write(stream: TextIO | None, text: str, *, flush: bool = False) -> None:
    if stream is None:  # closed before the program began, as by `>&-`
        return
    try:
        stream.write(text)
        if flush:
            stream.flush()
    except BrokenPipeError:
        _to_nowhere(stream)
    except OSError as error:
        _to_nowhere(stream)
        raise WriteError(error.strerror) from error


def _to_nowhere(stream: TextIO | None) -> None:
    # What is still in the buffer is written when the interpreter ends; it must have somewhere to go.
    if isinstance(stream, io.TextIOWrapper):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()
