"""Who witnesses an event: sources that only repeat another are that other one's voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explorer.model import Document, Event


def witnesses(event: Event, documents: Mapping[str, Document]) -> frozenset[tuple[str, str]]:
    """The independent witnesses of an event, each as (id of the document, voice).

    A document that is derived from others counts as those: two reports of one telegram are one witness.
    Somebody else's voice within a document is a witness of its own.
    """
    return frozenset(
        (origin, source.voice) for source in event.sources for origin in _origins(source.document, documents)
    )


def _origins(document: str, documents: Mapping[str, Document]) -> set[str]:
    if not documents[document].derived_from:
        return {document}
    origins: set[str] = set()
    waiting, seen = [document], {document}
    while waiting:
        current = waiting.pop()
        parents = [id_ for id_ in documents[current].derived_from if id_ in documents]
        if not parents:
            origins.add(current)
        # A circle of documents that repeat each other has no origin; it is one witness, named by its first.
        waiting.extend(parent for parent in parents if parent not in seen)
        seen.update(parents)
    return origins or {min(seen)}
