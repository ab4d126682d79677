"""SQLite's full-text index FTS5, with indexes of prefixes of one to four letters."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from peers.searcher import NotInstalledError, Searcher

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class _Connection(sqlite3.Connection):
    """Closed with the searcher that has it; Python 3.13 warns of one that is not."""

    def __del__(self) -> None:
        self.close()


def fts5(texts: Sequence[str], folder: Path) -> Searcher:
    """Build the index; raises NotInstalledError where SQLite was built without FTS5."""
    connection = _Connection(folder / "fts5.sqlite")
    connection.execute("PRAGMA synchronous = OFF")
    try:
        connection.execute("CREATE VIRTUAL TABLE event USING fts5(text, content='', prefix='1 2 3 4')")
    except sqlite3.OperationalError:
        raise NotInstalledError("SQLite without FTS5") from None
    with connection:
        connection.executemany("INSERT INTO event(rowid, text) VALUES (?, ?)", enumerate(texts, start=1))
    connection.execute("INSERT INTO event(event) VALUES ('optimize')")

    def search(prefix: str) -> int:
        rows = connection.execute("SELECT rowid FROM event WHERE event MATCH ?", (f'"{prefix}"*',))
        return len(rows.fetchall())

    return Searcher("FTS5", "result set", search)
