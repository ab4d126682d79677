"""Of a dataset of many files a few are looked at before it is shown, and the rest meanwhile."""

from __future__ import annotations

import os
import time
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from explorer.opening import cached_store, open_store, states_kept, still_holds
from explorer.tui.dataset_reader import Changed, DatasetReader

EVENTS = "events:\n  - {{id: e{0}, date: 19{0}, countries: [CUB], type: visit, title: '{1}'}}\n"
PATIENCE = 30


@pytest.fixture
def many(dataset: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dataset of more files than are at hand, each older than the one before, with a snapshot."""
    monkeypatch.setattr(states_kept, "AT_HAND", 6)
    for number in range(10, 30):
        file = dataset / f"list-{number}.yaml"
        file.write_text(EVENTS.format(number, "As it was"), encoding="utf-8")
        long_ago = time.time() - 1000 * number
        os.utime(file, (long_ago, long_ago))
    time.sleep(0.06)
    open_store(dataset)
    return dataset


def edit(file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace("As it was", "As it is"), encoding="utf-8")


def test_a_dataset_that_has_not_changed_is_at_hand_and_holds(many: Path) -> None:
    store = cached_store(many, unchanged="first")
    assert store is not None
    assert still_holds(store)


def test_what_was_written_last_is_looked_at_first(many: Path) -> None:
    edit(many / "list-10.yaml")
    assert cached_store(many, unchanged="first") is None


def test_a_change_behind_those_at_hand_is_found_out_by_looking_at_all(many: Path) -> None:
    edit(many / "list-29.yaml")
    store = cached_store(many, unchanged="first")
    assert store is not None
    assert not still_holds(store)
    assert cached_store(many) is None


def test_the_app_shows_what_was_there_and_then_what_is(many: Path) -> None:
    edit(many / "list-29.yaml")
    time.sleep(0.06)
    reader = DatasetReader(many)
    news: SimpleQueue[Any] = SimpleQueue()
    try:
        assert reader.store is not None
        reader.start(news.put)
        told = news.get(timeout=PATIENCE)
    finally:
        reader.stop()
    assert isinstance(told, Changed)
    number = told.store.number_of("e29")
    assert number is not None
    assert told.store.events[number].title == "As it is"
    assert cached_store(many) is not None
