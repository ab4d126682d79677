"""The help for a screen reader: keys in words, and nothing of the signs that are not drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.tui.screen_reader.words import spoken_keys

if TYPE_CHECKING:
    from collections.abc import Iterable

# What is told of signs comes last.
_SIGNS = "What stands on the screen"


def without_drawings(rows: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The rows (what to type, what it means) for somebody who hears them."""
    kept: list[tuple[str, str]] = []
    for left, right in rows:
        if left == _SIGNS:
            break
        kept.append((spoken_keys(left.split("  ")) if right else left, right))
    return kept
