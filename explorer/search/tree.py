"""The query tree, node by node, into a selection of the store."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, cast

from explorer.search.named import select_named
from explorer.search.selections import select_words
from explorer.search.syntax import And, Days, Field, Node, Not, Or, Phrase, Tones, Word

if TYPE_CHECKING:
    from explorer.store import Field as TextField
    from explorer.store import Selection, Store


def select(store: Store, node: Node, within: Selection) -> Selection:
    """The events of `within` that a node finds.

    The parser bounds the depth of a tree, so this may call itself.
    """
    match node:
        case And():
            for operand in sorted(node.operands, key=_cost):
                within = select(store, operand, within) if within else within
            return within
        case Or():
            return reduce(or_, (select(store, operand, within) for operand in node.operands))
        case Not():
            return within - select(store, node.operand, within)
        case Field():
            return _select_field(store, node, within)
        case _:
            return select_words(store, node, None, within)


def _select_field(store: Store, field: Field, within: Selection) -> Selection:
    match field.value:
        case Word() | Phrase() as words:
            return select_words(store, words, cast("TextField", field.name), within)
        case Days(earliest, latest, certain):
            between = store.certainly_within if certain else store.possibly_within
            return within & between(earliest, latest)
        case Tones(low, high):
            return within & store.with_tone(low, high)
        case names:
            return within & select_named(store, field, names)


def _cost(node: Node) -> int:
    """Cheap sets first: a phrase is looked up in the texts of all the events that are left."""
    words = node.value if isinstance(node, Field) else node
    return 2 if isinstance(words, Phrase) else 1 if isinstance(words, And | Or | Not) else 0
