"""Snapshots: used, passed over by --no-cache, deleted by `cache clear`; answers are the same either way."""

import time

import pytest

from explorer import opening


@pytest.fixture(autouse=True)
def cache(dataset, tmp_path, monkeypatch):
    # Of files that have been written this very moment nothing is kept.
    time.sleep(0.1)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "detente"


def snapshots(cache):
    return list(cache.iterdir()) if cache.is_dir() else []


def test_all_events_are_the_same_cold_warm_and_without_a_cache(program, dataset, cache):
    cold, warm, without = (
        program("search", "", "--format", "jsonl", "--data", dataset, *options).stdout
        for options in ((), (), ("--no-cache",))
    )
    assert cold == warm == without
    assert cold.count(b"\n") == 2
    assert len(snapshots(cache)) == 1


@pytest.mark.parametrize(
    "arguments",
    [["search", "china"], ["show", "quarrel"], ["check"], ["stats"]],
    ids=" ".join,
)
def test_nothing_is_kept_where_the_cache_is_not_to_be_used(detente, dataset, cache, arguments):
    plain = detente(*arguments, "--data", dataset, "--no-cache")
    assert detente("--no-cache", "--data", dataset, *arguments) == plain
    assert snapshots(cache) == []
    assert detente(*arguments, "--data", dataset) == plain
    assert len(snapshots(cache)) == 1


def test_a_snapshot_is_not_looked_at_where_the_cache_is_not_to_be_used(detente, dataset, monkeypatch):
    used = []
    open_store = opening.open_store
    monkeypatch.setattr(
        opening, "open_store", lambda path, use_cache: (used.append(use_cache), open_store(path))[1]
    )
    detente("stats", "--data", dataset)
    detente("stats", "--data", dataset, "--no-cache")
    detente("--no-cache", "stats", "--data", dataset)
    assert used == [True, False, False]


def test_clearing_the_cache_deletes_every_snapshot_and_counts_them(detente, dataset, cache, tmp_path):
    other = tmp_path / "other.yaml"
    other.write_bytes(dataset.read_bytes())
    time.sleep(0.1)
    for path in (dataset, other):
        detente("stats", "--data", path)
    assert len(snapshots(cache)) == 2
    assert detente("cache", "clear").out == "2 snapshots deleted.\n"
    assert snapshots(cache) == []
    assert detente("cache", "clear").out == "0 snapshots deleted.\n"
    detente("stats", "--data", dataset)
    assert detente("cache", "clear").out == "1 snapshot deleted.\n"


def test_a_cache_that_cannot_be_cleared_is_told_in_one_line(detente, monkeypatch):
    def refused():
        raise PermissionError(13, "Permission denied", "/somewhere")

    monkeypatch.setattr(opening, "clear_cache", refused)
    outcome = detente("cache", "clear")
    assert outcome.status == 2
    assert outcome.out == ""
    assert "/somewhere: Permission denied" in outcome.err
    assert outcome.err.count("\n") == 1
