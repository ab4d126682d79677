"""The nearest good words: those that a slip of the finger turns into what was written."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LAST = "\U0010ffff"


def nearest(word: str, choices: Sequence[str], limit: int = 3) -> list[str]:
    """Up to `limit` of the choices (sorted, folded) that are nearest to a word, the nearest first.

    Near is one slip for words of up to four letters and two for longer ones; a word of one letter is near
    to nothing.  A slip is a letter too many, too few or wrong, or two letters swapped (optimal string
    alignment distance: Boytsov, "Indexing methods for approximate dictionary searching", 2011, section 2.2).
    """
    if len(word) < 2:
        return []
    slips = 1 if len(word) <= 4 else 2
    found = sorted(_within(word, choices, slips), key=lambda pair: (pair[0], abs(len(pair[1]) - len(word))))
    return [choice for _, choice in found[:limit]]


def _within(word: str, choices: Sequence[str], slips: int) -> Iterator[tuple[int, str]]:
    """The choices within some slips of the word, each with its distance.

    Neighbours in a sorted list begin alike, so they share the first rows of the table of distances; where a
    whole row lies beyond the slips, every choice with that beginning is skipped.
    """
    rows = [list(range(len(word) + 1))]
    before, place = "", 0
    while place < len(choices):
        choice = choices[place]
        shared = _shared(before, choice)
        del rows[shared + 1 :]
        length = _grow(rows, word, choice, slips)
        before = choice[:length]
        if min(rows[-1]) > slips:
            place = bisect_left(choices, before + _LAST, place)
            continue
        if rows[-1][-1] <= slips:
            yield rows[-1][-1], choice
        place += 1


def _grow(rows: list[list[int]], word: str, choice: str, slips: int) -> int:
    """Add the rows of a choice's further letters until one is out of reach; returns how many have one."""
    for length in range(len(rows), len(choice) + 1):
        if min(rows[-1]) > slips:
            break
        letter, above = choice[length - 1], rows[-1]
        row = [length]
        for column, other in enumerate(word, 1):
            cost = min(above[column] + 1, row[-1] + 1, above[column - 1] + (letter != other))
            if length > 1 and column > 1 and letter == word[column - 2] and choice[length - 2] == other:
                cost = min(cost, rows[-2][column - 2] + 1)
            row.append(cost)
        rows.append(row)
    return len(rows) - 1


def _shared(one: str, other: str) -> int:
    """How many letters two words share at their beginning."""
    for place, (letter, another) in enumerate(zip(one, other, strict=False)):
        if letter != another:
            return place
    return min(len(one), len(other))
