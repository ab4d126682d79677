"""A command imports what it uses, and nothing but the app imports Textual."""

import subprocess
import sys
import time

import pytest

REPORT = """
import atexit, sys
before = set(sys.modules)
atexit.register(lambda: print(*(set(sys.modules) - before), file=sys.stderr))
sys.argv = ["detente", *sys.argv[1:]]
from explorer.__main__ import main
main()
"""

# What was imported when the app had drawn its first frame.
FIRST_FRAME = """
import os, sys
from pathlib import Path
from textual.app import App
def drawn(app, screen, picture):
    if picture is not None:
        print(*sys.modules, file=sys.__stdout__, flush=True)
        os._exit(0)
App._display = drawn
from explorer.tui.app import DetenteApp
from explorer.tui.dataset_reader import DatasetReader
DetenteApp(DatasetReader(Path(sys.argv[1]))).run(headless=True, size=(120, 40))
"""
# Two of them are the ones that import others late.
MOST_MODULES = 137
READERS = {
    "yaml",
    "explorer.loading.dataset",
    "explorer.building",
    "explorer.evidence.locating",
    "explorer.evidence.words",
}


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
        ["cache", "clear"],
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


def test_a_known_dataset_is_searched_without_what_reads_and_checks_one(
    modules_after, dataset, tmp_path, monkeypatch
):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    first = modules_after("search", "china", "--data", dataset)
    again = modules_after("search", "china", "--data", dataset)
    assert first > READERS
    assert not again & READERS
    assert not again & {
        "explorer.dates.prose",
        "explorer.search.suggest",
        "inspect.signature",
        "multiprocessing",
    }


def test_the_first_frame_needs_nothing_that_reads_a_dataset_answers_a_query_or_opens_a_dialog(
    environment, dataset
):
    outcome = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME, dataset],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=environment(TERM="xterm"),
        timeout=60,
    )
    modules = set(outcome.stdout.decode().split())
    assert "explorer.tui.screens.explorer" in modules
    assert not modules & READERS
    assert not modules & {"click", "multiprocessing", "numpy", "webbrowser", "shlex"}
    # Each module takes about a thousandth of the time until the first frame.
    assert len({module for module in modules if module.startswith("explorer.")}) <= MOST_MODULES
    assert not modules & {
        "explorer.dates.hints",
        "explorer.dates.prose",
        "explorer.dates.stated",
        "explorer.formats.problem_text",
        "explorer.search.fields",
        "explorer.search.parser",
        "explorer.search.suggest",
        "explorer.search.tree",
        "explorer.tui.exporting",
        "explorer.tui.screens.dialog",
        "explorer.tui.screens.disagreement",
        "explorer.tui.screens.help",
        "explorer.tui.screens.problems",
    }


def test_the_first_frame_of_a_known_dataset_needs_nothing_that_starts_processes(
    environment, dataset, tmp_path
):
    cache = str(tmp_path / "cache")
    time.sleep(0.1)  # of files that have been written this very moment nothing is kept
    again = {"env": environment(TERM="xterm", XDG_CACHE_HOME=cache), "capture_output": True, "timeout": 60}
    subprocess.run([sys.executable, "-m", "explorer", "stats", dataset], **again)
    outcome = subprocess.run([sys.executable, "-c", FIRST_FRAME, dataset], **again)
    modules = set(outcome.stdout.decode().split())
    assert "explorer.tui.screens.explorer" in modules
    assert not modules & READERS
    assert not modules & {"explorer.opening.background", "explorer.opening.messages"}
