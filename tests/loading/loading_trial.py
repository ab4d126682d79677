"""Small datasets for the tests of loading, and their problems in a form that is easy to compare."""

from __future__ import annotations

from pathlib import Path

from explorer.loading import load
from explorer.model import Dataset, Event

# Every record that an event of these tests may refer to.
BASICS = """\
title: Basics
version: 1
countries:
  - {id: CUB, name: Cuba, aliases: [Havana]}
  - {id: CHN, name: China, aliases: [PRC, Beijing]}
documents:
  - {id: letter, title: A letter, text: Cuba recognised China.}
"""

GOOD_EVENT = """\
  - id: good
    date: 1960-09-28
    countries: [CUB, CHN]
    type: recognition
    title: Cuba recognises China
    sources: [{document: letter, quote: Cuba recognised China.}]
"""


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files into a folder; returns the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def beside_basics(folder: Path, content: str | bytes, name: str = "more.yaml") -> Dataset:
    """Open a folder with the basic records in dataset.yaml and one file more."""
    return load(write(folder, {"dataset.yaml": BASICS, name: content}))


def found(dataset: Dataset) -> list[tuple[int, int, str]]:
    """Line, column and code of each problem, in their order."""
    return [(problem.line, problem.column, problem.code) for problem in dataset.problems]


def ids(dataset: Dataset) -> list[str]:
    """The ids of the events, in their order."""
    return [event.id for event in dataset.events]


def only_event(dataset: Dataset) -> Event:
    """The one event of a dataset."""
    (event,) = dataset.events
    return event
