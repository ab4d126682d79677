"""A quote that was not found, made ready to be compared with what comes near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.evidence.folding import fold
from explorer.evidence.words import words
from explorer.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

_SENTENCE_ENDS = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Sought:
    """The words of a quote, case-folded, and what stands around them.

    `elisions` are the numbers of the words behind an elision, `openings` of those that open a sentence within
    the quote.  `pairs` has for each word its folded text together with the next word; it is empty at an
    elision.  `opening` and `closing` are the marks before the first word and behind the last.
    """

    words: list[str]
    pairs: list[str]
    elisions: frozenset[int]
    openings: frozenset[int]
    opening: str
    closing: str


def sought(parts: Sequence[str]) -> Sought:
    """Prepare a quote, given as its parts between elisions."""
    found: list[str] = []
    pairs: list[str] = []
    elisions: set[int] = set()
    between: list[str] = []
    for folded in map(fold, parts):
        elisions.add(len(found))
        spans = words(folded)
        ends = [0, *(end for _, end in spans)]
        starts = [*(start for start, _ in spans), len(folded.text)]
        marks = [folded.text[end:start] for end, start in zip(ends, starts, strict=True)]
        # What closes a part and what opens the next stand at the same place.
        between[-1:] = ["".join(between[-1:]) + marks[0], *marks[1:]]
        found += [folded.text[start:end].casefold() for start, end in spans]
        pairs += [folded.text[start:end] for start, end in zip(starts, ends[2:], strict=False)]
        pairs += [""] * (len(found) - len(pairs))
    inner = range(1, len(found))
    return Sought(
        words=found,
        pairs=pairs,
        elisions=frozenset(elisions.intersection(inner)),
        openings=frozenset(number for number in inner if ends_sentence(between[number])),
        opening=between[0] if between else "",
        closing=between[-1] if between else "",
    )


def ends_sentence(marks: str) -> bool:
    """Whether a sentence ends among the marks between two words."""
    return not _SENTENCE_ENDS.isdisjoint(marks)
