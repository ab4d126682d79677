"""The public way to open a dataset, for everything here that asks the store in process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer import opening

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.store import Store


def open_store(path: Path) -> Store:
    """The store of a dataset, validated, dated, evidence-checked, and indexed for searching by words."""
    return opening.open_store(path)
