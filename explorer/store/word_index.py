"""The word index: which events hold a word, or a word that begins so."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from pyroaring import BitMap, FrozenBitMap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NOTHING = FrozenBitMap()


class WordIndex:
    """Folded words, each with the set of event numbers that hold it."""

    def __init__(self, sets: Mapping[str, FrozenBitMap]) -> None:
        self.vocabulary: list[str] = sorted(sets)
        self._sets = [sets[word] for word in self.vocabulary]

    @classmethod
    def of_events(cls, words_by_number: Iterable[Iterable[str]]) -> WordIndex:
        """The index of events whose words are given in the order of their numbers."""
        numbers: dict[str, list[int]] = {}
        for number, words in enumerate(words_by_number):
            for word in words:
                try:
                    numbers[word].append(number)
                except KeyError:
                    numbers[word] = [number]
        return cls({word: FrozenBitMap(found) for word, found in numbers.items()})

    @classmethod
    def of_groups(cls, groups: Iterable[tuple[Iterable[str], FrozenBitMap]]) -> WordIndex:
        """The index where whole groups of events share their words, as those do that cite one document."""
        sets: dict[str, BitMap] = {}
        for words, numbers in groups:
            for word in words:
                if word in sets:
                    sets[word] |= numbers
                else:
                    sets[word] = BitMap(numbers)
        return cls({word: FrozenBitMap(found) for word, found in sets.items()})

    def with_word(self, word: str) -> FrozenBitMap:
        """The events that hold exactly this word."""
        place = bisect_left(self.vocabulary, word)
        found = place < len(self.vocabulary) and self.vocabulary[place] == word
        return self._sets[place] if found else _NOTHING

    @lru_cache(maxsize=4096)  # noqa: B019 - an index lives as long as its store
    def with_prefix(self, prefix: str) -> FrozenBitMap:
        """The events that hold a word which begins so."""
        low = bisect_left(self.vocabulary, prefix)
        high = bisect_left(self.vocabulary, prefix + "\U0010ffff", low)
        if high - low < 2:
            return self._sets[low] if low < high else _NOTHING
        return FrozenBitMap(BitMap.union(*self._sets[low:high]))
