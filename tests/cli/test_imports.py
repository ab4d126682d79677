"""A command imports what it uses, and nothing but the app imports Textual."""

import subprocess
import sys

import pytest

REPORT = """
import atexit, sys
before = set(sys.modules)
atexit.register(lambda: print(*(set(sys.modules) - before), file=sys.stderr))
sys.argv = ["detente", *sys.argv[1:]]
from explorer.__main__ import main
main()
"""


@pytest.fixture
def modules_after(environment):
    def imported(*arguments):
        outcome = subprocess.run(
            [sys.executable, "-c", REPORT, *map(str, arguments)],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env=environment(TERM="xterm"),
            timeout=60,
        )
        return set(outcome.stderr.decode().splitlines()[-1].split())

    return imported


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "china"],
        ["show", "quarrel"],
        ["show", "quarrel", "--format", "yaml"],
        ["check"],
        ["stats"],
        ["version"],
        ["--version"],
        ["--help"],
        ["completion", "bash"],
        [],
    ],
    ids=" ".join,
)
def test_no_answer_without_a_screen_imports_textual(modules_after, dataset, monkeypatch, arguments):
    monkeypatch.setenv("DETENTE_DATA", str(dataset))
    modules = modules_after(*arguments)
    assert "explorer" in modules
    assert not {module for module in modules if module.partition(".")[0] == "textual"}
    assert not {module for module in modules if module.startswith("explorer.tui")}


@pytest.mark.parametrize("arguments", [["--version"], ["version"]], ids=" ".join)
def test_the_version_is_told_without_importing_a_command_line_library(modules_after, arguments):
    modules = modules_after(*arguments)
    assert not modules & {"click", "argparse", "inspect", "typing", "re", "yaml", "rich"}


@pytest.mark.parametrize("arguments", [["--help"], ["-h"]], ids=" ".join)
def test_help_is_told_without_importing_a_command_line_library(modules_after, arguments):
    modules = modules_after(*arguments)
    assert "explorer.cli.help_text" in modules
    assert not modules & {"click", "argparse", "inspect", "typing", "re", "pathlib", "shutil", "yaml", "rich"}


def test_the_app_is_opened_without_importing_a_command_line_library(modules_after, dataset):
    modules = modules_after(dataset)
    assert "explorer.cli.app" in modules
    assert not modules & {"click", "argparse", "inspect", "yaml", "rich", "pyroaring"}


@pytest.mark.parametrize("arguments", [["--help"], ["search", "--help"], ["completion", "zsh"]], ids=" ".join)
def test_help_reads_no_dataset(modules_after, arguments):
    modules = modules_after(*arguments)
    assert not modules & {
        "yaml",
        "pyroaring",
        "rich",
        "explorer.loading",
        "explorer.store",
        "explorer.search",
    }


def test_only_search_imports_the_search(modules_after, dataset):
    assert "explorer.search" in modules_after("search", "china", "--data", dataset)
    assert "explorer.search" not in modules_after("check", "--data", dataset)
