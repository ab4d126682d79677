"""Relevance: which of the events that a query found it was most likely meant for."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, cast

from explorer.folding import fold
from explorer.search.phrases import Finder, finder_of, term_of
from explorer.search.selections import select_words
from explorer.search.superseding import while_wanted
from explorer.search.syntax import Field, Phrase, Word, leaves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.search.query import Query
    from explorer.store import Field as TextField
    from explorer.store import Selection, Store

_IN_TITLE, _IN_QUOTE, _IN_EVENT, _ELSEWHERE = 8, 4, 2, 1
_IN_FIELD = {"title": _IN_TITLE, "quote": _IN_QUOTE, "text": _ELSEWHERE}


def relevance(store: Store, query: Query, selection: Selection) -> list[int]:
    """The event numbers of a selection, the most relevant first, in time order where they are equal.

    An event scores, for each word and phrase of the query that is not negated, by the best place where it
    stands: 8 for the title, 4 for a quote, 2 for what else is written in the event (summary, tags, names of
    its countries and type), 1 for anything else (the text around a quote, notes).  The scores are added.
    """
    scores = dict.fromkeys(selection, 0)
    for field, words in _ranking(query):
        if field is None:
            _score_anywhere(scores, store, words, selection)
        else:
            _add(scores, select_words(store, words, field, selection), _IN_FIELD[field])
    return sorted(scores, key=lambda number: -scores[number])


def has_relevance(query: Query) -> bool:
    """Whether a query has a word or a phrase that makes one event more relevant than another."""
    return next(_ranking(query), None) is not None


def _ranking(query: Query) -> Iterator[tuple[TextField | None, Word | Phrase]]:
    """The words and phrases that count, each with the field that it is looked for in, if one is named."""
    for leaf, negated in leaves(query.root):
        words = leaf.value if isinstance(leaf, Field) else leaf
        if not negated and isinstance(words, Word | Phrase):
            yield cast("TextField", leaf.name) if isinstance(leaf, Field) else None, words


def _score_anywhere(scores: dict[int, int], store: Store, words: Word | Phrase, selection: Selection) -> None:
    in_title = select_words(store, words, "title", selection)
    in_quote = select_words(store, words, "quote", selection - in_title)
    found = select_words(store, words, None, selection - in_title - in_quote)
    in_event = _in_event(store, finder_of((term_of(words),)), found)
    _add(scores, in_title, _IN_TITLE)
    _add(scores, in_quote, _IN_QUOTE)
    _add(scores, in_event, _IN_EVENT)
    _add(scores, found - in_event, _ELSEWHERE)


def _add(scores: dict[int, int], found: Selection, points: int) -> None:
    for number in while_wanted(found):
        scores[number] += points


def _in_event(store: Store, finder: Finder, within: Selection) -> Selection:
    """The events that hold a term in their summary, their tags or the names of what they are about."""

    def named(*names: str) -> bool:
        return any(finder.found_in(fold(name)) for name in names)

    dataset = store.dataset
    found = [store.involving(id_) for id_, one in dataset.countries.items() if named(one.name, *one.aliases)]
    found += [store.of_type(id_) for id_, type_ in dataset.types.items() if named(type_.label)]
    found += [store.tagged(tag) for tag in store.tags if named(tag)]
    by_name = within & reduce(or_, found, store.nothing)
    rest = within - by_name
    return by_name | store.choose(n for n in while_wanted(rest) if named(store.events[n].summary))
