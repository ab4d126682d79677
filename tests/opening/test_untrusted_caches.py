"""Whatever stands in the cache folder, a dataset opens with the right data, and without waiting."""

from __future__ import annotations

import errno
import gc
import json
import multiprocessing
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import platformdirs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from open_files import identity, open_files
from store_contents import contents

from explorer import opening
from explorer.opening import cache as cache_module
from explorer.opening import cached_store, clear_cache, open_store
from explorer.opening import opening as opening_module
from explorer.opening.cache import discard_unfinished, snapshot_path, write_snapshot
from explorer.problems import DatasetError
from explorer.snapshot import Container, container, write_sections

NOBODY = 65_534
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")


def opens_right(dataset: Path) -> bool:
    return contents(open_store(dataset)) == contents(open_store(dataset, use_cache=False))


def is_kept(dataset: Path) -> bool:
    return cached_store(dataset) is not None


@pytest.fixture
def kept(cache: Path, dataset: Path) -> Path:
    """The file of the dataset's snapshot."""
    open_store(dataset)
    assert is_kept(dataset)
    return snapshot_path(dataset)


def test_what_is_written_is_its_owners_alone(dataset: Path, kept: Path) -> None:
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    assert [*kept.parent.iterdir()] == [kept]


def test_a_second_opening_reads_no_yaml(dataset: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = contents(open_store(dataset, use_cache=False))
    monkeypatch.setattr(opening_module, "_read", None)
    assert contents(open_store(dataset)) == right


def test_without_the_cache_nothing_is_written(dataset: Path, cache: Path) -> None:
    open_store(dataset, use_cache=False)
    assert not cache.exists()


def heals(dataset: Path, kept: Path, damaged: bytes) -> bool:
    """Whether a damaged snapshot is replaced by a good one, and does no harm."""
    kept.write_bytes(damaged)
    right = opens_right(dataset)
    found = cached_store(dataset)
    assert found is not None
    found.check()
    return right


def test_a_truncated_cache_is_written_anew(dataset: Path, kept: Path) -> None:
    snapshot = kept.read_bytes()
    lengths = [*range(0, len(snapshot), 211), 1, 63, 64, 65, len(snapshot) - 1]
    assert [size for size in lengths if not heals(dataset, kept, snapshot[:size])] == []


def test_a_cache_with_a_flipped_bit_is_written_anew(dataset: Path, kept: Path) -> None:
    snapshot = kept.read_bytes()
    for place in range(0, len(snapshot), 157):
        damaged = bytearray(snapshot)
        damaged[place] ^= 1 << place % 8
        assert heals(dataset, kept, bytes(damaged))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 1 << 20), st.binary(min_size=1, max_size=40))
def test_an_overwritten_cache_is_written_anew(dataset: Path, kept: Path, place: int, patch: bytes) -> None:
    snapshot = kept.read_bytes()
    place %= len(snapshot)
    assert heals(dataset, kept, snapshot[:place] + patch + snapshot[place + len(patch) :])


def with_key(snapshot: Path, **changes: object) -> bytes:
    """The snapshot with another key, and all checksums right."""
    found = Container(snapshot.read_bytes())
    names = found._directory
    sections = {name: [found.section(name)] for name in names}
    sections["key"] = [json.dumps(json.loads(found.section("key")) | changes).encode()]
    *pieces, header = write_sections(sections)
    return header + b"".join(pieces)


@pytest.mark.parametrize("change", [{"program": "0.0.1"}, {"schema": 0}, {"unicode": "3.2.0"}, {"path": "?"}])
def test_the_cache_of_another_program_is_not_read(
    dataset: Path, kept: Path, change: dict[str, object]
) -> None:
    assert heals(dataset, kept, with_key(kept))
    kept.write_bytes(with_key(kept, **change))
    assert not is_kept(dataset)
    assert opens_right(dataset)
    assert is_kept(dataset)


