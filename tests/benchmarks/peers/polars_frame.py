"""polars: every text is looked through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peers.searcher import NotInstalledError, Searcher

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def polars(texts: Sequence[str], folder: Path) -> Searcher:
    """Build the column; raises NotInstalledError without the package."""
    try:
        from polars import Series
    except ImportError:
        raise NotInstalledError("not installed") from None
    column = Series("text", texts)

    def search(prefix: str) -> int:
        return len(column.str.contains(prefix, literal=True).arg_true())

    return Searcher("polars", "result set, anywhere in a word", search, exact=False)
