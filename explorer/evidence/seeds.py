"""Where in a document to look for what comes near to a quote."""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest
from itertools import chain
from typing import TYPE_CHECKING

from explorer.evidence.elision import MAX_ELISION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.evidence.document import DocumentText
    from explorer.evidence.sought import Sought
    from explorer.evidence.word_index import WordIndex

# So many places are proposed by words, and so many by letters.
_MOST_PLACES = 4
_MOST_VOTES = 2000
_MOST_VOTES_OF_A_WORD = 6
_MOST_PAIRS = 16
_MARGIN = 6
_ELIDED_WORDS = MAX_ELISION // 6


def windows(document: DocumentText, quote: Sought) -> Iterator[range]:
    """Stretches of words of the document, by number, the likeliest first; each has room around the quote.

    First come those that share most words with it, rare words counting more; then those that alone have two
    of its words in a row, be they parts of others: the quote may have been cut within a word.
    """
    length, index = len(quote.words), document.words
    width = max(4, length // 4)
    margin = width + _MARGIN + len(quote.elisions) * _ELIDED_WORDS
    proposed: list[int] = []
    for start in chain(_places_of_words(index, quote, width), _places_of_pairs(document, quote)):
        if all(abs(start - other) > width for other in proposed):
            proposed.append(start)
            yield range(max(0, start - margin), min(len(index), start + length + margin))


def _places_of_words(index: WordIndex, quote: Sought, width: int) -> list[int]:
    """The numbers of the words about which the quote would begin, by the words that it shares."""
    votes = _votes(index, quote, width)
    both = {at: vote + votes.get(at + 1, 0) for at, vote in votes.items()}
    return [(at + 1) * width for at in nlargest(_MOST_PLACES, both, key=both.__getitem__)]


def _votes(index: WordIndex, quote: Sought, width: int) -> dict[int, float]:
    """How much speaks for the quote to begin in each stretch of `width` words; frequent words have no say."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(quote.words):
        numbers[word].append(number)
    votes: defaultdict[int, float] = defaultdict(float)
    left = _MOST_VOTES
    for word in sorted(numbers, key=lambda word: len(index.places(word))):
        places, weight = index.places(word), index.weight(word)
        # All places of a word or none, else the beginning of the document would be preferred.
        if len(places) > left and votes:
            break
        for number in numbers[word][:_MOST_VOTES_OF_A_WORD]:
            for place in places[:_MOST_VOTES]:
                votes[(place - number) // width] += weight
            left -= len(places)
    return votes


def _places_of_pairs(document: DocumentText, quote: Sought) -> Iterator[int]:
    """The numbers of the words at which the quote would begin, by two words in a row that stand once."""
    text, found = document.folded.text, 0
    for number in nlargest(_MOST_PAIRS, range(len(quote.pairs)), key=lambda number: len(quote.pairs[number])):
        pair = quote.pairs[number]
        at = text.find(pair) if pair else -1
        if at >= 0 and text.find(pair, at + 1) < 0:
            yield document.words.number_at(at) - number
            found += 1
        if found == _MOST_PLACES:
            return