def test_the_cache_of_another_layout_is_not_read(
    dataset: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(container, "LAYOUT", container.LAYOUT + 1)
    assert not is_kept(dataset)
    assert opens_right(dataset)
    assert is_kept(dataset)


def test_each_spelling_of_a_path_has_a_snapshot_of_its_own(
    dataset: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(dataset.parent)
    for path in (Path("small"), dataset / "dataset.yaml", Path("small/dataset.yaml"), Path("small/../small")):
        assert not is_kept(path)
        assert opens_right(path)
        found = cached_store(path)
        assert found is not None
        assert found.events[0].place.file.startswith(str(path).removesuffix("dataset.yaml"))
    assert len([*kept.parent.iterdir()]) == 5


def test_one_relative_path_in_two_working_folders_is_two_datasets(
    dataset: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other" / "small").mkdir(parents=True)
    text = (dataset / "dataset.yaml").read_text(encoding="utf-8").replace("Small", "Other")
    (tmp_path / "other" / "small" / "dataset.yaml").write_text(text, encoding="utf-8")
    for _ in range(2):
        for folder, title in ((tmp_path, "Small"), (tmp_path / "other", "Other")):
            monkeypatch.chdir(folder)
            assert open_store(Path("small")).dataset.title == title


def a_link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


def writable(bits: int) -> Callable[[Path], None]:
    return lambda path: path.chmod(path.stat().st_mode | bits)


def given_away(path: Path) -> None:
    os.chown(path, NOBODY, -1)


UNTRUSTED = [
    pytest.param(a_link, id="a symbolic link"),
    pytest.param(writable(stat.S_IWGRP), id="writable for a group"),
    pytest.param(writable(stat.S_IWOTH), id="writable for all"),
    pytest.param(given_away, id="someone else's", marks=as_root),
]


@pytest.mark.parametrize("spoil", UNTRUSTED)
def test_an_untrusted_file_is_replaced(dataset: Path, kept: Path, spoil: Callable[[Path], None]) -> None:
    spoil(kept)
    assert not is_kept(dataset)
    assert opens_right(dataset)
    assert is_kept(dataset)
    assert not kept.is_symlink()


def test_what_a_link_leads_to_is_not_overwritten(dataset: Path, kept: Path) -> None:
    kept.unlink()
    target = kept.with_name("target")
    target.write_text("precious", encoding="utf-8")
    kept.symlink_to(target)
    assert opens_right(dataset)
    assert target.read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize("spoil", UNTRUSTED)
def test_an_untrusted_folder_is_not_used(dataset: Path, kept: Path, spoil: Callable[[Path], None]) -> None:
    spoil(kept.parent)
    before = kept.read_bytes()
    assert not is_kept(dataset)
    assert opens_right(dataset)
    assert kept.read_bytes() == before
    assert len([*kept.parent.iterdir()]) == 1


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path, 0o600)


def empty(path: Path) -> None:
    path.touch(0o600)


@pytest.mark.parametrize("make", [a_folder, a_pipe, empty])
def test_what_is_no_snapshot_is_not_waited_for(
    dataset: Path, kept: Path, make: Callable[[Path], None]
) -> None:
    kept.unlink()
    make(kept)
    (kept.parent / ".begun.snapshot").unlink(missing_ok=True)
    make(kept.parent / ".begun.snapshot")
    assert not is_kept(dataset)
    assert opens_right(dataset)
    assert is_kept(dataset) == (make is not a_folder)


@pytest.mark.parametrize("make", [a_folder, a_pipe])
def test_no_descriptor_stays_open(dataset: Path, kept: Path, make: Callable[[Path], None]) -> None:
    kept.unlink()
    make(kept)
    for _ in range(3):
        assert not is_kept(dataset)
    gc.collect()
    assert identity(kept.stat()) not in open_files()


def test_a_file_in_the_place_of_the_folder_is_left_alone(dataset: Path, cache: Path) -> None:
    cache.parent.write_text("no folder", encoding="utf-8")
    assert opens_right(dataset)
    assert cache.parent.read_text(encoding="utf-8") == "no folder"
    assert clear_cache() == 0


def test_a_relative_cache_folder_is_ignored(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert opens_right(dataset)
    assert not Path("here").exists()


def test_without_a_home_nothing_is_written(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    # What platformdirs gives for a user without an entry in the list of users.
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: Path("~/.cache/detente"))
    assert opens_right(dataset)
    assert clear_cache() == 0
    assert [*tmp_path.iterdir()] == [dataset]


def full_after(pieces: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk be full when so many pieces have been written."""

    def write(sections: container.Sections) -> Iterable[bytes]:
        for written, piece in enumerate(write_sections(sections)):
            if written == pieces:
                raise OSError(errno.ENOSPC, "No space left on device")
            yield piece

    monkeypatch.setattr(cache_module, "write_sections", write)


@pytest.mark.parametrize("pieces", [0, 1, 40])
def test_on_a_full_disk_no_half_snapshot_is_left(
    dataset: Path, cache: Path, pieces: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = contents(open_store(dataset, use_cache=False))
    full_after(pieces, monkeypatch)
    with pytest.raises(OSError, match="No space"):
        write_snapshot(snapshot_path(dataset), {f"section-{n}": [b"x"] for n in range(100)})
    assert [*cache.iterdir()] == []
    full_after(1000, monkeypatch)
    assert contents(open_store(dataset)) == right
    assert is_kept(dataset)


def test_without_any_disk_a_dataset_is_held_in_memory(
    dataset: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = contents(open_store(dataset, use_cache=False))

    def no_file(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(cache_module, "_write", no_file)
    assert contents(open_store(dataset)) == right
    assert [*cache.iterdir()] == []
    monkeypatch.setattr(tempfile, "TemporaryFile", no_file)
    monkeypatch.setattr(tempfile, "mkstemp", no_file)
    assert contents(open_store(dataset)) == right
    assert contents(open_store(dataset, use_cache=False)) == right


def test_a_failure_of_the_program_leaves_no_half_snapshot(dataset: Path, kept: Path) -> None:
    def sections() -> Iterable[bytes]:
        yield b"begun"
        raise KeyboardInterrupt

    before = kept.read_bytes()
    with pytest.raises(KeyboardInterrupt):
        write_snapshot(kept, {"key": sections()})
    assert [*kept.parent.iterdir()] == [kept]
    assert kept.read_bytes() == before


def test_what_a_killed_program_had_begun_to_write_is_deleted(dataset: Path, kept: Path) -> None:
    script = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "from explorer.opening.cache import write_snapshot\n"
        "def pieces():\n    yield b'x' * (1 << 21)\n    os.kill(os.getpid(), signal.SIGKILL)\n"
        "write_snapshot(Path(sys.argv[1]), {'key': pieces()})"
    )
    subprocess.run([sys.executable, "-c", script, str(kept)], check=False)
    assert len([*kept.parent.glob(".*")]) == 1
    discard_unfinished()
    assert [*kept.parent.iterdir()] == [kept]


def test_what_another_program_is_writing_is_not_deleted(dataset: Path, kept: Path) -> None:
    def pieces() -> Iterable[bytes]:
        yield b"x" * (1 << 21)
        discard_unfinished()
        assert len([*kept.parent.glob(".*")]) == 1

    assert write_snapshot(kept, {"key": pieces()}).section("key") == b"x" * (1 << 21)


def test_the_newest_snapshots_are_kept(dataset: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "_MOST_SNAPSHOTS", 3)
    for age in range(1, 6):
        path = kept.with_name(f"{age}.snapshot")
        path.write_bytes(b"")
        os.utime(path, (1_000_000_000 - age, 1_000_000_000))
    kept.unlink()
    open_store(dataset)
    assert {path.name for path in kept.parent.iterdir()} == {kept.name, "1.snapshot", "2.snapshot"}


def test_large_snapshots_go_first_by_age(dataset: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "_MOST_BYTES", 1)
    other = kept.with_name("other.snapshot")
    other.write_bytes(b"other")
    kept.unlink()
    open_store(dataset)
    assert [*kept.parent.iterdir()] == [kept]


def test_clearing_counts_each_snapshot_once(dataset: Path, kept: Path) -> None:
    kept.with_name(".begun.snapshot").touch()
    assert clear_cache() == 2
    assert [*kept.parent.iterdir()] == []
    assert opens_right(dataset)


@pytest.mark.parametrize("name", ["a\0b", "\ud800", "x" * 5000], ids=["NUL", "surrogate", "long"])
def test_a_name_that_no_file_can_have_is_no_dataset(cache: Path, name: str) -> None:
    with pytest.raises(DatasetError):
        open_store(Path(name))


def write_often(dataset: str, rounds: int) -> None:
    for _ in range(rounds):
        snapshot_path(Path(dataset)).unlink(missing_ok=True)
        open_store(Path(dataset))


def test_two_programs_that_write_at_once_never_spoil_a_reading(dataset: Path, cache: Path) -> None:
    right = contents(open_store(dataset))
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write_often, args=(str(dataset), 25)) for _ in range(2)]
    for writer in writers:
        writer.start()
    found = 0
    while any(writer.is_alive() for writer in writers):
        store = cached_store(dataset)
        if store is not None:
            store.check()
            assert contents(store) == right
            found += 1
    assert found
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert not [*cache.glob(".*")]


def test_no_temporary_folder_is_needed(dataset: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    right = contents(open_store(dataset))
    monkeypatch.setattr(tempfile, "tempdir", str(dataset / "missing"))
    assert contents(opening.open_store(dataset, use_cache=False)) == right
