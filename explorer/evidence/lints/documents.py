"""Lints on sources: documents that serve for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.evidence.lints.warning import warning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Set

    from explorer.model import Document
    from explorer.problems import Problem


def uncited(documents: Mapping[str, Document], cited: Set[str]) -> Iterator[Problem]:
    """`document-uncited`, at the document: no event cites it, and no document is derived from it."""
    used = cited | {origin for document in documents.values() for origin in document.derived_from}
    for document in documents.values():
        if document.id not in used:
            yield warning(
                document.place,
                "document-uncited",
                f'no event cites the document "{document.id}"',
                "Cite it where it says something of an event, or leave it out.",
            )
