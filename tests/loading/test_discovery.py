from __future__ import annotations

from pathlib import Path

import pytest
from loading_trial import BASICS, found, write

import explorer
from explorer.loading import discovery, find_dataset, load, shipped_dataset


def test_the_dataset_of_a_folder_is_the_folder(tmp_path: Path) -> None:
    write(tmp_path, {"dataset.yaml": BASICS})
    assert find_dataset(tmp_path) == tmp_path


def test_a_dataset_is_found_from_below(tmp_path: Path) -> None:
    write(tmp_path, {"dataset.yaml": BASICS, "a/b/notes.txt": ""})
    assert find_dataset(tmp_path / "a" / "b") == tmp_path


def test_a_dataset_found_from_a_relative_path_has_one_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"dataset.yaml": BASICS, "a/b/notes.txt": ""})
    monkeypatch.chdir(tmp_path / "a" / "b")
    assert find_dataset(Path()) == Path("../..")
    monkeypatch.chdir(tmp_path)
    assert find_dataset(Path()) == Path()


def test_the_nearest_dataset_is_taken(tmp_path: Path) -> None:
    write(tmp_path, {"dataset.yaml": BASICS, "a/dataset.yaml": BASICS, "a/b/notes.txt": ""})
    assert find_dataset(tmp_path / "a" / "b") == tmp_path / "a"


def test_a_folder_of_that_name_is_no_dataset(tmp_path: Path) -> None:
    (tmp_path / "dataset.yaml").mkdir()
    assert find_dataset(tmp_path) is None


def test_the_shipped_dataset_stands_beside_the_package_in_a_checkout() -> None:
    assert shipped_dataset() == Path(explorer.__file__).resolve().parents[1] / "data"


def test_the_shipped_dataset_stands_in_the_package_when_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "explorer", {"data/dataset.yaml": BASICS, "loading/discovery.py": ""})
    monkeypatch.setattr(discovery, "__file__", str(tmp_path / "explorer" / "loading" / "discovery.py"))
    assert shipped_dataset() == tmp_path / "explorer" / "data"


def test_the_shipped_dataset_opens_without_a_problem() -> None:
    dataset = load(shipped_dataset())
    assert found(dataset) == []
    assert len(dataset.events) >= 45
