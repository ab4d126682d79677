"""The passage of a document that comes nearest to a quote, and how near it comes.

Words that the two share vote for the place (rare words more); the best places are aligned word by word.  The
measure, `likeness`, is twice the length of what is the same over the length of both, in letters: words in the
same order count in full, a word that was replaced by one like it (1960 by 1961) in part.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest
from itertools import takewhile
from math import log
from typing import TYPE_CHECKING

from explorer.evidence.alignment import Block, align, changes, fit
from explorer.evidence.elision import MAX_ELISION, without_elided
from explorer.evidence.folding import fold
from explorer.evidence.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from explorer.evidence.document import DocumentText
    from explorer.evidence.folding import Folded
    from explorer.evidence.word_index import WordIndex

_MOST_VOTES = 4000
_PLACES_TRIED = 3
# No other place is tried when one is so near.
_NEAR_ENOUGH = 0.85
_SLACK = 6
_ELIDED_WORDS = MAX_ELISION // 6
# Replaced words are compared letter by letter up to this length, and count if they are so much alike.
_COMPARED_LETTERS = 120
_ALIKE = 0.6
_SENTENCE_ENDS = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Nearest:
    """A passage of the document and its likeness to the quote, from 0 to 1 (the same words)."""

    start: int
    end: int
    likeness: float


@dataclass(frozen=True, slots=True)
class _Sought:
    """The words of a quote; `elisions` are the numbers of those that stand behind an elision."""

    words: list[str]
    elisions: frozenset[int]
    opening: str
    closing: str


def nearest(document: DocumentText, parts: Sequence[str]) -> Nearest | None:
    """The passage nearest to a quote, given as its parts between elisions; None where no word is shared."""
    sought = _sought([fold(part) for part in parts])
    best: Nearest | None = None
    for window in _windows(document.words, sought):
        found = _measured(document, sought, window)
        if found and (best is None or found.likeness > best.likeness):
            best = found
        if best and best.likeness >= _NEAR_ENOUGH:
            break
    return best


def _sought(parts: Sequence[Folded]) -> _Sought:
    found: list[str] = []
    elisions: set[int] = set()
    opening = closing = ""
    for part in parts:
        spans = words(part)
        elisions.add(len(found))
        found += [part.text[start:end].casefold() for start, end in spans]
        opening = opening if part is not parts[0] or not spans else part.text[: spans[0][0]]
        closing = part.text[spans[-1][1] :] if spans else ""
    return _Sought(found, frozenset(elisions - {0, len(found)}), opening, closing)


def _windows(index: WordIndex, sought: _Sought) -> Iterator[range]:
    """The stretches of words, by number, that share most with the quote."""
    width = max(4, len(sought.words) // 4)
    votes = _votes(index, sought.words, width)
    slack = width + _SLACK + len(sought.elisions) * _ELIDED_WORDS
    for place in nlargest(_PLACES_TRIED, votes, key=lambda at: votes[at] + votes.get(at + 1, 0)):
        first = max(0, place * width - slack)
        yield range(first, min(len(index), (place + 2) * width + len(sought.words) + slack))


def _votes(index: WordIndex, sought: Sequence[str], width: int) -> dict[int, float]:
    """How much speaks for the quote to begin at each stretch of `width` words."""
    at: defaultdict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(sought):
        at[word].append(number)
    votes: defaultdict[int, float] = defaultdict(float)
    left = _MOST_VOTES
    for word in sorted(at, key=lambda word: len(index.places(word))):
        places = index.places(word)
        for place in places[:left]:
            for number in at[word][:_SLACK]:
                votes[(place - number) // width] += log(1 + len(index) / len(places))
                left -= 1
        if left <= 0:
            break
    return dict(votes)


def _measured(document: DocumentText, sought: _Sought, window: range) -> Nearest | None:
    """The passage within a window, and how like the quote it is."""
    index, text = document.words, document.folded.text
    blocks = fit(sought.words, _casefolded(index, window), sought.elisions)
    if not blocks:
        return None
    there = _fitted(blocks, document, window.start, len(sought.words))
    start, end = index.span(there.start)[0], index.span(there.stop - 1)[1]
    start -= _shared_tail(text[max(0, start - len(sought.opening)) : start], sought.opening)
    end += _shared_head(text[end : end + len(sought.closing)], sought.closing)
    return Nearest(*document.folded.original(start, end), _likeness(sought, _casefolded(index, there)))


def _fitted(blocks: Sequence[Block], document: DocumentText, offset: int, length: int) -> range:
    """The words that the blocks span, and as many around them as the quote has, in the same sentence."""
    first, last = blocks[0].b + offset, blocks[-1].b + blocks[-1].size + offset
    for _ in range(blocks[0].a):
        if first == 0 or _parted(document, first):
            break
        first -= 1
    for _ in range(length - blocks[-1].a - blocks[-1].size):
        if last == len(document.words) or _parted(document, last):
            break
        last += 1
    return range(first, last)


def _parted(document: DocumentText, number: int) -> bool:
    """Whether a sentence ends before a word."""
    between = document.folded.text[document.words.span(number - 1)[1] : document.words.span(number)[0]]
    return not _SENTENCE_ENDS.isdisjoint(between)


def _likeness(sought: _Sought, there: Sequence[str]) -> float:
    blocks = align(sought.words, there)
    same = letters = sum(2.0 * _letters(sought.words[block.a : block.a + block.size]) for block in blocks)
    for change in changes(blocks, len(sought.words), len(there)):
        for part in without_elided(change, sought.elisions):
            here, other = sought.words[part.a : part.a_end], there[part.b : part.b_end]
            same += _alike(here, other)
            letters += _letters(here) + _letters(other)
    return same / letters


def _alike(a: Sequence[str], b: Sequence[str]) -> float:
    """The letters of both that count as the same though the words differ."""
    length = _letters(a) + _letters(b)
    if not a or not b or length > _COMPARED_LETTERS:
        return 0.0
    ratio = SequenceMatcher(None, " ".join(a), " ".join(b), autojunk=False).ratio()
    return ratio * length if ratio >= _ALIKE else 0.0


def _letters(words: Sequence[str]) -> int:
    return sum(map(len, words))


def _casefolded(index: WordIndex, numbers: range) -> list[str]:
    return [word.casefold() for word in index.slice(numbers)]


def _shared_head(a: str, b: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def _shared_tail(a: str, b: str) -> int:
    return _shared_head(a[::-1], b[::-1])
