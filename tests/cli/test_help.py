"""`--help`: readable, and its examples are true."""

import re
import shlex

import pytest

from explorer import __version__
from explorer.cli import commands, start
from explorer.cli.commands import detente as group
from explorer.cli.help_text import HELP
from explorer.loading import shipped_dataset
from explorer.search import FIELDS
from explorer.store import FLAGS

COMMANDS = [[], *([name] for name in group.commands)]


def example_lines():
    for name, command in group.commands.items():
        for line in re.findall(rf"^ *(detente {name} .*)$", command.epilog or "", re.MULTILINE):
            yield re.split(r" [|>] ", line)[0]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("columns", ["80", "200"])
def test_help_fits_80_columns(detente, monkeypatch, command, columns):
    monkeypatch.setenv("COLUMNS", columns)
    outcome = detente(*command, "--help")
    assert outcome.status == 0
    assert all(len(line) <= 80 for line in outcome.out.splitlines())


@pytest.mark.parametrize("command", COMMANDS)
def test_the_short_option_gives_the_same_help(detente, command):
    assert detente(*command, "-h").out == detente(*command, "--help").out


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize("columns", [None, "", "x", "-3", "0", "80", "81", "200"])
def test_the_help_that_is_kept_is_what_the_command_line_library_prints(
    detente, monkeypatch, capsys, option, columns
):
    if columns is None:
        monkeypatch.delenv("COLUMNS", raising=False)
    else:
        monkeypatch.setenv("COLUMNS", columns)
    kept = detente(option).out
    assert kept == HELP
    assert commands.run([option]) == 0
    assert capsys.readouterr().out == kept, "run: python tests/docs/make_docs.py"


@pytest.mark.parametrize("columns", ["1", "60", "76"])
def test_help_is_wrapped_anew_for_a_narrow_terminal(detente, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    out = detente("--help").out
    assert out != HELP
    assert out.split() == HELP.split()


def test_the_help_that_is_kept_can_be_written_in_any_encoding():
    assert HELP.isascii()


def test_every_command_is_known_before_the_command_line_library_is():
    assert list(start.COMMANDS) == list(group.commands)


def test_help_names_every_command(detente):
    out = detente("--help").out
    assert all(re.search(rf"^  {name} +[A-Z]", out, re.MULTILINE) for name in group.commands)


@pytest.mark.parametrize("line", [line for line in example_lines() if "my-dataset" not in line])
def test_the_examples_work_on_the_shipped_dataset(detente, monkeypatch, line):
    monkeypatch.setenv("DETENTE_DATA", str(shipped_dataset()))
    outcome = detente(*shlex.split(line)[1:])
    assert outcome.status == 0
    assert outcome.out or "no problems" in outcome.err


def test_each_command_but_version_has_examples():
    assert {line.split()[1] for line in example_lines()} == set(group.commands) - {"version"}


def test_the_help_of_search_names_every_field_and_flag(detente):
    out = detente("search", "--help").out
    assert all(f"{field}:" in out for field in FIELDS)
    assert all(re.search(rf"is:.*\b{flag}\b", out) for flag in FLAGS)


@pytest.mark.parametrize("arguments", [["version"], ["--version"], ["-V"]])
def test_the_version_is_told_in_three_ways(detente, arguments):
    assert detente(*arguments).out == f"detente {__version__}\n"
