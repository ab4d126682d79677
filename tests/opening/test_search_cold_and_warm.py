"""A search gives the same bytes whether the dataset was known already or not."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from large_dataset import large_dataset
from small_folder import SMALL_YAML

from explorer.cli.search import search
from explorer.opening import cached_store
from explorer.opening.cache import snapshot_path

HAS_NO_CACHE = any("--no-cache" in parameter.opts for parameter in search.params)


def everything(path: Path, *options: str) -> bytes:
    command = [
        sys.executable,
        "-m",
        "explorer",
        *options,
        "search",
        "",
        "--data",
        str(path),
        "--format",
        "jsonl",
    ]
    return subprocess.run(command, capture_output=True, check=True, env=os.environ).stdout


@pytest.fixture(params=["small", "large"])
def path(request: pytest.FixtureRequest, tmp_path: Path, cache: Path) -> Path:
    if request.param == "large":
        large_dataset(tmp_path / "data", 1800)
    else:
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "dataset.yaml").write_text(SMALL_YAML, encoding="utf-8")
    time.sleep(0.06)
    return tmp_path / "data"


def test_cold_and_warm_are_the_same(path: Path) -> None:
    cold = everything(path)
    assert cached_store(path) is not None
    warm = everything(path)
    snapshot_path(path).write_bytes(snapshot_path(path).read_bytes()[:-1])
    damaged = everything(path)
    assert cold
    assert cold == warm == damaged


@pytest.mark.skipif(not HAS_NO_CACHE, reason="the command line has no --no-cache yet")
def test_without_the_cache_it_is_the_same(path: Path) -> None:
    without = everything(path, "--no-cache")
    assert not snapshot_path(path).exists()
    assert without == everything(path) == everything(path) == everything(path, "--no-cache")
