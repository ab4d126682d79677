"""What the app starts with, and the note that saves reading YAML at each start."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import pytest

from explorer.config import Preferences, preferences, read_preferences
from explorer.config.preferences import note_path


class Action(NamedTuple):
    id: str
    where: str
    keys: str


REGISTRY = (Action("search", "everywhere", "slash"), Action("interrupt", "everywhere", "ctrl+c"))


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "config" / "detente" / "config.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("theme: detente-light\nkeys: {search: [s]}\n")
    return path


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """How often the YAML was read."""
    read: list[Path] = []
    opened = preferences.open_config
    monkeypatch.setattr(preferences, "open_config", lambda path: (read.append(path), opened(path))[1])
    return read


def test_settings_and_keys_are_read(config: Path) -> None:
    found = read_preferences(REGISTRY)
    assert found.settings.theme == "detente-light"
    assert found.keymap.changed == {"search": ("s",)}
    assert found.problems == ()


def test_a_file_that_has_not_changed_is_read_once(config: Path, reads: list[Path]) -> None:
    first, again = read_preferences(REGISTRY), read_preferences(REGISTRY)
    assert len(reads) == 1
    assert (again.settings.theme, again.keymap) == (first.settings.theme, first.keymap)


def test_a_changed_file_is_read_again(config: Path, reads: list[Path]) -> None:
    read_preferences(REGISTRY)
    stamp = config.stat()
    config.write_text("theme: detente-dark_\nkeys: {search: [t]}\n")
    os.utime(config, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert read_preferences(REGISTRY).settings.theme == "detente-dark_"
    assert len(reads) == 2


def test_other_actions_are_checked_against_anew(config: Path, reads: list[Path]) -> None:
    read_preferences(REGISTRY)
    more = (*REGISTRY, Action("sort", "everywhere", "s"))
    assert [problem.code for problem in read_preferences(more).problems] == ["key-clash"]


def test_problems_are_told_each_time(config: Path) -> None:
    config.write_text("keys: {serch: [s]}\n")
    for _ in range(2):
        assert [problem.code for problem in read_preferences(REGISTRY).problems] == ["unknown-action"]


def test_without_a_file_nothing_is_read_or_written(config: Path, reads: list[Path]) -> None:
    config.unlink()
    assert read_preferences(REGISTRY) == Preferences()
    assert reads == []
    assert not note_path().exists()


def test_a_link_to_nowhere_is_told(config: Path) -> None:
    config.unlink()
    config.symlink_to(config.parent / "nowhere")
    assert [problem.code for problem in read_preferences(REGISTRY).problems] == ["config-unreadable"]


@pytest.mark.parametrize("note", ["", "[]", "{}", "null", '{"key": []}', "[" * 100_000])
def test_a_broken_note_is_not_used(config: Path, note: str) -> None:
    read_preferences(REGISTRY)
    note_path().write_text(note)
    assert read_preferences(REGISTRY).settings.theme == "detente-light"


def test_a_note_that_cannot_be_written_costs_nothing_else(config: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("not a folder")
    assert read_preferences(REGISTRY).settings.theme == "detente-light"
