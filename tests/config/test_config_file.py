"""The config file: what it sets, and that nothing in it stops the program."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.config import Config, Settings, config_path, open_config
from explorer.config.reading import KEYS

Write = Callable[[str], Config]


@pytest.fixture
def read(tmp_path: Path) -> Write:
    def write_and_read(text: str) -> Config:
        path = tmp_path / "config.yaml"
        path.write_text(text, encoding="utf-8")
        return open_config(path)

    return write_and_read


def told(config: Config) -> list[tuple[int, int, str]]:
    return [(problem.line, problem.column, problem.message) for problem in config.problems]


def test_everything_can_be_set(read: Write) -> None:
    config = read(
        "theme: detente-light\ncompact: true\nmotion: reduced\nscreen_reader: false\neditor: code --wait\n"
        "keys:\n  search: [s, ctrl+f]\n  help: f1\n  suspend: null\n  quit: []\n"
    )
    assert config.problems == ()
    settings = config.settings
    assert (settings.theme, settings.compact, settings.motion) == ("detente-light", True, "reduced")
    assert (settings.screen_reader, settings.editor) == (False, "code --wait")
    wanted = {wish.action: [key for key, _ in wish.keys] for wish in settings.keys}
    assert wanted == {"search": ["s", "ctrl+f"], "help": ["f1"], "suspend": [], "quit": []}


@pytest.mark.parametrize("text", ["", "# theme: detente-light\n", "theme:\nkeys:\n", "---\n"])
def test_a_file_that_sets_nothing_is_no_problem(read: Write, text: str) -> None:
    config = read(text)
    assert config.settings == Settings()
    assert config.problems == ()


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path / "no folder" / "config.yaml"):
        assert open_config(path) == Config(path)


def test_an_unknown_key_is_told_with_its_place_and_the_nearest_good_one(read: Write) -> None:
    config = read("compact: true\nteme: dark\n")
    assert told(config) == [(2, 1, 'there is no setting "teme"; it is not read')]
    assert config.problems[0].hint == "Did you mean theme?"
    assert config.settings.compact is True


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("compact: yes", 'compact must be true or false, not "yes"; it is not read'),
        ('compact: "true"', 'compact must be true or false, not "true"; it is not read'),
        ("screen_reader: [true]", "screen_reader must be true or false, not a list; it is not read"),
        ("theme: {a: b}", "theme must be a text, not a mapping; it is not read"),
        ("editor: ''", 'editor must be a text, not ""; it is not read'),
        ("motion: slow", 'motion must be one of auto, full, reduced, not "slow"; it is not read'),
        ("keys: search", 'keys must be a mapping of actions to keys, not "search"; it is not read'),
        (
            "keys: {search: {a: b}}",
            'a key of "search" must be a text, not a mapping; it is not read',
        ),
        ("keys: {search: [[a]]}", 'a key of "search" must be a text, not a list; it is not read'),
    ],
)
def test_a_value_of_the_wrong_type_is_told_and_the_rest_holds(read: Write, line: str, message: str) -> None:
    config = read(f"{line}\n" + ("compact: true\n" if "compact" not in line else "theme: detente-light\n"))
    assert [text for _, _, text in told(config)] == [message]
    assert config.problems[0].line == 1
    assert (config.settings.compact, config.settings.theme) in {(True, None), (None, "detente-light")}
    assert config.settings.keys == ()


def test_a_slip_of_syntax_costs_what_stands_behind_it_up_to_the_next_setting(read: Write) -> None:
    config = read("theme: detente-light\nkeys: [search: a\ncompact: true\n")
    assert config.settings.theme == "detente-light"
    assert config.problems
    assert all(problem.line for problem in config.problems)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "wide").write_bytes("theme: x".encode("utf-16"))
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name in ("folder", "pipe", "wide", "loop"):
        config = open_config(tmp_path / name)
        assert config.settings == Settings()
        assert [problem.message.startswith("the config file ") for problem in config.problems] == [True]


def test_the_file_is_in_the_users_config_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert config_path() == tmp_path / "detente" / "config.yaml"


WORDS = st.sampled_from([*"[]{}#'\"é\t?|", ": ", ":\n", "\n", "  ", "- ", "&a", "*a", "!t", "true", *KEYS])


@given(st.lists(WORDS, max_size=30).map("".join) | st.text(max_size=60))
def test_no_text_stops_the_program(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any-config.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    config = open_config(path)
    assert isinstance(config.settings, Settings)
    assert all(problem.file == str(path) for problem in config.problems)
