"""What is remembered of a dataset: kept, merged with what others keep, and never lost."""

from __future__ import annotations

import json
import multiprocessing
import os
import stat
from collections.abc import Callable
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.state import Bookmark, Memory, Session, state_file, state_folder
from explorer.state.bookmarks import BOOKMARKS
from explorer.state.searches import MOST_SEARCHES, with_search
from explorer.state.session import SESSIONS

Make = Callable[..., Memory]
SESSION = Session(
    event="yalta",
    query="visit is:disputed",
    countries=("CUB", "CHN"),
    pane="source",
    country="CHN",
    zoom="month",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "detente"


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    path = tmp_path / "dataset"
    path.mkdir()
    return path


@pytest.fixture
def memory(folder: Path, dataset: Path) -> Make:
    return lambda path=dataset: Memory(path, folder)


def bookmark(event: str, name: str = "") -> Bookmark:
    return Bookmark(event, name, event.title())


def test_nothing_is_remembered_at_first(memory: Make, folder: Path) -> None:
    first = memory()
    assert (first.session, first.bookmarks, first.searches, dict(first.saved_searches)) == (None, (), (), {})
    first.close()
    assert first.notices() == ()
    assert not folder.exists()


def test_everything_is_there_again_the_next_time(memory: Make) -> None:
    first = memory()
    first.keep_session(SESSION)
    first.set_bookmark(bookmark("yalta", "the conference"))
    first.add_search("visit")
    first.save_search("visits", "type:visit")
    first.close()
    assert first.notices() == ()
    again = memory()
    assert again.session == SESSION
    assert again.bookmarks == (bookmark("yalta", "the conference"),)
    assert again.searches == ("visit",)
    assert again.saved_searches == {"visits": "type:visit"}


def test_a_change_is_seen_before_it_is_written(memory: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state_file.StateFile, "update", lambda *_: (_ for _ in ()).throw(OSError("later")))
    first = memory()
    first.set_bookmark(bookmark("yalta"))
    assert first.bookmarks == (bookmark("yalta"),)
    first.close()
    assert first.bookmarks == (bookmark("yalta"),)


def test_without_a_folder_everything_is_remembered_as_long_as_the_program_runs(dataset: Path) -> None:
    memory = Memory(dataset, None)
    memory.keep_session(SESSION)
    memory.set_bookmark(bookmark("a"))
    memory.close()
    assert (memory.session, memory.bookmarks, memory.notices()) == (SESSION, (bookmark("a"),), ())
    assert Memory(dataset, None).session is None


def test_what_is_dropped_is_gone(memory: Make) -> None:
    first = memory()
    first.set_bookmark(bookmark("a"))
    first.set_bookmark(bookmark("b"))
    first.save_search("x", "y")
    first.drop_bookmark("a")
    first.drop_saved_search("x")
    first.close()
    assert memory().bookmarks == (bookmark("b"),)
    assert memory().saved_searches == {}


def test_a_bookmark_on_the_same_event_takes_the_place_of_the_first(memory: Make) -> None:
    first = memory()
    for each in (bookmark("a"), bookmark("b"), bookmark("a", "other name")):
        first.set_bookmark(each)
    assert first.bookmarks == (bookmark("a", "other name"), bookmark("b"))


def test_datasets_are_apart_and_known_by_where_they_really_are(memory: Make, tmp_path: Path) -> None:
    first = memory()
    first.add_search("visit")
    first.close()
    (tmp_path / "link").symlink_to(tmp_path / "dataset")
    assert memory(tmp_path / "link").searches == ("visit",)
    assert memory(tmp_path / "other").searches == ()


def test_two_programs_at_once_lose_nothing_of_each_other(memory: Make) -> None:
    one, other = memory(), memory()
    assert one.bookmarks == other.bookmarks == ()
    one.set_bookmark(bookmark("a"))
    other.set_bookmark(bookmark("b"))
    one.add_search("first")
    one.close()
    other.add_search("second")
    other.close()
    assert {each.event for each in memory().bookmarks} == {"a", "b"}
    assert memory().searches == ("first", "second")


def test_the_bookmarks_of_a_program_that_runs_meanwhile_are_seen(memory: Make) -> None:
    one, other = memory(), memory()
    assert one.bookmarks == ()
    other.set_bookmark(bookmark("b"))
    other.close()
    assert one.bookmarks == (bookmark("b"),)


def _add_many(folder: Path, dataset: Path, name: str) -> None:
    memory = Memory(dataset, folder)
    for number in range(20):
        memory.set_bookmark(bookmark(f"{name}-{number}"))
        memory.add_search(f"{name}-{number}")
    memory.close(patience=30)


def test_many_programs_at_once_lose_nothing(memory: Make, folder: Path, dataset: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_add_many, args=(folder, dataset, name)) for name in "abc"]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    expected = {f"{name}-{number}" for name in "abc" for number in range(20)}
    assert {each.event for each in memory().bookmarks} == expected
    assert set(memory().searches) == expected


