"""Reading a dataset's files into the sections of its snapshot."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from explorer.building.parallel import SurpriseError, build_in_parts
from explorer.building.whole import sections_of
from explorer.evidence import verify
from explorer.loading import load
from explorer.loading.parts import begin

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from explorer.building.indexing import Pieces


def build(
    path: Path,
    *,
    processes: int = 1,
    seen: list[Path] | None = None,
    progress: Callable[[int, int, int], None] | None = None,
    publish: Callable[[Pieces], None] | None = None,
) -> Pieces:
    """Read the dataset at a path; raises DatasetError where nothing can be read.

    `seen` gets every path that the result depends on.  With more than one process `progress` is called now
    and then with the bytes read so far, the bytes in all and the events read so far, and `publish` with the
    sections of what has been read so far.
    """
    if processes > 1:
        with suppress(SurpriseError):
            return build_in_parts(begin(path, seen=seen), processes, progress, publish)
    dataset = load(path, seen=seen)
    return sections_of(dataset, verify(dataset))
