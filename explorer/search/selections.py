"""Selections from event numbers, and the words and phrases that select."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyroaring import FrozenBitMap

from explorer.search.catalogue import catalogue_of
from explorer.search.phrases import Finder, finder_of, term_of
from explorer.search.syntax import Phrase, Word
from explorer.store import Selection

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.store import Field as TextField
    from explorer.store import Store


def selection_of(store: Store, numbers: Iterable[int]) -> Selection:
    """The selection of these events of a store."""
    return Selection(store, FrozenBitMap(numbers))


def select_words(store: Store, words: Word | Phrase, field: TextField | None, within: Selection) -> Selection:
    """The events of `within` that have a word or a phrase, anywhere or in one field."""
    if isinstance(words, Word):
        return within & store.with_word(words.text, prefix=words.prefix, field=field)
    found = within
    last = len(words.words) - 1
    for place, word in enumerate(words.words):
        found &= store.with_word(word, prefix=words.prefix and place == last, field=field)
        if not found:
            return found
    finder = finder_of((term_of(words),))
    if field == "text":
        return _citing_a_document(store, finder, found)
    return selection_of(
        store, (number for number in found if finder.found_in(store.searchable_text(number, field)))
    )


def _citing_a_document(store: Store, finder: Finder, within: Selection) -> Selection:
    """The events that cite a document with the phrase; each document is read once, not once an event."""
    catalogue = catalogue_of(store)
    found = store.nothing
    for document in store.dataset.documents:
        citing = store.citing(document) & within
        if citing and finder.found_in(catalogue.folded_document(document)):
            found |= citing
    return found
