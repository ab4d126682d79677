"""The list of problems: what is known is shown at once, slips are looked for without holding anything up."""

from __future__ import annotations

from pathlib import Path
from threading import Event as Signal
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Any

import pytest

from explorer.store import Store

if TYPE_CHECKING:
    from driver import Open

FAULTY = """
title: x
version: 1
countries:
  - {id: CUB, name: Cuba, exists: 1959/..}
  - {id: CHN, name: China}
events:
  - {id: a, date: 1960-13, countries: [CUB], type: visit, title: A}
  - {id: b, date: 1958, countries: [CUB, CHN], type: visit, title: Before its time}
"""


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "faulty.yaml"
    path.write_text(FAULTY, encoding="utf-8")
    return path


async def test_keys_are_answered_while_slips_are_looked_for(
    open_app: Open, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    released, threads = Signal(), list[Any]()
    lints = Store.lints.func  # type: ignore[attr-defined]

    def slow(store: Store) -> Any:
        threads.append(current_thread())
        assert released.wait(30)
        return lints(store)

    monkeypatch.setattr(Store.lints, "func", slow)
    async with open_app((80, 24), faulty) as driver:
        await driver.press("p")
        await driver.until(lambda: bool(threads))
        await driver.settle()
        assert "1960-13" in driver.text
        assert "Looking for slips" in driver.text
        await driver.press("escape", "p")
        assert "1960-13" in driver.text
        released.set()
        await driver.until(lambda: "Looking for slips" not in driver.text)
        assert "1960-13" in driver.text
    assert main_thread() not in threads


async def test_a_dataset_without_a_problem_says_so_once_that_is_known(open_app: Open) -> None:
    async with open_app((80, 24)) as driver:
        await driver.press("p")
        await driver.until(lambda: "Looking for slips" not in driver.text)
        store = driver.screen.store
        assert store is not None
        assert "No problem:" in driver.text or store.all_problems
