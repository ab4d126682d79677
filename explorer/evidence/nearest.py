"""The passage of a document that comes nearest to a quote, and how near it comes.

The measure is `likeness`: the weight of what is the same as a share of the weight of the quote or of the
passage, whichever is less.  Words in the same order count in full, a word that was replaced by one like it
(1960 by 1961) in part.  Rare words weigh more than frequent ones, so that sentences of one make (`… was not
signed in … because of the …`) are not like each other for that.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import takewhile
from typing import TYPE_CHECKING

from explorer.evidence.alignment import Block, align, changes, fit
from explorer.evidence.elision import without_elided
from explorer.evidence.seeds import windows
from explorer.evidence.sought import Sought, ends_sentence, sought
from explorer.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.evidence.document import DocumentText
    from explorer.evidence.word_index import WordIndex

# No other place is tried when one is so near.
_NEAR_ENOUGH = 0.9
# No more words than this are taken off at an end of the passage.
_LOOSE_WORDS = 3
# Replaced words are compared letter by letter up to this length, and count if they are so much alike.
_COMPARED_LETTERS = 120
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Nearest:
    """A passage of the document and its likeness to the quote, from 0 to 1 (the same words)."""

    start: int
    end: int
    likeness: float


def nearest(document: DocumentText, parts: Sequence[str]) -> Nearest | None:
    """The passage nearest to a quote, given as its parts between elisions; None where nothing is shared."""
    quote = sought(parts)
    best: Nearest | None = None
    for window in windows(document, quote):
        found = _measured(document, quote, window)
        if found and (best is None or found.likeness > best.likeness):
            best = found
        if best and best.likeness >= _NEAR_ENOUGH:
            break
    return best


def _measured(document: DocumentText, quote: Sought, window: range) -> Nearest | None:
    """The passage within a window, and how like the quote it is."""
    index, text = document.words, document.folded.text
    blocks = fit(quote.words, _casefolded(index, window), quote.elisions)
    if not blocks:
        return None
    fitted = _fitted(blocks, document, window.start, quote)
    there, likeness = _tightened(fitted, quote, index)
    start, end = index.span(there.start)[0], index.span(there.stop - 1)[1]
    before = _shared_tail(text[max(0, start - len(quote.opening)) : start], quote.opening)
    behind = _shared_head(text[end : end + len(quote.closing)], quote.closing)
    # Marks belong to the passage, white space around it does not: it may lie in another paragraph.
    start -= len(text[start - before : start].lstrip())
    end += len(text[end : end + behind].rstrip())
    return Nearest(*document.folded.original(start, end), likeness)


def _fitted(blocks: Sequence[Block], document: DocumentText, offset: int, quote: Sought) -> range:
    """The words that the blocks span, and as many around them as the quote has.

    A sentence of the document ends there only where one of the quote does.
    """
    first, last = blocks[0].b + offset, blocks[-1].b + blocks[-1].size + offset
    for number in range(blocks[0].a, 0, -1):
        if first == 0 or (_opens(document, first) and number not in quote.openings):
            break
        first -= 1
    for number in range(blocks[-1].a + blocks[-1].size, len(quote.words)):
        if last == len(document.words) or (_opens(document, last) and number not in quote.openings):
            break
        last += 1
    return range(first, last)


def _tightened(there: range, quote: Sought, index: WordIndex) -> tuple[range, float]:
    """The words without those at either end that make them less like the quote, and their likeness."""
    best, likeness = there, _likeness(quote, there, index)
    if likeness >= _NEAR_ENOUGH:
        return best, likeness
    for _ in range(2 * _LOOSE_WORDS):
        for shorter in (best[1:], best[:-1]):
            found = _likeness(quote, shorter, index) if shorter else 0.0
            if found > likeness:
                best, likeness = shorter, found
                break
        else:
            break
    return best, likeness


def _opens(document: DocumentText, number: int) -> bool:
    """Whether a word of the document opens a sentence."""
    before, (start, _) = document.words.span(number - 1), document.words.span(number)
    return ends_sentence(document.folded.text[before[1] : start])


def _likeness(quote: Sought, numbers: range, index: WordIndex) -> float:
    there = _casefolded(index, numbers)
    blocks = align(quote.words, there, quote.elisions)
    same_here = same_there = sum(_weight(quote.words[at.a : at.a + at.size], index) for at in blocks)
    all_here = all_there = same_here
    for change in changes(blocks, len(quote.words), len(there)):
        for part in without_elided(change, quote.elisions):
            removed, added = quote.words[part.a : part.a_end], there[part.b : part.b_end]
            alike, here, other = _alike(removed, added), _weight(removed, index), _weight(added, index)
            same_here += alike * here
            same_there += alike * other
            all_here += here
            all_there += other
    return min(same_here / all_here, same_there / all_there)


def _weight(words: Sequence[str], index: WordIndex) -> float:
    return sum(map(index.weight, words))


def _alike(a: Sequence[str], b: Sequence[str]) -> float:
    """How much the letters of words that differ are the same, from 0 to 1; little likeness is none."""
    here, there = " ".join(a), " ".join(b)
    if not here or not there or len(here) + len(there) > _COMPARED_LETTERS:
        return 0.0
    ratio = SequenceMatcher(None, here, there, autojunk=False).ratio()
    return ratio if ratio >= _ALIKE else 0.0


def _casefolded(index: WordIndex, numbers: range) -> list[str]:
    return [word.casefold() for word in index.slice(numbers)]


def _shared_head(a: str, b: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def _shared_tail(a: str, b: str) -> int:
    return _shared_head(a[::-1], b[::-1])
