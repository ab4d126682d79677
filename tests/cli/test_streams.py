"""Results, talk, and whoever reads them: pipes, terminals, full disks, readers that have gone."""

import fcntl
import json
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from rich.cells import cell_len

import explorer.__main__
from explorer import opening


@pytest.fixture
def on_a_terminal(environment):
    """Runs the program in a terminal; returns its exit status and what came to the screen."""

    def run_it(*arguments, columns=80, **environ):
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        unset = {"COLUMNS": None, "LINES": None, "NO_COLOR": None}
        process = subprocess.Popen(
            [sys.executable, "-m", "explorer", *map(str, arguments)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment(**(unset | {"TERM": "xterm"} | environ)),
        )
        os.close(slave)
        out = b""
        while select.select([master], [], [], 60)[0]:
            try:
                out += os.read(master, 65536)
            except OSError:
                break
        os.close(master)
        return process.wait(60), out.decode().replace("\r\n", "\n")

    return run_it


@pytest.fixture
def large_dataset(tmp_path):
    path = tmp_path / "large.yaml"
    events = (
        f"  - {{id: e{n}, date: 1960, countries: [C], type: visit, title: Event number {n}}}\n"
        for n in range(2000)
    )
    path.write_text("version: 1\ntitle: T\ncountries: [{id: C, name: C}]\nevents:\n" + "".join(events))
    return path


def test_results_go_to_stdout_and_talk_to_stderr(program, dataset):
    outcome = program("search", "china", "--data", dataset)
    assert b"Cuba recognises China" in outcome.stdout
    assert outcome.stderr == b"2 of 2 events\n"


@pytest.mark.parametrize("command", [["search", "china"], ["show", "quarrel"], ["stats"]])
def test_a_pipe_gets_no_escape_codes(program, dataset, command):
    assert b"\x1b" not in program(*command, "--data", dataset, TERM="xterm-256color").stdout


def test_a_pipe_gets_whole_lines_whatever_the_width(program, dataset):
    assert b"recognition" in program("search", "china", "--data", dataset, COLUMNS="20").stdout


def test_a_terminal_gets_lines_of_its_width(on_a_terminal, dataset):
    _, screen = on_a_terminal("search", "china", "--data", dataset, columns=40)
    assert "DATE" in screen
    assert all(cell_len(line) <= 40 for line in screen.splitlines())


def test_on_a_terminal_the_passage_is_bold(on_a_terminal, dataset):
    assert "\x1b[1m»They fell out later«\x1b[0m" in on_a_terminal("show", "quarrel", "--data", dataset)[1]


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": None}])
def test_a_terminal_that_wants_no_escape_codes_gets_none(on_a_terminal, dataset, environ):
    assert "\x1b" not in on_a_terminal("show", "quarrel", "--data", dataset, **environ)[1]


def test_an_empty_no_color_does_not_count(on_a_terminal, dataset):
    assert "\x1b[1m" in on_a_terminal("show", "quarrel", "--data", dataset, NO_COLOR="")[1]


@pytest.mark.parametrize("term", ["dumb", "", None])
def test_a_terminal_that_cannot_show_a_screen_is_told_so_in_one_line(on_a_terminal, dataset, term):
    status, screen = on_a_terminal(dataset, columns=200, TERM=term)
    assert status == 2
    assert screen.count("\n") == 1
    assert "detente search" in screen
    assert "\x1b" not in screen


def test_a_reader_that_closes_early_is_no_error(environment, large_dataset):
    process = subprocess.Popen(
        [sys.executable, "-m", "explorer", "search", "", "--format", "jsonl", "--data", str(large_dataset)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    first = process.stdout.readline()
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()
    assert json.loads(first)["id"] == "e0"
    assert (process.wait(60), complaint) == (0, b"")


def test_a_closed_stdout_is_no_traceback(environment, dataset):
    command = f'exec "{sys.executable}" -m explorer search china --data "{dataset}" >&-'
    outcome = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, env=environment(), check=False)
    assert (outcome.returncode, outcome.stderr) == (0, b"2 of 2 events\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize(
    "arguments", [["search", "china"], ["--version"], ["search", "china", "--format", "csv"]]
)
def test_a_full_disk_is_said_in_one_line(environment, dataset, arguments):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        outcome = subprocess.run(
            [sys.executable, "-m", "explorer", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(DETENTE_DATA=str(dataset)),
            check=False,
        )
    assert outcome.returncode == 2
    assert outcome.stderr.startswith(b"detente: ")
    assert outcome.stderr.count(b"\n") == 1


@pytest.mark.parametrize("environ", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}])
@pytest.mark.parametrize("command", [["search", ""], ["show", "diaz"], ["show", "diaz", "--format", "yaml"]])
def test_a_stream_that_knows_only_ascii_gets_the_nearest_to_it(program, dataset, environ, command):
    text = dataset.read_text().replace("id: quarrel", "id: diaz").replace("They quarrel", "Díaz – 中国")
    dataset.write_text(text, encoding="utf-8")
    outcome = program(*command, "--data", dataset, **environ)
    assert outcome.returncode == 0
    assert b"Traceback" not in outcome.stderr
    assert b"az" in outcome.stdout


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_json_loses_nothing_on_a_stream_that_knows_only_ascii(program, dataset, format_):
    dataset.write_text(dataset.read_text().replace("They quarrel", "Díaz – 中国"), encoding="utf-8")
    arguments = ("search", "id:quarrel", "--data", dataset, "--format", format_)
    out = program(*arguments, PYTHONIOENCODING="ascii").stdout
    event = json.loads(out)[0] if format_ == "json" else json.loads(out)
    assert event["title"] == "Díaz – 中国 over China"


def test_csv_escapes_what_the_stream_cannot_encode(program, dataset):
    dataset.write_text(dataset.read_text().replace("They quarrel", "Díaz"), encoding="utf-8")
    outcome = program("search", "id:quarrel", "--data", dataset, "--format", "csv", PYTHONIOENCODING="ascii")
    assert rb"D\xedaz over China" in outcome.stdout


def test_control_characters_in_an_argument_are_not_sent_on(detente):
    for arguments in (
        ["\x1b[31mx"],
        ["--data", "\x1b[31mx", "check"],
        ["show", "\x1b[31mx"],
        ["--\x1b[31mx"],
    ):
        outcome = detente(*arguments)
        assert outcome.err
        assert "\x1b" not in outcome.err


def test_interrupted_is_130_without_a_traceback(monkeypatch, capsys, dataset):
    def interrupted(*_, **_more):
        raise KeyboardInterrupt

    monkeypatch.setattr(opening, "open_store", interrupted)
    monkeypatch.setattr(sys, "argv", ["detente", "search", "china", "--data", str(dataset)])
    with pytest.raises(SystemExit) as ended:
        explorer.__main__.main()
    assert ended.value.code == 130
    assert "Traceback" not in capsys.readouterr().err
