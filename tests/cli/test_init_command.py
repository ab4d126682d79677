"""`detente init`: what it writes opens without a problem, and nothing that was there is touched."""

import json
import os
import stat
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from explorer.formats.dataset_schema import dataset_schema


def test_what_it_writes_has_no_problem_and_no_lint(detente, tmp_path):
    folder = tmp_path / "mine"
    outcome = detente("init", folder)
    assert outcome.status == 0
    assert outcome.out.splitlines() == [
        str(folder / name) for name in ("dataset.yaml", "documents/notice.txt", "dataset.schema.json")
    ]
    assert f"`detente {folder}` opens it" in outcome.err
    checked = detente("check", folder, "--strict")
    assert (checked.status, checked.out) == (0, "")
    assert "2 events, 1 document: no problems" in checked.err


def test_every_quote_is_verified(detente, tmp_path):
    detente("init", tmp_path / "mine")
    found = detente("search", "", "--data", tmp_path / "mine", "--format", "jsonl").out.splitlines()
    verdicts = [source["verdict"] for line in found for source in json.loads(line)["sources"]]
    assert (
        verdicts == ["typography", "exact"] or verdicts == ["typography", "typography"] or len(verdicts) == 2
    )
    assert set(verdicts) <= {"exact", "typography"}


def test_the_first_line_names_a_schema_that_lies_beside_it(detente, tmp_path):
    detente("init", tmp_path / "mine")
    text = (tmp_path / "mine" / "dataset.yaml").read_text("utf-8")
    first = text.splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    schema = json.loads((tmp_path / "mine" / first.partition("=")[2]).read_text("utf-8"))
    assert schema == dataset_schema()
    assert Draft202012Validator(schema).is_valid(yaml.load(text, yaml.BaseLoader))


def test_an_empty_folder_is_taken_and_one_with_only_git_in_it_too(detente, tmp_path):
    (tmp_path / ".git").mkdir()
    assert detente("init", tmp_path).status == 0
    assert (tmp_path / "dataset.yaml").is_file()


def test_a_folder_that_is_not_empty_is_refused_and_left_alone(detente, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    outcome = detente("init", tmp_path)
    assert (outcome.status, outcome.out) == (2, "")
    assert "is not empty (it has 'notes.txt'); nothing was written" in outcome.err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_second_time_changes_nothing(detente, tmp_path):
    detente("init", tmp_path)
    (tmp_path / "dataset.yaml").write_text("changed")
    assert detente("init", tmp_path).status == 2
    assert (tmp_path / "dataset.yaml").read_text() == "changed"


def test_a_file_in_the_way_is_refused(detente, tmp_path):
    path = tmp_path / "taken"
    path.write_text("mine")
    outcome = detente("init", path)
    assert outcome.status == 2
    assert "cannot be used" in outcome.err
    assert path.read_text() == "mine"


def test_a_link_that_leads_nowhere_is_not_followed(detente, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere" / "gone")
    outcome = detente("init", tmp_path / "link")
    assert (outcome.status, outcome.out) == (2, "")
    assert "cannot be written" in outcome.err
    assert not list((tmp_path / "elsewhere").iterdir())


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is refused to root")
def test_a_folder_that_may_not_be_written_is_a_sentence(detente, tmp_path):
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    outcome = detente("init", tmp_path / "mine")
    tmp_path.chmod(stat.S_IRWXU)
    assert outcome.status == 2
    assert "Permission denied" in outcome.err


def test_a_full_disk_is_a_sentence(detente, tmp_path, monkeypatch):
    def full(self: Path, *arguments: object, **options: object) -> None:
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "open", full)
    outcome = detente("init", tmp_path / "mine")
    assert outcome.status == 2
    assert "dataset.yaml' cannot be written: No space left on device" in outcome.err


def test_a_name_that_no_folder_can_have_is_a_sentence(detente):
    outcome = detente("init", "x" * 5000)
    assert outcome.status == 2
    assert "Traceback" not in outcome.err


def test_without_a_folder_it_says_what_is_missing(detente):
    outcome = detente("init")
    assert outcome.status == 2
    assert "FOLDER" in outcome.err
