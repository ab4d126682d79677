from __future__ import annotations

import pytest
from edtf_strategies import dates
from hypothesis import given
from hypothesis import strategies as st

from explorer.dates import EdtfDate, certainly_within, ordinal, parse, possibly_within, sort_key

IN_ORDER = """
-XXXX ../1950 ../1960 /1960 Y-17E7 -0043 1950S2 195X-12 1957 1957? 1957~ 1957/1958 1960-01-01 1960-01 1960
1960/1964 196X 1960/.. [1960..] 1960-09 1960-09-28 Y17000 ../.. XXXX XXXX-04 XXXX-05
"""


def test_dates_sort_by_their_first_day_and_the_shorter_first() -> None:
    texts = IN_ORDER.split()
    assert [date.text for date in sorted(map(parse, reversed(texts)), key=sort_key)] == texts


@given(dates, dates)
def test_only_the_same_text_has_the_same_place(a: EdtfDate, b: EdtfDate) -> None:
    assert (sort_key(a) == sort_key(b)) == (a.text == b.text)
    assert (sort_key(a) < sort_key(b)) + (sort_key(b) < sort_key(a)) == (a.text != b.text)


@given(dates, dates, dates)
def test_the_order_is_transitive(a: EdtfDate, b: EdtfDate, c: EdtfDate) -> None:
    first, second, third = sorted((a, b, c), key=sort_key)
    assert sort_key(first) <= sort_key(second) <= sort_key(third)
    assert sort_key(first) <= sort_key(third)


@given(dates, dates)
def test_an_unknown_date_comes_after_all_others(a: EdtfDate, b: EdtfDate) -> None:
    def known(date: EdtfDate) -> bool:
        return date.earliest is not None or date.latest is not None

    if known(a) and not known(b):
        assert sort_key(a) < sort_key(b)


@pytest.mark.parametrize(
    ("text", "certainly", "possibly"),
    [
        ("1960-09-28", True, True),
        ("1960/1964", True, True),
        ("1960-01-01", True, True),
        ("1964-12-31", True, True),
        ("1959", False, False),
        ("1965", False, False),
        ("196X", False, True),
        ("1959-12-31/1960-01-01", False, True),
        ("1950/1970", False, True),
        ("1964/..", False, True),
        ("1965/..", False, False),
        ("../1960", False, True),
        ("../1959", False, False),
        ("[1950,1970]", False, True),
        ("XXXX", False, False),
        ("XXXX-04", False, False),
        ("../..", False, False),
    ],
)
def test_dates_in_the_range_1960_to_1964(text: str, certainly: bool, possibly: bool) -> None:
    days = ordinal(1960, 1, 1), ordinal(1964, 12, 31)
    assert certainly_within(parse(text), *days) is certainly
    assert possibly_within(parse(text), *days) is possibly


@pytest.mark.parametrize(
    ("text", "certainly", "possibly"),
    [("1960/..", True, True), ("1959/..", False, True), ("../1960", False, True), ("XXXX", False, False)],
)
def test_dates_in_the_range_from_1960_on(text: str, certainly: bool, possibly: bool) -> None:
    assert certainly_within(parse(text), ordinal(1960, 1, 1), None) is certainly
    assert possibly_within(parse(text), ordinal(1960, 1, 1), None) is possibly


def test_a_date_without_bounds_is_possibly_but_never_certainly_in_an_unbounded_range() -> None:
    assert possibly_within(parse("XXXX"), None, None)
    assert not certainly_within(parse("XXXX"), None, None)
    assert certainly_within(parse("1989/.."), None, None)


_days = st.none() | st.integers(-(10**6), 10**6)


@given(dates, _days, _days)
def test_what_is_certain_is_possible(date: EdtfDate, a: int | None, b: int | None) -> None:
    earliest, latest = (b, a) if a is not None and b is not None and b < a else (a, b)
    if certainly_within(date, earliest, latest):
        assert possibly_within(date, earliest, latest)


@given(dates)
def test_a_bounded_date_is_certainly_within_its_own_bounds(date: EdtfDate) -> None:
    bounded = date.earliest is not None or date.latest is not None
    assert certainly_within(date, date.earliest, date.latest) is bounded
