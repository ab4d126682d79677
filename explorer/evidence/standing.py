"""How an event stands with its sources: what to know before trusting it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.dates import Agreement
    from explorer.evidence.passage import Passage

# "unsourced": no source is cited; "not-found": a quote is not in its document as it is cited; "conflicts",
# "overlaps" and "refines": how the dates that its sources state agree; "sound": nothing of these.
Standing = Literal["unsourced", "not-found", "conflicts", "refines", "overlaps", "sound"]


def standing_of(passages: Sequence[Passage], agreement: Agreement | None) -> Standing:
    """The gravest that holds for an event, given the passages of its sources, and how these agree."""
    if not passages:
        return "unsourced"
    for passage in passages:
        if passage.start is None or passage.verdict == "changed":
            return "not-found"
    return "sound" if agreement is None or agreement == "same" else agreement