def test_only_the_owner_can_read_what_is_remembered(memory: Make, folder: Path) -> None:
    first = memory()
    first.add_search("a private matter")
    first.close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


BROKEN = [
    "",
    "{",
    "[]",
    "null",
    '{"version": 1}',
    '{"version": "1", "datasets": {}}',
    '{"version": true, "datasets": {}}',
    '{"version": 1, "datasets": []}',
    '{"version": 1, "datasets": {"x": {}}}',
    '{"version": 1, "datasets": {"x": [{"event": "a"}]}}',
    "[" * 100_000,
]


@pytest.mark.parametrize("text", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_is_set_aside_and_told(memory: Make, folder: Path, text: str) -> None:
    folder.mkdir(parents=True)
    (folder / "bookmarks.json").write_text(text)
    first = memory()
    assert first.bookmarks == ()
    first.set_bookmark(bookmark("a"))
    first.close()
    (notice,) = first.notices()
    assert notice.startswith("Your bookmarks could not be used (")
    assert notice.endswith(f"what there was is in {folder / 'bookmarks.broken.json'}.")
    assert (folder / "bookmarks.broken.json").read_text() == text
    assert memory().bookmarks == (bookmark("a"),)
    assert first.notices() == ()


def test_a_file_of_a_later_version_stays_as_it_is_and_what_is_new_holds_meanwhile(
    memory: Make, folder: Path
) -> None:
    folder.mkdir(parents=True)
    later = '{"version": 2, "places": 7}'
    (folder / "bookmarks.json").write_text(later)
    first = memory()
    assert first.bookmarks == ()
    first.set_bookmark(bookmark("a"))
    assert first.bookmarks == (bookmark("a"),)
    first.close()
    (notice,) = first.notices()
    assert notice == (
        "Your bookmarks cannot be kept for the next time: "
        "a later version of the program wrote the file, which stays as it is."
    )
    assert (folder / "bookmarks.json").read_text() == later
    assert {path.name for path in folder.iterdir()} == {"bookmarks.json", "lock"}


def test_what_was_set_aside_before_is_not_overwritten(memory: Make, folder: Path) -> None:
    folder.mkdir(parents=True)
    for text in ("one", "two", "three"):
        (folder / "saved.json").write_text(text)
        each = memory()
        assert each.saved_searches == {}
        each.close()
    names = ("saved.broken.json", "saved.broken-1.json", "saved.broken-2.json")
    assert [(folder / name).read_text() for name in names] == ["one", "two", "three"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_told_once_and_work_goes_on(memory: Make, folder: Path) -> None:
    folder.mkdir(parents=True)
    folder.chmod(0o500)
    _goes_on(memory)


def test_a_folder_that_cannot_be_is_told_once_and_work_goes_on(memory: Make, folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("not a folder")
    _goes_on(memory)


def _goes_on(memory: Make) -> None:
    first = memory()
    first.set_bookmark(bookmark("a"))
    first.set_bookmark(bookmark("b"))
    first.close()
    assert first.bookmarks == (bookmark("a"), bookmark("b"))
    notices = first.notices()
    assert [
        notice for notice in notices if notice.startswith("Your bookmarks cannot be kept for the next time: ")
    ]
    assert len(notices) == len(set(notices)) <= 2


@pytest.mark.parametrize("name", ["bookmarks.json", "lock"])
def test_a_folder_in_place_of_a_file_is_told_and_work_goes_on(memory: Make, folder: Path, name: str) -> None:
    (folder / name / "mine").mkdir(parents=True)
    _goes_on(memory)
    assert (folder / name / "mine").is_dir()


def test_a_change_that_could_not_be_written_is_written_with_the_next(memory: Make, folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("not a folder")
    first = memory()
    first.set_bookmark(bookmark("a"))
    while not first.notices():
        pass
    folder.unlink()
    first.set_bookmark(bookmark("b"))
    first.close()
    assert memory().bookmarks == (bookmark("a"), bookmark("b"))


def test_a_lock_that_is_not_given_back_is_told_and_not_waited_for_for_ever(
    memory: Make, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state_file, "PATIENCE", 0.05)
    folder.mkdir(parents=True)
    with (folder / "lock").open("w") as file:
        flock(file, LOCK_EX)
        first = memory()
        first.add_search("visit")
        first.close()
    assert first.notices() == (
        "Your searches cannot be kept for the next time: another program holds the lock.",
    )


def test_a_pipe_is_never_waited_for(memory: Make, folder: Path) -> None:
    folder.mkdir(parents=True)
    os.mkfifo(folder / "sessions.json")
    assert memory().session is None


def test_a_link_to_a_file_kept_elsewhere_stays(memory: Make, folder: Path, tmp_path: Path) -> None:
    folder.mkdir(parents=True)
    elsewhere = tmp_path / "dotfiles.json"
    elsewhere.write_text('{"version": 1, "datasets": {}}')
    (folder / "saved.json").symlink_to(elsewhere)
    first = memory()
    first.save_search("x", "y")
    first.close()
    assert (folder / "saved.json").is_symlink()
    assert "y" in elsewhere.read_text()


def test_a_program_that_dies_while_writing_leaves_the_file_as_it_was(
    memory: Make, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = memory()
    first.set_bookmark(bookmark("a"))
    first.close()
    before = (folder / "bookmarks.json").read_text()
    monkeypatch.setattr(state_file.os, "fsync", lambda _: (_ for _ in ()).throw(OSError("disk full")))
    second = memory()
    second.set_bookmark(bookmark("b"))
    second.close()
    assert (folder / "bookmarks.json").read_text() == before
    assert second.notices() == ("Your bookmarks cannot be kept for the next time: disk full.",)


def test_sessions_of_datasets_not_seen_for_long_go_bookmarks_never(folder: Path, tmp_path: Path) -> None:
    known = {str(number): SESSIONS.encode(SESSION) for number in range(SESSIONS.datasets or 0)}
    folder.mkdir(parents=True)
    (folder / "sessions.json").write_text(json.dumps({"version": 1, "datasets": known}))
    memory = Memory(tmp_path / "new", folder)
    memory.keep_session(SESSION)
    memory.close()
    kept = json.loads((folder / "sessions.json").read_text())["datasets"]
    assert list(kept) == [*list(known)[1:], str(tmp_path / "new")]
    assert BOOKMARKS.datasets is None


def test_the_history_keeps_each_search_once_the_newest_last_and_not_too_many() -> None:
    made: tuple[str, ...] = ()
    for query in ("a", "b", "a", "c"):
        made = with_search(made, query)
    assert made == ("b", "a", "c")
    for number in range(MOST_SEARCHES):
        made = with_search(made, str(number))
    assert len(made) == MOST_SEARCHES
    assert made[-1] == str(MOST_SEARCHES - 1)


def test_blank_searches_are_not_remembered(memory: Make) -> None:
    first = memory()
    first.add_search("  ")
    first.add_search(" visit ")
    assert first.searches == ("visit",)


def test_the_files_are_in_the_users_state_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert state_folder() == tmp_path / "detente"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda children: (
        st.lists(children, max_size=3) | st.dictionaries(st.text(max_size=5), children, max_size=3)
    ),
    max_leaves=10,
)


@given(st.sampled_from(["sessions", "bookmarks", "searches", "saved"]), JSON)
def test_whatever_a_file_holds_it_is_read_or_set_aside_and_what_comes_is_kept(
    tmp_path_factory: pytest.TempPathFactory, name: str, value: object
) -> None:
    folder = tmp_path_factory.mktemp("state")
    (folder / f"{name}.json").write_text(json.dumps({"version": 1, "datasets": {"/x": value}}))
    memory = Memory(Path("/x"), folder)
    _ = (memory.session, memory.bookmarks, memory.searches, memory.saved_searches)
    memory.set_bookmark(bookmark("a"))
    memory.add_search("b")
    memory.save_search("c", "d")
    memory.keep_session(SESSION)
    memory.close()
    again = Memory(Path("/x"), folder)
    assert bookmark("a") in again.bookmarks
    assert again.searches[-1] == "b"
    assert again.saved_searches["c"] == "d"
    assert again.session == SESSION
    assert again.notices() == ()
