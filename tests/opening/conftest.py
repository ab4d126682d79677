from __future__ import annotations

import time
from pathlib import Path

import pytest
from small_folder import SMALL_YAML

from explorer.opening.file_states import FRESH_NS


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the snapshots of one test; it is not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "detente"


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """A small dataset in a folder of its own, old enough to be told from a later state."""
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "dataset.yaml").write_text(SMALL_YAML, encoding="utf-8")
    settle()
    return folder


def settle() -> None:
    """Wait until the clock that stamps files has gone on."""
    time.sleep(0.06)
    if time.time_ns() % 1_000_000_000 == 0:
        time.sleep(FRESH_NS / 1e9)
