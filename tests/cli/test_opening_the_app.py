"""`detente [DATASET]`: which dataset the app is opened on, and where there is no screen for it."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from explorer.cli import streams
from explorer.imports import bundle
from explorer.loading import shipped_dataset


@pytest.fixture
def opened(monkeypatch):
    """What the app was opened with, in a process that has a screen."""
    calls = []

    def run(path, *, theme=None, event=None, fresh=False, screen_reader=False, use_cache=True, drawn):
        said = [*(["fresh"] if fresh else []), *([] if use_cache else ["no cache"])]
        said += ["in words"] if screen_reader else []
        calls.append((path, theme, event, *said))
        drawn()
        return 7

    stand_in = ModuleType("explorer.tui.launch")
    stand_in.run = run
    monkeypatch.setitem(sys.modules, "explorer.tui.launch", stand_in)
    monkeypatch.setattr(streams, "obstacle_to_a_screen", lambda: None)
    monkeypatch.setattr(bundle, "place", lambda: None)
    return calls


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make_dataset(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "dataset.yaml").write_text("title: T\nversion: 1\n", encoding="utf-8")
    return folder


def test_the_app_opens_the_named_dataset_and_gives_the_exit_status(detente, opened, dataset):
    assert detente(dataset).status == 7
    assert opened == [(dataset, None, None)]


def test_theme_and_event_are_handed_on_wherever_they_stand(detente, opened, dataset):
    detente("--theme", "nord", dataset, "--event", "recognition")
    assert opened == [(dataset, "nord", "recognition")]


def test_the_dataset_can_be_given_as_an_option(detente, opened, dataset):
    detente("--data", dataset)
    assert opened == [(dataset, None, None)]


def test_a_dataset_given_twice_is_refused(detente, opened, dataset):
    assert detente(dataset, "--data", dataset).status == 2
    assert opened == []


def test_without_a_name_the_environment_decides(detente, opened, dataset, folder, monkeypatch):
    make_dataset(folder)
    monkeypatch.setenv("DETENTE_DATA", str(dataset))
    detente()
    assert opened == [(dataset, None, None)]


def test_then_the_folder_above(detente, opened, folder, monkeypatch):
    make_dataset(folder)
    (folder / "notes").mkdir()
    monkeypatch.chdir(folder / "notes")
    detente()
    assert opened[0][0].resolve() == folder


def test_then_the_shipped_dataset(detente, opened, folder):
    detente()
    assert opened[0][0].samefile(shipped_dataset())


def test_an_empty_variable_does_not_count(detente, opened, folder, monkeypatch):
    monkeypatch.setenv("DETENTE_DATA", "")
    detente()
    assert opened[0][0].samefile(shipped_dataset())


def test_a_word_that_names_a_command_is_the_command(detente, opened, folder):
    make_dataset(folder / "version")
    assert detente("version").out.startswith("detente ")
    assert opened == []


def test_a_path_with_the_name_of_a_command_is_a_dataset(detente, opened, folder):
    make_dataset(folder / "version")
    detente("./version")
    assert opened == [(Path("version"), None, None)]


def test_an_option_before_the_command_names_its_dataset(detente, dataset):
    assert detente("--data", dataset, "check").err == detente("check", "--data", dataset).err


def test_the_option_of_the_command_wins(detente, dataset, tmp_path):
    assert detente("--data", tmp_path / "nowhere", "check", "--data", dataset).status == 0


def test_the_options_of_the_app_are_refused_for_a_command(detente):
    outcome = detente("--theme", "nord", "version")
    assert outcome.status == 2
    assert "--theme" in outcome.err


def test_a_slip_of_the_finger_in_a_command_is_answered_with_it(detente, opened, folder):
    outcome = detente("serach", "cuba")
    assert outcome.status == 2
    assert "Did you mean search?" in outcome.err


def test_a_dataset_that_is_not_there_is_refused_before_the_screen_opens(detente, opened, folder):
    assert detente("nowhere").status == 2
    assert detente("--data", "nowhere").status == 2
    assert opened == []


def test_a_name_that_is_too_long_for_a_file_is_no_dataset(detente, opened):
    assert detente("a" * 5000).status == 2


def test_two_datasets_are_refused(detente, opened, dataset):
    outcome = detente(dataset, "another")
    assert outcome.status == 2
    assert "another" in outcome.err


def test_an_option_that_does_not_exist_is_refused(detente, opened):
    assert detente("--them", "nord").status == 2


def test_without_a_terminal_one_line_says_so_and_names_the_way_out(program, dataset):
    outcome = program(dataset, TERM="xterm")
    assert (outcome.returncode, outcome.stdout) == (2, b"")
    assert outcome.stderr.count(b"\n") == 1
    assert b"terminal" in outcome.stderr
    assert b"detente search" in outcome.stderr


def test_a_working_folder_that_is_gone_has_no_dataset(detente, opened, folder, monkeypatch):
    (folder / "gone").mkdir()
    monkeypatch.chdir(folder / "gone")
    (folder / "gone").rmdir()
    detente()
    assert opened[0][0].samefile(shipped_dataset())


def test_the_app_is_told_not_to_use_the_cache(detente, opened, dataset):
    detente("--no-cache", dataset)
    assert opened == [(dataset, None, None, "no cache")]


def test_the_app_is_told_to_begin_at_the_beginning(detente, opened, dataset):
    detente("--fresh", dataset)
    assert opened == [(dataset, None, None, "fresh")]


def test_only_the_app_can_begin_at_the_beginning(detente, opened):
    outcome = detente("--fresh", "search", "china")
    assert outcome.status == 2
    assert "--fresh" in outcome.err
    assert opened == []


def test_the_app_is_told_to_speak_in_words(detente, opened, dataset):
    detente("--screen-reader", dataset)
    assert opened == [(dataset, None, None, "in words")]
    outcome = detente("--screen-reader", "search", "china")
    assert (outcome.status, len(opened)) == (2, 1)
    assert "--screen-reader" in outcome.err
