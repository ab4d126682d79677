"""The source follows the cursor in a real terminal, in which nothing but a key sets anything going."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Terminal

UP, DOWN = "\x1b[A", "\x1b[B"
PAPERS = ("Paper of Aland", "Paper of Bland", "Paper of Cland", "Paper of Dland")


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """Visits of one year, each told by a paper of its own."""
    lines = ["title: Visits", "version: 1", "countries: [{id: A, name: Aland}]", "documents:"]
    lines += [
        f"  - {{id: d{number}, title: {paper}, text: They met.}}" for number, paper in enumerate(PAPERS)
    ]
    lines += ["events:"]
    lines += [
        f"  - {{id: e{number}, date: 1960, countries: [A], type: visit, title: Visit {number},"
        f" summary: They meet., sources: [{{document: d{number}, quote: They met}}]}}"
        for number in range(len(PAPERS))
    ]
    file = tmp_path / "visits.yaml"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_the_source_follows_each_step(terminal: Callable[..., Terminal], dataset: Path) -> None:
    program = terminal((120, 40), str(dataset))
    program.wait_for("of 4 events", PAPERS[0])
    for key, papers in ((DOWN, PAPERS[1:]), (UP, PAPERS[-2::-1])):
        for paper in papers:
            program.press(key)
            program.wait_for(paper)
