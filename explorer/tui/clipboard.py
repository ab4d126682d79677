"""Copying: to the terminal's own clipboard by OSC 52, and to the desktop's by a program that is there.

OSC 52 is xterm's "Manipulate Selection Data" (ctlseqs, Operating System Commands): ESC ] 52 ; c ; the text as
UTF-8 in base64, BEL.  It works over SSH; no terminal answers it, so nobody knows whether it was taken.

tmux hands it on inside ESC P tmux; … ESC \\ with each ESC doubled, if `allow-passthrough` is on, which it is
not by default; `tmux load-buffer -w` reaches the terminal all the same (tmux(1), 3.2).  GNU screen hands on
what stands in ESC P … ESC \\, in strings of limited length (screen(1), "Virtual Terminal").
"""

from __future__ import annotations

import subprocess
from base64 import b64encode
from shutil import which
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

# Terminals drop longer sequences; the shortest limit that is documented (hterm's) counts for all.
MAX_SEQUENCE = 100_000
# GNU screen's strings held 256 bytes before version 4.7, its ESC P and ESC \ among them.
_SCREEN_CHUNK = 240
# So long a program may take, in seconds: a compositor or a display that does not answer must not hold us up.
PATIENCE = 2.0
# These print the sequence, or take it for a command.
_WITHOUT_OSC = frozenset({"", "dumb", "unknown", "linux"})

_ESC, _BEL, _ST = "\x1b", "\x07", "\x1b\\"


def osc52(text: str) -> str:
    """The sequence that asks a terminal to put a text into its clipboard; lone surrogates become `?`."""
    return f"{_ESC}]52;c;{b64encode(text.encode('utf-8', 'replace')).decode('ascii')}{_BEL}"


def through_tmux(sequence: str) -> str:
    """The sequence as tmux hands it on to the terminal outside."""
    return f"{_ESC}Ptmux;{sequence.replace(_ESC, _ESC * 2)}{_ST}"


def through_screen(sequence: str) -> str:
    """The sequence as GNU screen hands it on: in pieces, each a device control string."""
    pieces = (sequence[at : at + _SCREEN_CHUNK] for at in range(0, len(sequence), _SCREEN_CHUNK))
    return "".join(f"{_ESC}P{piece}{_ST}" for piece in pieces)


def terminal_sequence(text: str, environ: Mapping[str, str]) -> str:
    """What to write to the terminal of this environment; empty where it would not be understood.

    Inside tmux the bare sequence goes along: with `set-clipboard on` tmux takes it, otherwise it drops it.
    """
    sequence = osc52(text)
    if environ.get("TERM", "") in _WITHOUT_OSC or len(sequence) > MAX_SEQUENCE:
        return ""
    if environ.get("TMUX"):
        return through_tmux(sequence) + sequence
    return through_screen(sequence) if environ.get("STY") else sequence


def programs(environ: Mapping[str, str], find: Callable[[str], str | None] = which) -> list[Sequence[str]]:
    """The commands that put their input into a clipboard that this environment has, installed ones only.

    pbcopy would fill the clipboard of the wrong machine over SSH.
    """
    is_remote = bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
    offers: tuple[tuple[bool, Sequence[str]], ...] = (
        (bool(environ.get("TMUX")), ("tmux", "load-buffer", "-w", "-")),
        (bool(environ.get("WAYLAND_DISPLAY")), ("wl-copy",)),
        (bool(environ.get("DISPLAY")), ("xclip", "-selection", "clipboard")),
        (bool(environ.get("DISPLAY")), ("xsel", "--clipboard", "--input")),
        (not is_remote, ("pbcopy",)),
    )
    return [command for is_here, command in offers if is_here and find(command[0])]


def feed(command: Sequence[str], text: str, patience: float = PATIENCE) -> bool:
    """Give a text to a program's standard input; whether it took it, within so many seconds.

    It has no terminal and a session of its own: it may stay to serve the clipboard when the app has gone.
    """
    try:
        done = subprocess.run(
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=patience,
            start_new_session=True,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def copy(text: str, write: Callable[[str], None], environ: Mapping[str, str]) -> tuple[str, ...]:
    """Copy a text by every way there is, and name those; `write` sends to the terminal, which never answers.

    Takes up to `PATIENCE` for each program.
    """
    ways = []
    if sequence := terminal_sequence(text, environ):
        write(sequence)
        ways.append("the terminal")
    desktop = ""
    for command in programs(environ):
        is_tmux = command[0] == "tmux"
        if (is_tmux or not desktop) and feed(command, text):
            ways.append(command[0])
            desktop = desktop if is_tmux else command[0]
    return tuple(ways)
