"""The files that documents' texts are in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from loading_trial import beside_basics, found, write

from explorer.loading import load
from explorer.loading.documents import MAX_DOCUMENT_BYTES
from explorer.model import Dataset


def with_file(folder: Path, name: str, *, quote: str = "'") -> Dataset:
    """A dataset with a document `paper` whose file, named on line 4 from column 11 on, is this one."""
    content = f"documents:\n  - id: paper\n    title: Paper\n    file: {quote}{name}{quote}\n"
    return beside_basics(folder / "dataset", content)


def test_a_text_is_kept_as_it_is_on_disk(tmp_path: Path) -> None:
    text = "\ufeffOne\r\ntwo\rthree\n\x1b[31m \u202efour 𝄞"
    write(tmp_path / "dataset", {"texts/paper.txt": text})
    dataset = with_file(tmp_path, "texts/paper.txt")
    assert found(dataset) == []
    assert dataset.documents["paper"].text == text
    assert dataset.documents["paper"].file == "texts/paper.txt"


def test_paths_are_those_from_the_datasets_folder(tmp_path: Path) -> None:
    write(tmp_path, {"deep/down/a.yaml": "documents: [{id: a, title: A, file: a.txt}]\n", "a.txt": "text"})
    dataset = beside_basics(tmp_path, "types: []\n")
    assert found(dataset) == []
    assert dataset.documents["a"].text == "text"


@pytest.mark.parametrize("name", ["gone.txt", "gone/gone.txt", "paper.txt/below", "nul\\0"])
def test_a_missing_file_is_told_where_it_is_named(tmp_path: Path, name: str) -> None:
    write(tmp_path / "dataset", {"paper.txt": "text"})
    dataset = with_file(tmp_path, name, quote='"')
    assert (4, 11, "file-missing") in found(dataset)
    assert "paper" not in dataset.documents


@pytest.mark.parametrize("name", ["texts", ".", ""])
def test_a_folder_is_no_text(tmp_path: Path, name: str) -> None:
    write(tmp_path / "dataset", {"texts/paper.txt": "text"})
    assert found(with_file(tmp_path, name)) == [(4, 11, "file-unreadable")]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path / "dataset", {})
    (tmp_path / "dataset").mkdir(exist_ok=True)
    os.mkfifo(tmp_path / "dataset" / "pipe")
    assert found(with_file(tmp_path, "pipe")) == [(4, 11, "file-unreadable")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    write(tmp_path / "dataset", {"paper.txt": "text"})
    (tmp_path / "dataset" / "paper.txt").chmod(0)
    assert found(with_file(tmp_path, "paper.txt")) == [(4, 11, "file-unreadable")]


def test_a_link_to_itself_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "dataset").mkdir()
    (tmp_path / "dataset" / "loop.txt").symlink_to("loop.txt")
    assert found(with_file(tmp_path, "loop.txt")) == [(4, 11, "file-unreadable")]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"one\ntwo\x00three", "NUL byte on line 2, column 4"),
        (b"one\ntw\xc3\xb6 \xff", "0xFF on line 2, column 5"),
        ("text".encode("utf-16"), "UTF-16"),
    ],
)
def test_what_is_not_text_is_told_as_such(tmp_path: Path, content: bytes, told: str) -> None:
    write(tmp_path / "dataset", {"paper.txt": content})
    dataset = with_file(tmp_path, "paper.txt")
    assert found(dataset) == [(4, 11, "not-text")]
    assert told in dataset.problems[0].message


@pytest.mark.parametrize(
    "name", ["../secret.txt", "/etc/hostname", "link.txt", "linked/secret.txt", "a/../../secret.txt"]
)
def test_a_path_may_not_leave_the_dataset(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"secret.txt": "secret", "dataset/a/b.txt": "text"})
    (tmp_path / "dataset" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "dataset" / "linked").symlink_to(tmp_path)
    dataset = with_file(tmp_path, name)
    assert (4, 11, "outside-dataset") in found(dataset)
    assert "paper" not in dataset.documents


def test_an_absolute_path_is_refused_even_into_the_dataset(tmp_path: Path) -> None:
    folder = write(tmp_path / "dataset", {"paper.txt": "text"})
    assert found(with_file(tmp_path, str(folder / "paper.txt"))) == [(4, 11, "outside-dataset")]


def test_a_path_may_go_up_and_links_may_go_round_inside_the_dataset(tmp_path: Path) -> None:
    folder = write(tmp_path / "dataset", {"a/b.txt": "text"})
    (folder / "link.txt").symlink_to("a/../a/b.txt")
    for name in ("a/../a/b.txt", "link.txt"):
        dataset = with_file(tmp_path, name)
        assert found(dataset) == []
        assert dataset.documents["paper"].text == "text"


def test_a_dataset_may_itself_be_reached_through_a_link(tmp_path: Path) -> None:
    write(tmp_path / "dataset", {"paper.txt": "text"})
    with_file(tmp_path, "paper.txt")
    (tmp_path / "linked").symlink_to("dataset")
    dataset = load(tmp_path / "linked")
    assert found(dataset) == []
    assert dataset.documents["paper"].place.file == str(tmp_path / "linked" / "more.yaml")


def test_a_huge_text_is_refused_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "dataset").mkdir()
    with (tmp_path / "dataset" / "huge.txt").open("wb") as file:
        file.truncate(MAX_DOCUMENT_BYTES + 1)
    assert found(with_file(tmp_path, "huge.txt")) == [(4, 11, "file-too-large")]
