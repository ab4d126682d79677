"""Where a dataset is that the command line is about."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def dataset_path(named: str | None) -> Path:
    """The dataset to open where the command line names this one, or none; whether or not it is there.

    Without a name: $DETENTE_DATA, the dataset of the working folder or one above it, the dataset that comes
    with the program.
    """
    named = named or os.environ.get("DETENTE_DATA")
    if named:
        return Path(named)
    from explorer.loading import find_dataset, shipped_dataset

    with suppress(FileNotFoundError):  # the working folder itself may be gone
        return find_dataset(Path()) or shipped_dataset()
    return shipped_dataset()


def is_there(path: str | Path) -> bool:
    """Whether there is anything at a path; a path that cannot be is not there."""
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises where a name is too long
