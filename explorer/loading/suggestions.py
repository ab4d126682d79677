"""The good word that a wrong one was probably meant to be."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_LONGEST_WORD = 60

# Comparing takes some 3 µs a pair: a file full of wrong words must not take minutes.
MOST_COMPARISONS = 200_000


class Suggester:
    """Says "did you mean …?" until its comparisons are used up.

    `left` counts those that are not; it `has_refused` if a word needed more.
    """

    def __init__(self, most: int = MOST_COMPARISONS) -> None:
        self.left = most
        self.has_refused = False

    def hint(self, word: str, choices: Collection[str]) -> str:
        """A question that names the nearest of the choices; empty where none is near."""
        if len(word) > _LONGEST_WORD:
            return ""
        if len(choices) > self.left:
            self.has_refused = True
            return ""
        self.left -= len(choices)
        near = get_close_matches(word, choices, n=1)
        return f"Did you mean {near[0]}?" if near else ""
