"""Lints: what is well formed in a dataset, yet looks like a slip.  Each is a warning with a code of its own.

They take time linear in the dataset, and more than opening it should: ask for them only to show them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.collector import collector_paused
from explorer.evidence.cited_paragraphs import CitedParagraphs
from explorer.evidence.lints.countries import Known, outside_lifetime, unnamed
from explorer.evidence.lints.documents import uncited
from explorer.evidence.lints.duplicates import Repetitions
from explorer.evidence.lints.times import after_document, unsupported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.evidence.verifying import Evidence
    from explorer.model import Dataset
    from explorer.problems import Problem


def lint(dataset: Dataset, evidence: Evidence) -> tuple[Problem, ...]:
    """The warnings on a dataset, given the evidence on its quotes: on the events in their order, then on
    the documents.

    The codes are those of `LintCode`; the README of the shipped data tells what each is for.
    """
    with collector_paused():
        return tuple(_slips(dataset, evidence))


def _slips(dataset: Dataset, evidence: Evidence) -> Iterator[Problem]:
    """Each event is asked for once: it may be decoded each time."""
    around, known = CitedParagraphs(evidence.documents), Known(dataset.countries)
    repetitions = Repetitions()
    cited: set[str] = set()
    for event, passages in zip(dataset.events, evidence.passages, strict=True):
        yield from unsupported(event, passages, around)
        yield from after_document(event, dataset.documents)
        yield from outside_lifetime(event, known)
        yield from unnamed(event, passages, known, around)
        yield from repetitions.look_at(event)
        cited.update(source.document for source in event.sources)
    yield from uncited(dataset.documents, cited)
