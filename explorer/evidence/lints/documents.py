"""Lints on sources: documents that serve for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.evidence.lints.warning import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.model import Dataset
    from explorer.problems import Problem


def uncited(dataset: Dataset) -> Iterator[Problem]:
    """`document-uncited`, at the document: no event cites it, and no document is derived from it."""
    used = {source.document for event in dataset.events for source in event.sources}
    used.update(origin for document in dataset.documents.values() for origin in document.derived_from)
    for document in dataset.documents.values():
        if document.id not in used:
            yield warning(
                document.place,
                "document-uncited",
                f'no event cites the document "{document.id}"',
                "Cite it where it says something of an event, or leave it out.",
            )
