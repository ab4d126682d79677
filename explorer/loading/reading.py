"""Reading the files of a dataset, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from explorer.loading.collected import Collected
from explorer.loading.contents import Defer, read_contents
from explorer.loading.discovery import Layout, files_of, layout_of
from explorer.loading.files import UnreadableFileError, stamp_of
from explorer.loading.links import settle_references
from explorer.loading.log import ProblemLog
from explorer.loading.metadata import Metadata, read_metadata
from explorer.loading.suggestions import Suggester
from explorer.loading.yaml_file import YamlFile
from explorer.model import Dataset, Place
from explorer.problems import DatasetError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from explorer.model import Event
    from explorer.problems import Problem

Progress = Callable[[int, int], None]

# With one of these a file was not even opened.
_UNOPENED = ("file-missing", "file-unreadable")


class Reading(NamedTuple):
    """What was read of a dataset, its references settled.

    `size` counts the bytes of its YAML files, and `names` are theirs, in their order.
    """

    path: Path
    metadata: Metadata
    collected: Collected
    log: ProblemLog
    suggester: Suggester
    size: int
    names: tuple[str, ...]

    def dataset(self, events: Iterable[Event], problems: tuple[Problem, ...]) -> Dataset:
        """The dataset with these events and problems."""
        return Dataset(
            path=self.path,
            title=self.metadata.title,
            description=self.metadata.description,
            license=self.metadata.license,
            countries=self.collected.countries,
            documents=self.collected.documents,
            types=self.collected.types,
            events=tuple(events),
            problems=problems,
        )


def read_dataset(
    path: Path,
    *,
    progress: Progress | None = None,
    seen: list[Path] | None = None,
    defer: Defer | None = None,
    known: Collection[str] = (),
) -> Reading:
    """Read a dataset, but for the lists of events that `defer` takes over (see `read_contents`).

    To `seen` is added each path that was looked at; files whose names are `known` are passed over.  Raises
    DatasetError where nothing can be opened.
    """
    layout, log, suggester = layout_of(path), ProblemLog(), Suggester()
    collected = Collected(layout.folder, [] if seen is None else seen)
    paths = files_of(layout, log, collected.seen)
    files = [YamlFile(file, log, suggester, stamp=stamp_of(file)) for file in paths]
    sizes = [file.stamp.size if file.stamp else 0 for file in files]
    metadata, unopened = Metadata(layout.title), 0
    for file, done in zip(files, accumulate(sizes), strict=True):
        if file.name in known:
            continue
        try:
            metadata = _read_one(file, layout, collected, defer) or metadata
        except UnreadableFileError as error:
            unopened += error.code in _UNOPENED
            if unopened == len(files):
                raise DatasetError(f"{file.name} {error.message}") from None
            message = f"{file.path.name} {error.message}; nothing in it is read"
            log.error(Place(file.name, 0, 0), error.code, message, error.hint)
        if progress:
            progress(done, sum(sizes))
    settle_references(collected, log, suggester)
    names = tuple(file.name for file in files)
    return Reading(layout.path, metadata, collected, log, suggester, sum(sizes), names)


def _read_one(file: YamlFile, layout: Layout, collected: Collected, defer: Defer | None) -> Metadata | None:
    """Read a file; the metadata is that of the main one."""
    if file.path != layout.main:
        read_contents(file, collected, is_main=False, defer=defer)
        return None
    node = read_contents(file, collected, is_main=True, defer=defer)
    return read_metadata(node, file, layout.title) if node else None
