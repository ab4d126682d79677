"""How an event stands with its sources: the gravest thing decides."""

from __future__ import annotations

import pytest

from explorer.dates import Agreement
from explorer.evidence import Passage, Standing, standing_of
from explorer.evidence.agreement import FROM_BEST

EXACT, CHANGED = Passage("exact", 0, 9), Passage("changed", 0, 9, why="one word differs")
MISSING, AMBIGUOUS = Passage("missing"), Passage("ambiguous", places=((0, 9), (20, 29)))


@pytest.mark.parametrize("agreement", [None, *FROM_BEST])
def test_what_is_not_found_is_graver_than_any_disagreement(agreement: Agreement | None) -> None:
    assert standing_of([], agreement) == "unsourced"
    for passage in (CHANGED, MISSING, AMBIGUOUS):
        assert standing_of([EXACT, passage], agreement) == "not-found"


@pytest.mark.parametrize(
    ("agreement", "expected"),
    [
        (None, "sound"),
        ("same", "sound"),
        ("refines", "refines"),
        ("overlaps", "overlaps"),
        ("conflicts", "conflicts"),
    ],
)
def test_found_quotes_stand_as_their_sources_agree(agreement: Agreement | None, expected: Standing) -> None:
    assert standing_of([EXACT, Passage("typography", 3, 7)], agreement) == expected
