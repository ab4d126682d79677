"""The sequences that copy, byte by byte, and the programs that do."""

from __future__ import annotations

import base64
import re
import stat
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.tui import clipboard
from explorer.tui.clipboard import (
    copy,
    feed,
    osc52,
    programs,
    terminal_sequence,
    through_screen,
    through_tmux,
)

XTERM = {"TERM": "xterm-256color"}


def test_osc_52_is_escape_52_clipboard_base64_bell() -> None:
    assert osc52("Díaz\n") == "\x1b]52;c;RMOtYXoK\x07"


def test_tmux_gets_the_sequence_with_every_escape_doubled() -> None:
    assert through_tmux("\x1b]52;c;YQ==\x07") == "\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\"


def test_screen_gets_the_sequence_in_device_control_strings() -> None:
    assert through_screen("\x1b]52;c;YQ==\x07") == "\x1bP\x1b]52;c;YQ==\x07\x1b\\"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=2000))
def test_screen_puts_the_pieces_together_again_and_none_is_too_long(text: str) -> None:
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", through_screen(osc52(text)), re.DOTALL)
    assert "".join(pieces) == osc52(text)
    assert all(len(piece) + 4 <= 256 for piece in pieces)


@given(st.text(max_size=300))
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    sent = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", osc52(text))
    assert sent
    assert base64.b64decode(sent[1], validate=True) == text.encode("utf-8", "replace")


@pytest.mark.parametrize("term", ["", "dumb", "unknown", "linux"])
def test_a_terminal_that_would_print_the_sequence_gets_none(term: str) -> None:
    assert terminal_sequence("text", {"TERM": term}) == ""
    assert terminal_sequence("text", {}) == ""


def test_the_way_to_the_terminal_depends_on_what_stands_between() -> None:
    bare = osc52("text")
    assert terminal_sequence("text", XTERM) == bare
    assert terminal_sequence("text", XTERM | {"TMUX": "/tmp/tmux-0/default,1,0"}) == through_tmux(bare) + bare
    assert terminal_sequence("text", XTERM | {"STY": "1.pts-0"}) == through_screen(bare)


def test_a_text_beyond_what_terminals_take_is_not_sent() -> None:
    longest = (clipboard.MAX_SEQUENCE - len(osc52(""))) // 4 * 3
    assert terminal_sequence("x" * longest, XTERM)
    assert terminal_sequence("x" * (longest + 1), XTERM) == ""


def test_only_programs_that_have_a_clipboard_here_are_asked() -> None:
    def all_installed(name: str) -> str:
        return f"/usr/bin/{name}"

    def names(**environ: str) -> list[str]:
        return [command[0] for command in programs(environ, all_installed)]

    assert names() == ["pbcopy"]
    assert names(SSH_CONNECTION="1 2 3 4") == []
    assert names(SSH_TTY="/dev/pts/1", DISPLAY="localhost:10") == ["xclip", "xsel"]
    assert names(WAYLAND_DISPLAY="wayland-0", DISPLAY=":0") == ["wl-copy", "xclip", "xsel", "pbcopy"]
    assert names(TMUX="x", SSH_TTY="x") == ["tmux"]
    assert programs({"DISPLAY": ":0"}, lambda _: None) == []


def script(path: Path, body: str) -> Path:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_a_program_gets_the_text_on_its_input(tmp_path: Path) -> None:
    program = script(tmp_path / "taker", f"cat > {tmp_path}/taken")
    assert feed([str(program)], "Díaz\n")
    assert (tmp_path / "taken").read_text("utf-8") == "Díaz\n"


def test_a_program_that_stays_to_serve_the_clipboard_is_not_waited_for(tmp_path: Path) -> None:
    program = script(tmp_path / "server", "cat > /dev/null; sleep 20 & echo talk; echo talk >&2")
    assert feed([str(program)], "text", patience=5)


@pytest.mark.parametrize("body", ["exit 1", "exec sleep 60", "exec <&-; exit 3"])
def test_a_program_that_fails_hangs_or_does_not_read_is_told_and_leaves_no_child(
    tmp_path: Path, body: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []

    class Recorded(subprocess.Popen):
        def __init__(self, *args, **options) -> None:
            super().__init__(*args, **options)
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Recorded)
    program = script(tmp_path / "broken", body)
    assert not feed([str(program)], "x" * 1_000_000, patience=0.3)
    assert [each.returncode is not None for each in started] == [True]


def test_a_program_that_is_none_is_told(tmp_path: Path) -> None:
    assert not feed([str(tmp_path / "nothing")], "text")


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of the PATH but for the shell's own commands."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder


def test_copying_names_every_way_that_took_it(desktop: Path) -> None:
    script(desktop / "xclip", "exit 1")
    script(desktop / "xsel", f"cat > {desktop}/taken")
    sent: list[str] = []
    assert copy("text", sent.append, XTERM | {"DISPLAY": ":0"}) == ("the terminal", "xsel")
    assert sent == [osc52("text")]
    assert (desktop / "taken").read_text() == "text"


def test_one_desktop_clipboard_is_enough(desktop: Path) -> None:
    script(desktop / "wl-copy", f"cat > {desktop}/wayland")
    script(desktop / "xclip", f"cat > {desktop}/x11")
    environ = {"TERM": "linux", "WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}
    assert copy("text", lambda _: None, environ) == ("wl-copy",)
    assert not (desktop / "x11").exists()


def test_where_there_is_no_way_none_is_named(desktop: Path) -> None:
    sent: list[str] = []
    assert copy("text", sent.append, {"TERM": "linux", "SSH_TTY": "x"}) == ()
    assert sent == []
