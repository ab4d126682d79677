"""Reading a dataset's files into the sections of its snapshot."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from explorer.building.kept import kept_events
from explorer.building.parallel import build_in_parts
from explorer.building.surprise import SurpriseError
from explorer.building.whole import sections_of
from explorer.collector import collector_paused
from explorer.evidence import verify
from explorer.loading import load
from explorer.loading.parts import begin
from explorer.snapshot import DamagedSnapshotError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from explorer.building.indexing import Pieces
    from explorer.snapshot import Container


_Used = TypeVar("_Used")


class Earlier(NamedTuple):
    """A snapshot of an earlier state of a dataset, and the names of files that are as they were.

    Each of these holds nothing but a list of events, and none of the files that it refers to has changed.
    """

    container: Container
    unchanged: Collection[str]


def build(
    path: Path,
    use: Callable[[Pieces], _Used],
    *,
    processes: int = 1,
    earlier: Earlier | None = None,
    seen: list[Path] | None = None,
    progress: Callable[[int, int, int], None] | None = None,
    publish: Callable[[Pieces], None] | None = None,
) -> _Used:
    """Read the dataset at a path, and use its sections; raises DatasetError where nothing can be read.

    Returns what `use` does, which is called with all sections.  It may be interrupted by an exception that it
    must let through, and is called once more then: sections can turn out not to be had that way.

    `seen` gets every path that the result depends on.  With more than one process files that have not changed
    since an `earlier` snapshot are not read again; `progress` is called now and then with the bytes read so
    far, the bytes in all and the events read so far, and `publish` with the sections of what has been read.
    """
    with collector_paused():
        if processes > 1 and earlier is not None:
            with suppress(SurpriseError, DamagedSnapshotError):
                kept = kept_events(earlier.container, earlier.unchanged)
                beginning = begin(path, seen=seen, known=earlier.unchanged)
                return build_in_parts(beginning, use, kept, processes, progress, publish)
        if processes > 1:
            with suppress(SurpriseError):
                return build_in_parts(begin(path, seen=seen), use, None, processes, progress, publish)
        dataset = load(path, seen=seen)
        return use(sections_of(dataset, verify(dataset)))
