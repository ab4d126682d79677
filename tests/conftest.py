from __future__ import annotations

import gc
import os
from collections.abc import Generator, Iterator
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings

# A slow machine is no failure: no test here measures time by the clock.  What every change is tried with has
# to end within minutes; HYPOTHESIS_PROFILE=thorough is for an hour in which nobody waits.
settings.register_profile("unhurried", deadline=None, max_examples=40)
settings.register_profile("thorough", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "unhurried"))


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """One process more than processors: each waits a fifth of its time, for programs, timers and disks."""
    return (yield) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, so that no process is left alone with it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """Leave what stays until the end out of each collection of garbage, which took a quarter of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 5, 5)


@pytest.fixture(scope="session", autouse=True)
def own_folders() -> Iterator[None]:
    """Keep the tests out of the user's cache, config and state."""
    with TemporaryDirectory() as folder:
        for kind in ("CACHE", "CONFIG", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = f"{folder}/{kind.lower()}"
        yield
