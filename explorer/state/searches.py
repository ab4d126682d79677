"""Searches: those that were made, the newest last, and those that were saved under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.state.kind import Kind, expect, expect_texts

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_SEARCHES = 1_000


def with_search(made: tuple[str, ...], query: str) -> tuple[str, ...]:
    """With a search as the newest; each stands once, and the oldest go where there are too many."""
    kept = tuple(each for each in made if each != query)
    return (*kept, query)[-MOST_SEARCHES:]


def _decode_saved(written: Any) -> Mapping[str, str]:
    return {expect(name, str): expect(query, str) for name, query in expect(written, dict).items()}


HISTORY: Kind[tuple[str, ...]] = Kind(
    "searches", "your searches", (), encode=list, decode=expect_texts, datasets=500
)
SAVED: Kind[Mapping[str, str]] = Kind("saved", "your saved searches", {}, encode=dict, decode=_decode_saved)
