"""How what each source says on when an event was agrees with the editor's date, and with the others."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from explorer.dates import compare
from explorer.evidence.stated import stated_dates
from explorer.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from explorer.dates import Agreement, EdtfDate
    from explorer.evidence.document import DocumentText
    from explorer.evidence.passage import Passage
    from explorer.model import Event


@dataclass(frozen=True, slots=True)
class Comparison:
    """One citation (its place among the event's, from 0), what it says, and how the editor's date agrees.

    `found` tells a date that was found in the passage from the citation's own `date:`; `date` and `agreement`
    are None where the source is not known to say when.
    """

    citation: int
    date: EdtfDate | None
    found: bool
    agreement: Agreement | None


class Pair(NamedTuple):
    """Two citations of an event (their places among its citations) and how their dates agree."""

    first: int
    second: int
    agreement: Agreement


def comparisons(
    event: Event, passages: Sequence[Passage], documents: Mapping[str, DocumentText]
) -> tuple[Comparison, ...]:
    """Each citation of an event beside the editor's date, in their order; see `stated_dates`."""
    return tuple(
        Comparison(
            citation, stated.date, stated.found, compare(stated.date, event.date) if stated.date else None
        )
        for citation, stated in enumerate(stated_dates(event, passages, documents))
    )


def agreements(compared: Iterable[Comparison]) -> tuple[Pair, ...]:
    """How any two citations agree that say when: n (n - 1) / 2 pairs for n of them."""
    dated = [(each.citation, each.date) for each in compared if each.date]
    return tuple(Pair(a, b, compare(first, second)) for (a, first), (b, second) in combinations(dated, 2))
