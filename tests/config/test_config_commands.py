"""`detente keys` and `detente config`."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from explorer.cli.start import run
from explorer.config import Keymap, open_config, remapped
from explorer.tui.actions import ACTIONS


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "detente").mkdir()
    return tmp_path / "detente" / "config.yaml"


def test_the_sample_sets_nothing_and_without_its_marks_what_holds_anyway(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["keys"]) == 0
    sample = capsys.readouterr().out
    config.write_text(sample, encoding="utf-8")
    assert open_config(config).settings.keys == ()
    config.write_text(re.sub(r"^# (?= )", "  ", sample, flags=re.MULTILINE), encoding="utf-8")
    found = open_config(config)
    keymap, problems = remapped(ACTIONS, found.settings.keys)
    assert (found.problems, problems) == ((), ())
    assert [keymap.keys_of(item) for item in ACTIONS] == [Keymap().keys_of(item) for item in ACTIONS]
    assert len(found.settings.keys) == len(ACTIONS)


def test_what_is_changed_already_stands_in_the_sample_without_a_mark(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text("keys: {search: [b, '?'], help: f10, suspend: null}\n")
    assert run(["keys"]) == 0
    lines = capsys.readouterr().out.splitlines()
    changed = [line.partition(" #")[0].strip() for line in lines if re.match(r"    \w", line)]
    assert changed == ['search: [b, "?"]', "help: [f10]", "suspend: null"]


def test_keys_as_json_tell_what_holds_and_what_held(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config.write_text("keys: {search: [b]}\n")
    assert run(["keys", "--format", "json"]) == 0
    records = json.loads(capsys.readouterr().out)
    assert [record["id"] for record in records] == [item.id for item in ACTIONS]
    assert (records[0]["keys"], records[0]["default"]) == (["b"], ["/"])
    assert records[0].keys() == {"id", "where", "keys", "default", "help"}


def test_problems_are_told_with_their_place_on_stderr(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text("keys:\n  search: [q]\n  serch: [b]\n")
    assert run(["keys"]) == 0
    told = capsys.readouterr().err
    assert f'{config}:2:12: error: "q" cannot be search: it is quit' in told
    assert f'{config}:3:3: error: there is no action "serch"' in told
    assert run(["config", "check"]) == 1
    config.unlink()
    assert run(["config", "check"]) == 0


def test_the_path_is_told_whether_or_not_there_is_a_file(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["config", "path"]) == 0
    assert capsys.readouterr().out == f"{config}\n"


def test_the_list_of_actions_is_read_without_textual() -> None:
    program = "import sys; from explorer.cli.start import run; run(['keys']); print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
