"""Lints: what is well formed in a dataset, yet looks like a slip.  Each is a warning with a code of its own.

They take time linear in the dataset, and more than opening it should: ask for them only to show them.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from explorer.evidence.cited_paragraphs import CitedParagraphs
from explorer.evidence.lints.countries import outside_lifetime, unnamed
from explorer.evidence.lints.documents import uncited
from explorer.evidence.lints.duplicates import duplicates
from explorer.evidence.lints.times import after_document, unsupported

if TYPE_CHECKING:
    from explorer.evidence.verifying import Evidence
    from explorer.model import Dataset
    from explorer.problems import Problem


def lint(dataset: Dataset, evidence: Evidence) -> tuple[Problem, ...]:
    """The warnings on a dataset, given the evidence on its quotes; all of one code follow each other.

    The codes are those of `LintCode`; the README of the shipped data tells what each is for.
    """
    around = CitedParagraphs(evidence.documents)
    return tuple(
        chain(
            unsupported(dataset.events, evidence.passages, around),
            after_document(dataset),
            outside_lifetime(dataset),
            unnamed(dataset, evidence.passages, around),
            duplicates(dataset.events),
            uncited(dataset),
        )
    )
