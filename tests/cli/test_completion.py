"""`detente completion`: the script, and what it asks the program for."""

import shutil
import subprocess

import pytest


def completed(program, *words, **environ):
    """What bash offers for the last word."""
    line = " ".join(("detente", *map(str, words)))
    outcome = program(
        _DETENTE_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD=str(len(words)), **environ
    )
    return outcome.stdout.decode().split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_asks_the_program(detente, shell):
    outcome = detente("completion", shell)
    assert outcome.status == 0
    assert f"_DETENTE_COMPLETE={shell}_complete" in outcome.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_the_shell_can_read(detente, shell):
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = detente("completion", shell).out
    assert subprocess.run([shell, "-n"], input=script.encode(), check=False).returncode == 0


def test_another_shell_is_refused(detente):
    assert detente("completion", "tcsh").status == 2


def test_commands_are_completed(program):
    assert completed(program, "s") == ["plain,search", "plain,show", "plain,stats", "plain,schema"]


def test_what_begins_no_command_is_completed_as_a_path(program):
    assert completed(program, "./s") == ["file,./s"]


def test_a_dataset_is_completed_as_a_path(program):
    assert completed(program, "check", "--data", "tri") == ["file,tri"]


def test_event_ids_are_completed(program, dataset):
    assert completed(program, "show", "--data", dataset, "re") == ["plain,recognition"]


def test_event_ids_come_from_the_dataset_in_the_environment(program, dataset):
    assert completed(program, "show", "q", DETENTE_DATA=str(dataset)) == ["plain,quarrel"]


def test_without_a_dataset_no_event_is_completed(program, tmp_path):
    assert completed(program, "show", "--data", tmp_path / "nowhere", "re") == []


def test_fields_of_the_query_are_completed(program):
    assert completed(program, "search", "co") == ["plain,country:"]
    assert completed(program, "search", "cuba", "be") == ["plain,between:", "plain,before:"]
