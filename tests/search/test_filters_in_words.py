"""The filters in words, and one by one."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.search import And
from explorer.search.chips import Chip, chips
from explorer.search.filters import Filters
from explorer.store import Store

NAMES = {"CUB": "Cuba", "CHN": "China", "MEX": "Mexico"}


def filters(query: str = "", *countries: str) -> Filters:
    return Filters(countries=countries).matching(query)


def texts(found: Iterable[Chip]) -> list[str]:
    return [chip.text for chip in found]


@pytest.mark.parametrize(
    ("query", "countries", "words"),
    [
        ("", (), "all events"),
        ("", ("CUB",), "Cuba"),
        ("", ("CUB", "CHN", "MEX"), "Cuba, China and Mexico"),
        ("visit", (), "matching ‘visit’"),
        (
            "visit is:disputed year:1960..1964",
            ("CUB", "CHN"),
            "Cuba and China, 1960–1964, matching ‘visit’, disputed only",
        ),
        ("date:1960-09 year:1960..", (), "Sep 1960, since 1960"),
        ("year:..1964", (), "until 1964"),
        ("before:1960 after:1950 within:1950..1959", (), "before 1960, after 1950, certainly 1950–1959"),
        ('new "normal relations" -visit', (), "matching ‘new \"normal relations\"’, without ‘visit’"),
        ("-(visit OR vote)", (), "not ‘(visit OR vote)’"),
        ("-is:disputed", (), "not disputed only"),
        ("visit OR vote", (), "‘visit OR vote’"),
        ('type:visit tag:exile doc:"bloody origins"', (), "type visit, tagged exile, citing bloody origins"),
        ("between:cuba,china tone:<0", (), "between cuba, china, tone below 0"),
        ("tone:-3..0 tone:2", (), "tone -3 to 0, tone 2"),
        ("title:guevara", (), "‘guevara’ in the title"),
        ('quote:"people\'s republic"', (), "‘people's republic’ in a quote"),
        ("yaer:1960", (), "matching ‘yaer:1960’"),
        ("visit yaer:1960", ("CUB",), "Cuba, matching ‘visit yaer:1960’"),
    ],
)  # fmt: skip
def test_what_is_shown_is_told_in_words(query: str, countries: tuple[str, ...], words: str) -> None:
    assert filters(query, *countries).describe(NAMES) == words


def test_a_country_that_is_gone_is_called_by_its_id() -> None:
    assert filters("", "SUN").describe(NAMES) == "SUN"


def test_each_filter_is_a_chip_and_can_be_dropped_alone() -> None:
    found = chips(filters("visit year:1960..1964 is:disputed", "CUB", "CHN"), NAMES)
    assert texts(found) == ["Cuba", "China", "‘visit’", "1960–1964", "disputed only"]
    rests = [(chip.without.countries, chip.without.query.text) for chip in found]
    both = ("CUB", "CHN")
    assert rests == [
        (("CHN",), "visit year:1960..1964 is:disputed"),
        (("CUB",), "visit year:1960..1964 is:disputed"),
        (both, "year:1960..1964 is:disputed"),
        (both, "visit is:disputed"),
        (both, "visit year:1960..1964"),
    ]


def test_a_query_that_cannot_be_meant_is_one_chip() -> None:
    (chip,) = chips(filters("visit yaer:1960"), NAMES)
    assert chip.text == "‘visit yaer:1960’"
    assert chip.without == Filters()


def test_without_filters_there_are_no_chips() -> None:
    assert chips(filters(" "), NAMES) == ()


OPERATORS = ("OR", "AND", "NOT", "-(", "country:(cuba OR", "(", ")", '"')
WORDS = st.sampled_from(
    [*OPERATORS, "visit", "cuba", '"a b"', "-vote", "year:1960..1964", "is:disputed", "tone:<0"]
)


@given(st.lists(WORDS, max_size=8).map(" ".join))
def test_dropping_all_chips_one_after_the_other_ends_with_everything(query: str) -> None:
    left = filters(query, "CUB")
    for _ in range(30):
        found = chips(left, NAMES)
        assert all(chip.text for chip in found)
        if not found:
            break
        left = found[0].without
    assert left == Filters()


@given(st.lists(WORDS, max_size=8).map(" ".join))
def test_without_a_chip_nothing_is_lost_that_was_found_with_it(store: Store, query: str) -> None:
    asked = filters(query)
    found = asked.run(store, suggest=False).selection
    if asked.query.errors or found is None or not isinstance(asked.query.root, And):
        return
    for chip in chips(asked, NAMES):
        wider = chip.without.run(store, suggest=False).selection
        assert wider is not None
        assert not found - wider
