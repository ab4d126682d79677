"""Marks: where the words of a query stand in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explorer.search.query import Query


def marks(text: str, query: Query) -> list[tuple[int, int]]:
    """The pieces of a text that a query looks for, as (start, end): rising, disjoint, never empty.

    Words and phrases are found without case and accents; of a word that goes on only what was asked for.
    What is negated is not marked, nor what a field such as `country:` asks for.  Takes time linear in the
    length of the text.
    """
    if not query.terms:
        return []
    from explorer.folding import fold
    from explorer.search.phrases import finder_of
    from explorer.search.spans import merged

    return merged(finder_of(query.terms).places(fold(text)))
