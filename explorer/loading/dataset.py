"""Opening a dataset: every file is read, every defect reported, and what can be used is used."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import accumulate
from typing import TYPE_CHECKING

from explorer.loading.collected import Collected
from explorer.loading.contents import read_contents
from explorer.loading.discovery import Layout, files_of, layout_of
from explorer.loading.files import UnreadableFileError, size_of
from explorer.loading.links import settle_references
from explorer.loading.log import ProblemLog
from explorer.loading.metadata import Metadata, read_metadata
from explorer.loading.suggestions import Suggester
from explorer.loading.yaml_file import YamlFile
from explorer.model import Dataset, Place
from explorer.problems import DatasetError

if TYPE_CHECKING:
    from pathlib import Path

Progress = Callable[[int, int], None]

# With one of these a file was not even opened.
_UNOPENED = ("file-missing", "file-unreadable")


def load(path: Path, progress: Progress | None = None) -> Dataset:
    """Open a dataset: a folder with a dataset.yaml, or one YAML file; a dataset.yaml stands for its folder.

    `progress` is told the bytes of YAML read and those in all after each file.  Raises DatasetError where
    nothing can be opened: no such path, a folder without a YAML file, no file that may be read.  Any other
    defect is one of the dataset's problems, and what it does not concern is read.
    """
    with _collector_paused():
        layout, log, suggester = layout_of(path), ProblemLog(), Suggester()
        files = [YamlFile(file, log, suggester) for file in files_of(layout, log)]
        collected = Collected(layout.folder)
        metadata = _read_all(files, layout, collected, progress)
        settle_references(collected, log, suggester)
        return Dataset(
            path=layout.path,
            title=metadata.title,
            description=metadata.description,
            license=metadata.license,
            countries=collected.countries,
            documents=collected.documents,
            types=collected.types,
            events=tuple(collected.events),
            problems=log.problems(),
        )


def _read_all(
    files: list[YamlFile], layout: Layout, collected: Collected, progress: Progress | None
) -> Metadata:
    metadata, unopened = Metadata(layout.title), 0
    sizes = [size_of(file.path) for file in files]
    for file, done in zip(files, accumulate(sizes), strict=True):
        try:
            metadata = _read_one(file, layout, collected) or metadata
        except UnreadableFileError as error:
            unopened += error.code in _UNOPENED
            if unopened == len(files):
                raise DatasetError(f"{file.name} {error.message}") from None
            message = f"{file.path.name} {error.message}; nothing in it is read"
            file.log.error(Place(file.name, 0, 0), error.code, message, error.hint)
        if progress:
            progress(done, sum(sizes))
    return metadata


def _read_one(file: YamlFile, layout: Layout, collected: Collected) -> Metadata | None:
    """Read a file; the metadata is that of the main one."""
    if file.path != layout.main:
        read_contents(file, collected, is_main=False)
        return None
    node = read_contents(file, collected, is_main=True)
    return read_metadata(node, file, layout.title) if node else None


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Records have no cycles; looking for some would take a tenth of the loading time, or more."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
