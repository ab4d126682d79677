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
SOUND = """
title: x
version: 1
countries: [{id: CUB, name: Cuba}]
documents: [{id: d, title: D, form: original, text: In 1960 Cuba met them.}]
events:
  - {id: a, date: 1960, countries: [CUB], type: visit, title: A,
     sources: [{document: d, quote: Cuba met them}]}
"""


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "faulty.yaml"
    path.write_text(FAULTY, encoding="utf-8")
    return path


def looked_for_slowly(monkeypatch: pytest.MonkeyPatch) -> tuple[Signal, list[Any]]:
    """Let slips be found only when the signal is given; the threads that look for them, as they begin."""
    released, threads = Signal(), list[Any]()
    lints = Store.lints.func  # type: ignore[attr-defined]

    def slow(store: Store) -> Any:
        threads.append(current_thread())
        assert released.wait(30)
        return lints(store)

    monkeypatch.setattr(Store.lints, "func", slow)
    return released, threads


async def test_keys_are_answered_while_slips_are_looked_for(
    open_app: Open, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    released, threads = looked_for_slowly(monkeypatch)
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


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)])
@pytest.mark.parametrize(("text", "seen"), [(FAULTY, "1960-13"), (SOUND, "╭")], ids=["faulty", "sound"])
async def test_nothing_moves_when_all_slips_are_found(
    open_app: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    text: str,
    seen: str,
) -> None:
    path = tmp_path / "dataset.yaml"
    path.write_text(text, encoding="utf-8")
    released, _ = looked_for_slowly(monkeypatch)
    async with open_app(size, path) as driver:
        await driver.press("p")
        await driver.until(lambda: "Looking for slips" in driver.text)
        frame, row = driver.app.screen.query_one(".dialog").region, row_of(seen, driver.text)
        released.set()
        await driver.until(lambda: "Looking for slips" not in driver.text)
        assert (driver.app.screen.query_one(".dialog").region, row_of(seen, driver.text)) == (frame, row)


def row_of(text: str, screen: str) -> int:
    """The first row of a screen in which a text is seen."""
    return next(row for row, line in enumerate(screen.splitlines()) if text in line)


async def test_a_dataset_without_a_problem_says_so_once_that_is_known(open_app: Open) -> None:
    async with open_app((80, 24)) as driver:
        await driver.press("p")
        await driver.until(lambda: "Looking for slips" not in driver.text)
        store = driver.screen.store
        assert store is not None
        assert "No problem:" in driver.text or store.all_problems
