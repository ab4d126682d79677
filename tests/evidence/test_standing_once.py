"""A quote is found alike by either way of seeking it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.evidence import occurrences
from explorer.evidence.boundaries import cuts
from explorer.evidence.occurrences import standing_once

TEXTS = st.text("ab é\n", max_size=30)


@given(TEXTS, TEXTS.filter(bool))
def test_a_quote_that_stands_once_is_found_in_either_way(text: str, quote: str) -> None:
    starts = [at for at in range(len(text)) if text.startswith(quote, at)]
    spans = [(at, at + len(quote)) for at in starts if not cuts(text, at) and not cuts(text, at + len(quote))]
    wanted = spans[0] if len(starts) == 1 and spans else None
    assert standing_once(text, quote) == wanted
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(occurrences, "_MOST_SIDE_BY_SIDE", 0)
        assert standing_once(text, quote) == wanted
