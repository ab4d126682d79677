"""The public way to open a dataset, for everything here that asks the store in process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def open_store(path: Path) -> Store:
    """The store of a dataset, validated, dated, evidence-checked, and indexed for searching by words."""
    store: Store = Store.open(path)
    # Where opening does not index, that is a step of its own.
    prepare = getattr(store, "prepare", None)
    if prepare is not None:
        prepare()
    return store
