"""What to try where a query finds nothing: queries near to it, each of which finds something."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, cast

from explorer.folding import tokens
from explorer.records import dataclass
from explorer.search.nearest import nearest
from explorer.search.parser import parse
from explorer.search.selections import has_word
from explorer.search.superseding import while_wanted
from explorer.search.syntax import And, Field, Phrase, Word, leaves
from explorer.search.tree import select
from explorer.store import ANYWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.search.query import Query
    from explorer.store import Field as TextField
    from explorer.store import Selection, Store

_MOST = 3
# No more queries than these are tried, however long the query: somebody is waiting.
_TRIED = 12
_MISSPELT = 4
_LONGEST = 1000
# What a part leaves behind when it is taken out: empty parentheses, an operator that joins nothing any more.
_LEFT_OVER = re.compile(r"-?\(\s*\)|^\s*AND\s|\sAND\s*$|\sAND(?=\s+AND\s)")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A query to run instead, and how many events it finds."""

    text: str
    count: int


class _Change(NamedTuple):
    """What to write instead of text[start:end]."""

    start: int
    end: int
    instead: str


def suggestions(store: Store, query: Query, within: Selection) -> tuple[Suggestion, ...]:
    """Up to three queries that find events of `within`: nearest words first, then one part less."""
    found: dict[str, Suggestion] = {}
    if len(query.text) > _LONGEST:
        return ()
    for text in while_wanted(islice(_near_queries(store, query), _TRIED)):
        count = _count(store, text, within)
        if count and text not in found:
            found[text] = Suggestion(text, count)
        if len(found) == _MOST:
            break
    return tuple(found.values())


def _count(store: Store, text: str, within: Selection) -> int:
    query = parse(text)
    return 0 if query.errors or query.root is None else len(select(store, query.root, within))


def _near_queries(store: Store, query: Query) -> Iterator[str]:
    queries = [query]
    slips = list(islice(_slips(store, query), _MISSPELT))
    if slips:
        queries.append(parse(_changed(query.text, [changes[0] for changes in slips])))
        yield queries[1].text
    if len(slips) == 1:
        yield from (_changed(query.text, [change]) for change in slips[0][1:])
    for one in queries:
        yield from _loosened(one)
        yield from _shortened(one)


def _slips(store: Store, query: Query) -> Iterator[list[_Change]]:
    """For each word that no event has, and that there are near words for: what to write instead."""
    for leaf, negated in leaves(query.root):
        words = leaf.value if isinstance(leaf, Field) else leaf
        if negated or not isinstance(words, Word | Phrase):
            continue
        field = cast("TextField", leaf.name) if isinstance(leaf, Field) else None
        written = query.text[words.start : words.end]
        last = len(written.rstrip('"'))
        for word, start, end in tokens(written):
            if has_word(store, word, field, prefix=words.prefix and end == last):
                continue
            for searched in while_wanted(ANYWHERE if field is None else (field,)):
                if near := nearest(word, store.vocabulary(searched)):
                    yield [_Change(words.start + start, words.start + end, good) for good in near]
                    break


def _loosened(query: Query) -> Iterator[str]:
    """With the words of a phrase anywhere."""
    for leaf, negated in leaves(query.root):
        if isinstance(leaf, Phrase) and not negated:
            yield _changed(query.text, [_Change(leaf.start, leaf.end, " ".join(leaf.words))])


def _shortened(query: Query) -> Iterator[str]:
    """Without one of its parts, the last one first: it was typed last."""
    if isinstance(query.root, And):
        for operand in reversed(query.root.operands):
            yield _changed(query.text, [_Change(operand.start, operand.end, "")])


def _changed(text: str, changes: list[_Change]) -> str:
    """The text with some pieces of it replaced."""
    for start, end, instead in sorted(changes, reverse=True):
        text = text[:start] + instead + text[end:]
    return " ".join(_LEFT_OVER.sub(" ", text).split())
