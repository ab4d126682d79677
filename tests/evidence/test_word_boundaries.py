"""A passage never begins or ends within a word or a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.evidence import DocumentText, locate
from explorer.evidence.boundaries import _cuts, cuts


@pytest.mark.parametrize(
    "text",
    [
        "un|able",
        "19|60",
        "1960|s",
        "1|,400",
        "11|,400",
        "1,|400",
        "13|.5",
        "3.|5",
        "10|:30",
        "1|/2",
        "1960|–64",
        "1960–|1964",
        "1960—|1964",
        "fell to -|4",
        "fell to −|4",
        "fell to +|4",
        "paid $|4",
        "4|%",
        "4|°",
        "4|€",
        "14| 000 men",
        "14 |000 men",
        "14|\u00a0000",
        "1 400| 000",
        "14|\n000 men",
        "non-|aligned",
        "non|-aligned",
        "Sino|–Soviet",
        "co|\xadoperate",
        "co\xad|operate",
        "co|-\noperate",
        "co-|\noperate",
        "co-\n|operate",
        "co-\r\n  |operate",
        "co\xad\n|operate",
        "did|n't",
        "didn|’t",
        "China|’s",
        "O’|Higgins",
        "U.S.|S.R.",
        "U|.S.",
        "Ph.|D.",
        "x|²",
        "1|½",
        "cafe|\u0301",
        "19|\u200b60",
        "19\u200b|60",
        "AT|&T",
        "snake|_case",
        "一九|六〇",
        "不|承认",
        "🇨|🇺",
        "🇨🇺🇨|🇳",
        "👩|\u200d🚀",
        "👩\u200d|🚀",
    ],
)
def test_a_word_or_number_is_cut(text: str) -> None:
    assert cuts(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize(
    "text",
    [
        "|word",
        "word|",
        "word| word",
        "word |word",
        "word|, word",
        "word|. Word",
        "word.|Word",
        "war—|peace",
        "war|—peace",
        "war--|14 men",
        "war |-- 14 men",
        "(|word)",
        "“|word",
        "word|”",
        "the workers’| party",
        "and/|or",
        "in 1960|. Then",
        "in 1960|, 14 men",
        "in 1960, |14 men",
        "in 1960| 200 men",
        "in 1960 |200 men",
        "14| 1960",
        "中|国",
        "1960|年",
        "🇨🇺|🇨🇳",
        "word\n|word",
        "word -\n|word",
        "word\u200b |word",
    ],
)
def test_no_word_or_number_is_cut(text: str) -> None:
    assert not cuts(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Cuba did so in 1960 and later.", "60 and later"),
        ("They were unable to agree on it.", "able to agree on it"),
        ("They sent 11,400 men to Angola.", "1,400 men to Angola"),
        ("It grew by 13.5 per cent a year.", "3.5 per cent a year"),
        ("It fell to -4 degrees in Havana.", "4 degrees in Havana"),
        ("An estimated 14,000 Cubans died.", "An estimated 14"),
        ("The non-aligned states met then.", "aligned states met then"),
        ("Relations with China's ally cooled.", "Relations with China"),
        ("The close coop-\neration went on.", "eration went on"),
        ("It was oﬀ in Havana then.", "It was of"),
        ("The café in Havana then.", "The cafe"),
    ],
)
def test_a_quote_that_cuts_a_word_or_number_is_changed(text: str, quote: str) -> None:
    found = locate(DocumentText(text), quote)
    assert found.verdict == "changed"
    assert found.why


def test_it_is_said_in_which_word_a_quote_begins() -> None:
    assert "“non-aligned”" in locate(DocumentText("The non-aligned states met."), "aligned states met").why
    assert "“14 000”" in locate(DocumentText("An estimated 14 000 Cubans died."), "An estimated 14").why


@given(st.text("ab1é\u0301 \n\r\t-–\xad\u200b\u200d.,;!?:)\"'”’…(€$%+中不🇫🇷", max_size=14))
def test_the_usual_places_are_told_alike_without_looking_far(text: str) -> None:
    for at in range(1, len(text)):
        assert cuts(text, at) == _cuts(text, at)
