"""Opening a dataset: every file is read, every defect reported, and what can be used is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.collector import collector_paused
from explorer.loading.reading import read_dataset

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.loading.reading import Progress
    from explorer.model import Dataset


def load(path: Path, progress: Progress | None = None, seen: list[Path] | None = None) -> Dataset:
    """Open a dataset: a folder with a dataset.yaml, or one YAML file; a dataset.yaml stands for its folder.

    `progress` is told the bytes of YAML read and those in all after each file.  To `seen` is added each path
    on whose state the result depends: the folders listed, the YAML files, the documents' files, those that
    are missing too; some more than once.

    Raises DatasetError where nothing can be opened: no such path, a folder without a YAML file, no file that
    may be read.  Any other defect is one of the dataset's problems, and what it does not concern is read.
    """
    with collector_paused():
        reading = read_dataset(path, progress=progress, seen=seen)
        return reading.dataset(reading.collected.events, reading.log.problems())
