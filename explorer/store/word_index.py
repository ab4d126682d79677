"""An index: words, each with the set of numbers that hold it, read from a snapshot.

A prefix that many words share has a set of its own, so that one letter is answered as fast as a whole word.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pyroaring import BitMap, FrozenBitMap

from explorer.snapshot import Texts
from explorer.store.remembered import remembered
from explorer.utf8 import decoded, encoded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.snapshot import Container

NOTHING = FrozenBitMap()
# Prefixes of more words than this have a set of their own.
FEW_WORDS = 24


class WordIndex:
    """Sorted words, each with a set of numbers.

    Sections: NAME.words and NAME.sets, one set for each word; NAME.prefixes and NAME.unions, one for each
    prefix that more than FEW_WORDS words begin with.
    """

    def __init__(self, container: Container, name: str) -> None:
        self._words = Texts(container, f"{name}.words")
        self._sets = Texts(container, f"{name}.sets")
        self._prefixes = Texts(container, f"{name}.prefixes")
        self._unions = Texts(container, f"{name}.unions")

    @cached_property
    def vocabulary(self) -> Sequence[str]:
        """Every word, sorted."""
        return [decoded(word) for word in self._words.all()]

    @remembered(512)
    def with_word(self, word: str) -> FrozenBitMap:
        """The numbers that hold exactly this word."""
        place = self._words.find(_encoded(word))
        return NOTHING if place is None else self._set(place)

    @remembered(512)
    def with_prefix(self, prefix: str) -> FrozenBitMap:
        """The numbers that hold a word which begins so."""
        wanted = _encoded(prefix)
        shared = self._prefixes.find(wanted)
        if shared is not None:
            return FrozenBitMap.deserialize(self._unions[shared])
        places = self._words.beginning(wanted)
        if len(places) < 2:
            return self._set(places[0]) if places else NOTHING
        return FrozenBitMap(BitMap.union(*map(self._set, places)))

    def _set(self, place: int) -> FrozenBitMap:
        return FrozenBitMap.deserialize(self._sets[place])


def _encoded(word: str) -> bytes:
    return encoded(word)
