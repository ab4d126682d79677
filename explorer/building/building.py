"""Reading a dataset's files into the sections of its snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.building.whole import sections_of
from explorer.evidence import verify
from explorer.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from explorer.building.indexing import Pieces


def build(
    path: Path, *, seen: list[Path] | None = None, progress: Callable[[int, int], None] | None = None
) -> Pieces:
    """Read the dataset at a path; raises DatasetError where nothing can be read.

    `seen` gets every path that the result depends on.  `progress` is called with the bytes read so far and
    the bytes in all.
    """
    dataset = load(path, progress)
    return sections_of(dataset, verify(dataset))
