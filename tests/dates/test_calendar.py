from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.dates import civil, days_in_month, is_leap, iso_day, ordinal, year_of


@given(st.dates())
def test_ordinals_are_those_of_the_standard_library(day: date) -> None:
    assert ordinal(day.year, day.month, day.day) == day.toordinal()
    assert civil(day.toordinal()) == (day.year, day.month, day.day)


def test_every_first_and_last_day_of_a_month_agrees_with_the_standard_library() -> None:
    for year in range(1, 10_000):
        first = date(year, 1, 1).toordinal()
        assert ordinal(year, 1, 1) == first
        assert civil(first) == (year, 1, 1)
        assert civil(first - 1) == (year - 1, 12, 31)
        assert civil(first + 58 + is_leap(year)) == (year, 2, days_in_month(year, 2))


@given(st.integers(-(10**30), 10**30))
def test_a_day_goes_to_year_month_day_and_back_however_far_away(day: int) -> None:
    year, month, day_of_month = civil(day)
    assert 1 <= month <= 12
    assert 1 <= day_of_month <= days_in_month(year, month)
    assert ordinal(year, month, day_of_month) == day
    assert year_of(day) == year


@given(st.integers(-(10**30), 10**30))
def test_the_day_after_is_one_more(day: int) -> None:
    assert civil(day) < civil(day + 1)


@given(st.integers(-(10**9), 10**9))
def test_400_years_are_146097_days(year: int) -> None:
    assert ordinal(year + 400, 3, 1) - ordinal(year, 3, 1) == 146_097


def test_year_0_is_a_leap_year_before_year_1() -> None:
    assert ordinal(1, 1, 1) == 1
    assert ordinal(0, 12, 31) == 0
    assert ordinal(0, 1, 1) == -365
    assert is_leap(0)
    assert is_leap(-4)
    assert not is_leap(-1)


def test_the_ides_of_march() -> None:
    # 15 March 44 BC was 13 March in the proleptic Gregorian calendar, Julian day number 1705426.
    assert ordinal(-43, 3, 13) + 1_721_425 == 1_705_426


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1960, 0, 1), (1960, 13, 1), (1960, 9, 0), (1960, 9, 31), (1961, 2, 29), (1900, 2, 29)],
)
def test_a_day_that_does_not_exist_is_refused(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match=r"no (month|day)"):
        ordinal(year, month, day)


@pytest.mark.parametrize(
    ("year", "month", "day", "written"),
    [
        (1960, 9, 28, "1960-09-28"),
        (44, 3, 15, "0044-03-15"),
        (0, 1, 1, "0000-01-01"),
        (-43, 3, 15, "-0043-03-15"),
        (9999, 12, 31, "9999-12-31"),
        (17_000, 1, 1, "+17000-01-01"),
        (-17_000, 1, 1, "-17000-01-01"),
    ],
)
def test_a_day_is_written_in_iso_8601(year: int, month: int, day: int, written: str) -> None:
    assert iso_day(ordinal(year, month, day)) == written


def test_no_day_is_written_as_none() -> None:
    assert iso_day(None) is None
