"""What a word or a phrase selects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.search.catalogue import catalogue_of
from explorer.search.phrases import Finder, finder_of, term_of
from explorer.search.superseding import while_wanted
from explorer.search.syntax import Phrase, Word
from explorer.store import ANYWHERE, OWN_FIELDS

if TYPE_CHECKING:
    from explorer.store import Field as TextField
    from explorer.store import Selection, Store


def select_words(store: Store, words: Word | Phrase, field: TextField | None, within: Selection) -> Selection:
    """The events of `within` that have a word or a phrase, in one field or anywhere.

    Anywhere means: in the events themselves; if no event of the store has it, in the paragraphs around their
    passages; if it is in none of these, in the whole documents that they cite.  So a word that events are
    about is not drowned by documents that mention it, and one that only a document has is still found.
    """
    if field is not None:
        return _select_in(store, words, field, within)
    for field in ANYWHERE:
        if found := _select_in(store, words, field, store.everything):
            return found & within
    return store.nothing


def has_word(store: Store, word: str, field: TextField | None, *, prefix: bool) -> bool:
    """Whether any event has a folded word, in one field or anywhere."""
    fields = ANYWHERE if field is None else (field,)
    return any(store.with_word(word, field, prefix=prefix) for field in fields)


def _select_in(store: Store, words: Word | Phrase, field: TextField, within: Selection) -> Selection:
    if isinstance(words, Word):
        return within & store.with_word(words.text, field, prefix=words.prefix)
    found = within
    last = len(words.words) - 1
    for place, word in enumerate(while_wanted(words.words)):
        found &= store.with_word(word, field, prefix=words.prefix and place == last)
        if not found:
            return found
    if field in OWN_FIELDS:
        return store.with_phrase(words.words, field, found, prefix=words.prefix)
    finder = finder_of((term_of(words),))
    if field == "text":
        return _citing_a_document(store, finder, found)
    return store.choose(
        number for number in while_wanted(found) if finder.found_in(store.text_around(number))
    )


def _citing_a_document(store: Store, finder: Finder, within: Selection) -> Selection:
    """The events that cite a document with the phrase; each document is read once, not once an event."""
    catalogue = catalogue_of(store)
    found = store.nothing
    for document in while_wanted(store.dataset.documents):
        citing = store.citing(document) & within
        if citing and finder.found_in(catalogue.folded_document(document)):
            found |= citing
    return found
