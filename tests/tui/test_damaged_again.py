"""A disk that damages every snapshot: the second time none is used, and the third time that is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from explorer.opening import open_store
from explorer.opening.cache import snapshot_path
from explorer.tui import launch
from explorer.tui.app import DetenteApp
from explorer.tui.dataset_reader import DatasetReader

EVENT = "events: [{id: a, date: 1960, countries: [CUB], type: visit, title: A visit}]\n"


@pytest.fixture
def dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "data" / "one.yaml"
    path.parent.mkdir()
    path.write_text("title: One\nversion: 1\ncountries: [{id: CUB, name: Cuba}]\n" + EVENT, encoding="utf-8")
    # What has just been written may be written again: no snapshot is kept of it.
    for each in (path, path.parent):
        os.utime(each, (1e9, 1e9))
    open_store(path)
    return path


@pytest.fixture
def damages(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Of each app that is run, all of which end by damage: whether it may use the cache."""
    met: list[bool] = []

    def run(app: DetenteApp) -> None:
        met.append(app._reader._use_cache)
        app.is_damaged = len(met) < 9

    monkeypatch.setattr(DetenteApp, "run", run)
    return met


def test_a_snapshot_that_is_damaged_again_is_not_used_any_more(dataset: Path) -> None:
    first = DatasetReader(dataset)
    second = first.afresh()
    assert second.store is None
    assert not snapshot_path(dataset).exists()
    open_store(dataset)
    third = second.afresh()
    assert not third._use_cache
    assert third.store is None
    for reader in (first, second, third):
        reader.stop()


def test_a_disk_that_damages_everything_does_not_restart_the_app_without_end(
    dataset: Path, damages: list[bool], capsys: pytest.CaptureFixture[str]
) -> None:
    assert launch.run(dataset) == 2
    assert damages == [True, True, False]
    assert "damaged again and again" in capsys.readouterr().err
