"""Dates of the Julian calendar in the Gregorian one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.dates import CALENDARS, StatedDateError, gregorian, iso_day, ordinal


@pytest.mark.parametrize(
    ("text", "date"),
    [
        # The October Revolution, the end of the Julian calendar in Russia, in England and in Greece.
        ("25 October 1917", "1917-11-07"),
        ("31 January 1918 O.S.", "1918-02-13"),
        ("2 September 1752", "1752-09-13"),
        ("15 February 1923", "1923-02-28"),
        # The day after which Pope Gregory left out ten, and the one that he put in its place.
        ("4 October 1582", "1582-10-14"),
        ("5 October 1582", "1582-10-15"),
        # Leap days that only the Julian calendar has, and the steps of the difference beside them.
        ("18 February 1700", "1700-02-28"),
        ("29 February 1700", "1700-03-11"),
        ("29 February 1900", "1900-03-13"),
        ("1 March 1900", "1900-03-14"),
        ("29 February 2000", "2000-03-13"),
        # Both calendars agree in the third century, and are two days apart in the first.
        ("1 March 200", "0200-03-01"),
        ("28 February 300", "0300-02-28"),
        ("1 January 1", "0000-12-30"),
        ("15 March 44 BC", "-0043-03-13"),
    ],
)
def test_a_julian_day_is_converted(text: str, date: str) -> None:
    assert gregorian(text, "julian").text == date


@pytest.mark.parametrize(
    "text",
    [
        "24 Jan 1918 O.S.",
        "24 Jan. 1918 (O.S.)",
        "24th of January, 1918, Old Style",
        "January 24, 1918",
        "january 24th 1918 OS",
        "1918-01-24",
        "1918-01-24 O. S.",
        "  24\n January\t1918 ",
        "24 January 1918 AD",
    ],
)
def test_a_day_may_be_written_in_many_ways(text: str) -> None:
    assert gregorian(text, "julian").text == "1918-02-06"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Jan 1918", "1918-01-14/1918-02-13"),
        ("1918-01", "1918-01-14/1918-02-13"),
        ("February 1900", "1900-02-13/1900-03-13"),
        ("1917", "1917-01-14/1918-01-13"),
        ("44 B.C.", "-0044-12-30/-0043-12-29"),
    ],
)
def test_a_julian_month_or_year_becomes_the_interval_of_its_days(text: str, date: str) -> None:
    assert gregorian(text, "julian").text == date


@pytest.mark.parametrize(
    ("text", "date"),
    [("6 Feb 1918 N.S.", "1918-02-06"), ("Feb 1918", "1918-02"), ("1918", "1918"), ("44 BC", "-0043")],
)
def test_a_gregorian_date_stays_as_it_is(text: str, date: str) -> None:
    assert gregorian(text, "gregorian").text == date


@pytest.mark.parametrize(
    ("text", "calendar", "part"),
    [
        ("24 Jan 1918", "mayan", "none of julian, gregorian"),
        ("24 Jan 1918 N.S.", "julian", "means the gregorian calendar"),
        ("24 Jan 1918 O.S.", "gregorian", "means the julian calendar"),
        ("29 February 1900", "gregorian", "no day 29"),
        ("30 February 1900", "julian", "no day 30"),
        ("0 May 1900", "julian", "no day 0"),
        ("24 Jnuary 1918", "julian", "no month ‘Jnuary’"),
        ("1918-00-01", "julian", "no month 0"),
        ("1918-13-01", "julian", "no month 13"),
        ("31 December 9999", "julian", "after the year 9999"),
        ("0 BC", "julian", "no year 0"),
        ("1/2/1918", "julian", "is no day"),
        ("soon", "julian", "is no day"),
        ("", "julian", "is no day"),
        ("(" * 1_000_000, "julian", "is no day"),
        ("1" * 1_000_000, "julian", "is no day"),
        ("o" * 1_000_000, "julian", "is no day"),
    ],
    ids=lambda case: case[:20],
)
def test_what_cannot_be_converted_says_why(text: str, calendar: str, part: str) -> None:
    with pytest.raises(StatedDateError, match=part) as caught:
        gregorian(text, calendar)
    assert len(str(caught.value)) < 200


@given(st.integers(1, 9998), st.integers(1, 12), st.integers(1, 28))
def test_the_calendars_drift_apart_by_three_days_in_four_hundred_years(
    year: int, month: int, day: int
) -> None:
    converted = gregorian(f"{year:04}-{month:02}-{day:02}", "julian")
    centuries = (year - (month <= 2)) // 100
    assert converted.earliest == converted.latest
    assert converted.earliest == ordinal(year, month, day) + centuries - centuries // 4 - 2
    assert converted.text == iso_day(converted.earliest)


@given(st.text(), st.sampled_from(CALENDARS))
def test_any_text_is_a_date_or_an_error(text: str, calendar: str) -> None:
    try:
        converted = gregorian(text, calendar)
    except StatedDateError:
        return
    assert converted.earliest is not None
    assert converted.latest is not None
