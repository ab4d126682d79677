"""Running a query: what it selects, what is wrong with it, and what to try instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.search.query import Message, Query
    from explorer.search.suggest import Suggestion
    from explorer.store import Selection, Store

# Words in sequence are looked up in the texts of fewer events than these before one could notice.
_MANY = 2_000


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gave: `selection` is None where it cannot be meant (some message is an error).

    `messages` are in the order of their places; `suggestions` are there only where nothing was found.
    """

    selection: Selection | None
    messages: tuple[Message, ...]
    suggestions: tuple[Suggestion, ...] = ()


def run(store: Store, query: Query, within: Selection | None = None, *, suggest: bool = True) -> Result:
    """The events that a query finds among those of `within` (every event, where it is None).

    Without `suggest` nothing is looked for to try instead, which takes longer than the query itself.
    """
    if query.root is None and not query.messages:
        # Nothing is asked, as when the app opens: what answers queries is imported for the first of them.
        return Result(store.everything if within is None else within, ())
    messages = tuple(sorted((*query.messages, *_unknown(store, query)), key=lambda message: message.start))
    if any(message.severity == "error" for message in messages):
        return Result(None, messages)
    within = store.everything if within is None else within
    found = _selected(store, query, within)
    if found or not suggest:
        return Result(found, messages)
    from explorer.search.suggest import suggestions

    return Result(found, messages, suggestions(store, query, within))


def is_instant(store: Store, query: Query) -> bool:
    """Whether a query takes about a millisecond: not if words in sequence are looked for in many texts."""
    if query.root is None or len(store.events) < _MANY:
        return True
    from explorer.search.syntax import Field, Phrase, leaves

    words = (leaf.value if isinstance(leaf, Field) else leaf for leaf, _ in leaves(query.root))
    return not any(isinstance(each, Phrase) for each in words)


def _selected(store: Store, query: Query, within: Selection) -> Selection:
    from explorer.search.tree import select

    return within if query.root is None else select(store, query.root, within)


def _unknown(store: Store, query: Query) -> Iterator[Message]:
    from explorer.search.named import unknown_names
    from explorer.search.syntax import Field, leaves

    for leaf, _ in leaves(query.root):
        if isinstance(leaf, Field) and isinstance(leaf.value, tuple):
            yield from unknown_names(store, leaf, leaf.value)
