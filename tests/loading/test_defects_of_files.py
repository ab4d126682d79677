"""Defects of a file as a whole, and of its encoding."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from loading_trial import BASICS, GOOD_EVENT, beside_basics, found, ids, write

from explorer.loading import load
from explorer.loading.contents import MAX_YAML_BYTES
from explorer.problems import DatasetError

EVENTS = "events:\n" + GOOD_EVENT


def test_a_sound_dataset_has_no_problem(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, EVENTS)
    assert found(dataset) == []
    assert ids(dataset) == ["good"]


@pytest.mark.parametrize("content", ["", "# a comment\n", "---\n", "\n\n", "{}\n"])
def test_an_empty_file_is_a_warning(tmp_path: Path, content: str) -> None:
    dataset = beside_basics(tmp_path, content)
    assert found(dataset) == [(0, 0, "empty-file")]
    assert dataset.problems[0].severity == "warning"
    assert dataset.problems[0].file == str(tmp_path / "more.yaml")


def test_a_bad_byte_is_placed_and_the_record_stays(tmp_path: Path) -> None:
    content = EVENTS.encode().replace(b"title: Cuba", "title: Cubá ".encode() + b"\xe9")
    dataset = beside_basics(tmp_path, content)
    assert found(dataset) == [(6, 17, "invalid-utf8")]
    assert "0xE9" in dataset.problems[0].message
    assert dataset.events[0].title == "Cubá \ufffd recognises China"


def test_each_line_in_a_wrong_encoding_is_reported_once(tmp_path: Path) -> None:
    content = "events: []\n# é é\n# à\r\n# ok\r# ü\n".encode("latin-1")
    assert found(beside_basics(tmp_path, content)) == [
        (2, 3, "invalid-utf8"),
        (3, 3, "invalid-utf8"),
        (5, 3, "invalid-utf8"),
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_and_32_are_refused(tmp_path: Path, encoding: str) -> None:
    dataset = beside_basics(tmp_path, EVENTS.encode(encoding))
    assert found(dataset) == [(0, 0, "utf-16")]
    assert "UTF-8" in dataset.problems[0].hint


def test_a_byte_order_mark_is_a_warning_and_shifts_no_column(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, b"\xef\xbb\xbfevent: []\n")
    assert found(dataset) == [(1, 1, "byte-order-mark"), (1, 1, "unknown-key")]
    assert [problem.severity for problem in dataset.problems] == ["warning", "error"]


def test_a_control_character_is_placed_and_stands_in_the_text_as_its_picture(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, EVENTS.replace("Cuba recognises", "Cubá \x1b[2J"))
    assert found(dataset) == [(6, 17, "control-character")]
    assert dataset.problems[0].severity == "error"
    assert "U+001B" in dataset.problems[0].message
    assert dataset.events[0].title == "Cubá ␛[2J China"


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85"])
def test_an_exotic_line_separator_is_a_space_and_shifts_no_line(tmp_path: Path, separator: str) -> None:
    content = EVENTS.replace("Cuba recognises", f"Cuba{separator}recognises").replace(
        "[{doc", "[{doq: x, doc"
    )
    dataset = beside_basics(tmp_path, content)
    assert found(dataset) == [(6, 16, "control-character"), (7, 16, "unknown-key")]
    assert dataset.events[0].title == "Cuba recognises China"


def test_a_character_that_turns_the_text_round_is_a_warning_and_stays(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, EVENTS.replace("Cuba recognises", "\u202eCuba"))
    assert found(dataset) == [(6, 12, "control-character")]
    assert dataset.problems[0].severity == "warning"
    assert dataset.events[0].title == "\u202eCuba China"


def test_an_escaped_control_character_is_a_warning_and_stays(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, EVENTS.replace("Cuba recognises China", r'"\e[2J and \x9b"'))
    assert found(dataset) == [(6, 12, "control-character")]
    assert dataset.problems[0].severity == "warning"
    assert dataset.events[0].title == "\x1b[2J and \x9b"


def test_harmless_escapes_are_no_defect(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, EVENTS.replace("Cuba recognises China", r'"one\ntwo\tthree \u00e9"'))
    assert found(dataset) == []
    assert dataset.events[0].title == "one\ntwo\tthree é"


def test_a_second_yaml_document_is_refused(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, EVENTS + "---\nevents: []\n")
    assert found(dataset) == [(8, 1, "several-documents")]
    assert ids(dataset) == ["good"]


def test_what_follows_an_empty_first_document_is_not_lost_silently(tmp_path: Path) -> None:
    assert found(beside_basics(tmp_path, "---\n---\n" + EVENTS)) == [(2, 1, "several-documents")]


@pytest.mark.parametrize("content", ["- id: CUB\n", "just words\n"])
def test_a_file_that_is_no_mapping_is_of_the_wrong_type(tmp_path: Path, content: str) -> None:
    assert found(beside_basics(tmp_path, content)) == [(1, 1, "wrong-type")]


def test_a_file_of_a_gigabyte_is_refused_before_it_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"dataset.yaml": BASICS})
    with (tmp_path / "huge.yaml").open("wb") as file:
        file.truncate(2**30)
    dataset = load(tmp_path)
    assert found(dataset) == [(0, 0, "file-too-large")]
    assert "1,024.0 MiB" in dataset.problems[0].message
    assert str(MAX_YAML_BYTES // 2**20) in dataset.problems[0].message
    assert set(dataset.countries) == {"CUB", "CHN"}


def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, {"dataset.yaml": BASICS})
    os.mkfifo(tmp_path / "pipe.yaml")
    assert found(load(tmp_path)) == [(0, 0, "file-unreadable")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, {"dataset.yaml": BASICS, "more.yaml": EVENTS})
    (tmp_path / "more.yaml").chmod(0)
    assert found(load(tmp_path)) == [(0, 0, "file-unreadable")]


def test_a_link_that_leads_nowhere_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, {"dataset.yaml": BASICS})
    (tmp_path / "more.yaml").symlink_to("gone.yaml")
    assert found(load(tmp_path)) == [(0, 0, "file-missing")]


def test_a_link_out_of_the_dataset_is_refused(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", {"more.yaml": EVENTS})
    dataset_folder = write(tmp_path / "inside", {"dataset.yaml": BASICS})
    (dataset_folder / "more.yaml").symlink_to(outside / "more.yaml")
    dataset = load(dataset_folder)
    assert found(dataset) == [(0, 0, "outside-dataset")]
    assert ids(dataset) == []


def test_a_link_within_the_dataset_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, {"dataset.yaml": BASICS, "z.yaml": EVENTS})
    (tmp_path / "a.yaml").symlink_to("z.yaml")
    dataset = load(tmp_path)
    assert found(dataset) == []
    assert ids(dataset) == ["good"]


def test_a_link_to_a_hidden_file_of_the_dataset_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"dataset.yaml": BASICS, ".generation-7/more.yaml": EVENTS})
    (tmp_path / "more.yaml").symlink_to(".generation-7/more.yaml")
    (tmp_path / "again.yaml").symlink_to(".generation-7/more.yaml")
    dataset = load(tmp_path)
    assert found(dataset) == []
    assert ids(dataset) == ["good"]


def test_a_linked_folder_is_passed_over_with_a_warning(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", {"more.yaml": EVENTS})
    dataset_folder = write(tmp_path / "inside", {"dataset.yaml": BASICS})
    (dataset_folder / "linked").symlink_to(outside)
    dataset = load(dataset_folder)
    assert found(dataset) == [(0, 0, "linked-folder")]
    assert dataset.problems[0].file == str(dataset_folder / "linked")


def test_nothing_to_open_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"notes.txt": "no YAML", ".hidden.yaml": EVENTS, ".git/more.yaml": EVENTS})
    for path in (tmp_path, tmp_path / "gone", Path("nul\0"), tmp_path / "notes.txt" / "below"):
        with pytest.raises(DatasetError, match="cannot be opened"):
            load(path)


def test_a_pipe_as_the_only_file_is_an_error(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    for path in (tmp_path, tmp_path / "pipe.yaml"):
        with pytest.raises(DatasetError, match="not a regular file"):
            load(path)
