"""However the files of a dataset have changed, opening it again gives what is in them now."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from store_contents import contents

from explorer.building import building
from explorer.opening import cached_store, file_states, open_store
from explorer.opening.file_states import states_of, still_hold
from explorer.problems import DatasetError

HOUR = 3600 * 10**9
MORE = """events:
  - {id: more, date: 1962, countries: [CUB], type: visit, title: One more}
"""
DOCUMENT = "documents:\n  - {id: letter, title: A letter, file: letters/first.txt}\n"
CITED = """events:
  - id: cited
    date: 1962
    countries: [CUB]
    type: visit
    title: Cited
    sources: [{document: letter, quote: a quiet day}]
"""


def settle() -> None:
    """Wait until the clock that stamps files has gone on."""
    time.sleep(0.06)


@pytest.fixture
def folder(dataset: Path, cache: Path) -> Path:
    """A dataset in some files, with a snapshot in the cache."""
    (dataset / "letters").mkdir()
    (dataset / "letters" / "first.txt").write_text("It was a quiet day.", encoding="utf-8")
    (dataset / "more.yaml").write_text(MORE, encoding="utf-8")
    (dataset / "letters" / "cited.yaml").write_text(DOCUMENT + CITED, encoding="utf-8")
    settle()
    open_store(dataset)
    assert cached_store(dataset) is not None
    return dataset


def seen_by(path: Path, *, cache: bool) -> object:
    try:
        return contents(open_store(path, use_cache=cache))
    except DatasetError as error:
        return str(error)


def opens_right(path: Path) -> bool:
    """Whether it opens with what is there now, at once, a little later, and when that is in the cache."""
    right = seen_by(path, cache=False)
    at_once = seen_by(path, cache=True)
    settle()
    return at_once == seen_by(path, cache=True) == seen_by(path, cache=True) == right


def same_size(folder: Path) -> None:
    file = folder / "more.yaml"
    found = file.stat()
    file.write_text(MORE.replace("One more", "One less"), encoding="utf-8")
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))


def older(folder: Path) -> None:
    file = folder / "more.yaml"
    file.write_text(MORE.replace("One more", "An older one"), encoding="utf-8")
    os.utime(file, ns=(0, file.stat().st_mtime_ns - HOUR))


def from_the_future(folder: Path) -> None:
    file = folder / "more.yaml"
    file.write_text(MORE.replace("One more", "A later one"), encoding="utf-8")
    os.utime(file, ns=(0, file.stat().st_mtime_ns + HOUR))


def replaced(folder: Path) -> None:
    new = folder / "new"
    new.write_text(MORE.replace("One more", "One less"), encoding="utf-8")
    found = (folder / "more.yaml").stat()
    os.utime(new, ns=(found.st_atime_ns, found.st_mtime_ns))
    new.rename(folder / "more.yaml")


def new_file(folder: Path) -> None:
    (folder / "another.yml").write_text(MORE.replace("id: more", "id: another"), encoding="utf-8")


def new_file_below(folder: Path) -> None:
    (folder / "letters" / "A.YAML").write_text(MORE.replace("id: more", "id: another"), encoding="utf-8")


def new_folder(folder: Path) -> None:
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "deep" / "er" / "a.yaml").write_text(MORE.replace("id: more", "id: deep"), encoding="utf-8")


def removed(folder: Path) -> None:
    (folder / "more.yaml").unlink()


def no_main_file(folder: Path) -> None:
    (folder / "dataset.yaml").rename(folder / "countries.yaml")


def nothing_left(folder: Path) -> None:
    for file in folder.rglob("*.yaml"):
        file.unlink()


def document_edited(folder: Path) -> None:
    (folder / "letters" / "first.txt").write_text("It was a quick day.", encoding="utf-8")


def document_removed(folder: Path) -> None:
    (folder / "letters" / "first.txt").unlink()


def unreadable_kind(folder: Path) -> None:
    (folder / "more.yaml").unlink()
    os.mkfifo(folder / "more.yaml")


def a_link(folder: Path) -> None:
    (folder / "target").write_text(MORE.replace("id: more", "id: linked"), encoding="utf-8")
    (folder / "link.yaml").symlink_to("target")


def renamed_folder(folder: Path) -> None:
    (folder / "letters").rename(folder / "post")


def touched(folder: Path) -> None:
    (folder / "more.yaml").touch()


EDITS = [
    same_size, older, from_the_future, replaced, new_file, new_file_below, new_folder, removed, no_main_file,
    nothing_left, document_edited, document_removed, unreadable_kind, a_link, renamed_folder, touched,
]  # fmt: skip


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_is_seen(folder: Path, edit: Callable[[Path], None]) -> None:
    edit(folder)
    assert opens_right(folder)


@pytest.mark.parametrize("edit", [document_removed, no_main_file, removed, renamed_folder, nothing_left])
def test_an_edit_that_is_undone_is_seen(
    folder: Path, edit: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    edit(folder)
    assert opens_right(folder)
    for path, data in kept.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    assert opens_right(folder)


def test_a_retargeted_link_is_seen(folder: Path) -> None:
    for name in ("one", "two"):
        (folder / name).write_text(MORE.replace("id: more", f"id: {name}"), encoding="utf-8")
    link = folder / "link.yaml"
    link.symlink_to("one")
    assert opens_right(folder)
    link.unlink()
    link.symlink_to("two")
    assert opens_right(folder)


def test_a_link_that_leads_out_and_then_in_is_seen(folder: Path, tmp_path: Path) -> None:
    text = folder / "letters" / "first.txt"
    text.rename(folder / "letters" / "inside")
    (tmp_path / "outside").write_text("Not to be read.", encoding="utf-8")
    text.symlink_to(tmp_path / "outside")
    assert opens_right(folder)
    text.unlink()
    text.symlink_to("inside")
    assert opens_right(folder)


def test_a_document_that_appears_is_seen(folder: Path) -> None:
    document_removed(folder)
    assert opens_right(folder)
    (folder / "letters" / "first.txt").write_text("It was not a quiet day.", encoding="utf-8")
    assert opens_right(folder)


@pytest.mark.parametrize("name", ["more.yaml", "dataset.yaml", "letters/cited.yaml"])
def test_a_single_file_is_a_dataset_with_states_of_its_own(folder: Path, name: str) -> None:
    path = folder / name
    assert opens_right(path)
    path.write_text(path.read_text(encoding="utf-8").replace("title: ", "title: New "), encoding="utf-8")
    assert opens_right(path)
    assert opens_right(folder)
    (path.parent / "letters").mkdir(exist_ok=True)
    (path.parent / "letters" / "first.txt").write_text("It was a quiet day after all.", encoding="utf-8")
    assert opens_right(path)
    path.unlink()
    assert opens_right(path)


def test_an_unlistable_folder_is_seen(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refused(path: object = ".") -> object:
        if str(path).endswith("letters"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)  # type: ignore[call-overload]

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refused)
        assert opens_right(folder)
    assert opens_right(folder)


@pytest.mark.parametrize("pause", [0.0, 0.005, 0.02, 0.06])
def test_an_edit_right_after_reading_is_seen(folder: Path, pause: float) -> None:
    file = folder / "more.yaml"
    for round_ in range(6):
        file.write_text(MORE.replace("One more", f"Nr {round_} more"), encoding="utf-8")
        time.sleep(pause)
        open_store(folder)
        file.write_text(MORE.replace("One more", f"Nr {round_} less"), encoding="utf-8")
        assert f"Nr {round_} less" in {event.title for event in open_store(folder).events}


WHILE_READING = [
    removed,
    new_file,
    new_file_below,
    document_removed,
    document_edited,
    same_size,
    replaced,
    a_link,
]


@pytest.mark.parametrize("edit", WHILE_READING)
def test_an_edit_while_the_files_are_read_is_seen_afterwards(
    folder: Path, edit: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    touched(folder)
    settle()
    load = building.load

    def load_then_edit(*args: object, **kwargs: object) -> object:
        loaded = load(*args, **kwargs)  # type: ignore[arg-type]
        edit(folder)
        return loaded

    with monkeypatch.context() as patch:
        patch.setattr(building, "load", load_then_edit)
        open_store(folder)
    settle()
    assert opens_right(folder)


def test_a_document_removed_while_a_single_file_is_read_is_missed_afterwards(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "single.yaml"
    path.write_text(DOCUMENT + CITED, encoding="utf-8")
    settle()
    load = building.load

    def load_then_edit(*args: object, **kwargs: object) -> object:
        loaded = load(*args, **kwargs)  # type: ignore[arg-type]
        document_removed(folder)
        return loaded

    with monkeypatch.context() as patch:
        patch.setattr(building, "load", load_then_edit)
        open_store(path)
    settle()
    assert opens_right(path)


def test_a_file_that_vanishes_while_its_state_is_taken_is_no_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vanished(path: Path) -> str:
        raise FileNotFoundError(path)

    monkeypatch.setattr(file_states, "digest_of_file", vanished)
    touched(folder)
    settle()
    assert open_store(folder).number_of("more") is not None
    assert cached_store(folder) is None


def test_whole_seconds_are_taken_for_a_coarse_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_states, "_last_change", lambda _: 1_000_000_000)
    assert states_of([str(tmp_path)], 2_500_000_000) is None
    assert states_of([str(tmp_path)], 3_000_000_000) is not None
    monkeypatch.setattr(file_states, "_last_change", lambda _: 1_000_000_001)
    assert states_of([str(tmp_path)], 2_500_000_000) is not None


def test_states_survive_names_that_are_not_text(tmp_path: Path) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.yaml")
    Path(odd).touch()
    settle()
    states = states_of([odd, str(tmp_path)], time.time_ns())
    assert states is not None
    assert still_hold(states)
    Path(odd).unlink()
    assert not still_hold(states)


def test_a_loop_of_links_is_never_taken_for_settled(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert states_of([str(tmp_path / "loop")], time.time_ns() + HOUR) is None


def test_contents_count_only_of_files_that_were_written_just_before_they_were_read(
    tmp_path: Path,
) -> None:
    path = tmp_path / "saved.yaml"
    path.write_text("title: Saved\n", encoding="utf-8")
    found = path.stat()
    written = max(found.st_mtime_ns, found.st_ctime_ns)
    lengths = []
    for later in (100_000_000, 1_000_000_000):
        states = states_of([str(path)], written + later)
        assert states is not None
        lengths.append(len(states[str(path)]))
    # With the digest of the contents, and without.
    assert lengths == [6, 5]
