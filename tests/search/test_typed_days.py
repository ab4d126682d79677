"""Days and ranges of days, as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.dates import EdtfError, iso_day, parse
from explorer.search.days import read_days
from explorer.search.plain_dates import to_edtf
from explorer.search.syntax import Days
from explorer.search.written import UnreadableError

PLAIN = [
    ("28 Sep 1960", "1960-09-28"),
    ("28 September 1960", "1960-09-28"),
    ("28-Sep-1960", "1960-09-28"),
    ("September 28, 1960", "1960-09-28"),
    ("Sept. 1960", "1960-09"),
    ("may 196X", "196X-05"),
    ("1960-9-2", "1960-09-02"),
    ("1960-9", "1960-09"),
    ("c. 1957", "1957~"),
    ("ca 1957", "1957~"),
    ("circa Sep 1957", "circa Sep 1957"),
    ("1960s", "196X"),
    ("1960's", "196X"),
    ("1900s", "19XX"),
    ("196x", "196X"),
    ("44 BC", "-0043"),
    ("1 BCE", "0000"),
    ("79 AD", "0079"),
    ("Seppember 1960", "Seppember 1960"),
    ("1960-09-28", "1960-09-28"),
    ("whatever", "whatever"),
]


@pytest.mark.parametrize(("plain", "edtf"), PLAIN)
def test_plain_dates_are_rewritten_as_edtf(plain: str, edtf: str) -> None:
    assert to_edtf(plain) == edtf


RANGES = [
    ("1960", "1960-01-01", "1960-12-31"),
    ("1960..1964", "1960-01-01", "1964-12-31"),
    ("1960 .. 1964", "1960-01-01", "1964-12-31"),
    ("1960/1964", "1960-01-01", "1964-12-31"),
    ("1960-1964", "1960-01-01", "1964-12-31"),
    ("1960–1964", "1960-01-01", "1964-12-31"),
    ("1960-64", "1960-01-01", "1964-12-31"),
    ("1914-18", "1914-01-01", "1918-12-31"),
    ("1905–07", "1905-01-01", "1907-12-31"),
    ("1905-07", "1905-07-01", "1905-07-31"),
    ("1960..64", "1960-01-01", "1964-12-31"),
    ("1960..", "1960-01-01", None),
    ("..1964", None, "1964-12-31"),
    ("1960/..", "1960-01-01", None),
    ("1960-09..1964-02-15", "1960-09-01", "1964-02-15"),
    ("28 Sep 1960..Nov 1960", "1960-09-28", "1960-11-30"),
    ("1960s", "1960-01-01", "1969-12-31"),
    ("1960s..1970s", "1960-01-01", "1979-12-31"),
    ("1964~", "1964-01-01", "1964-12-31"),
    ("[1960,1962]", "1960-01-01", "1962-12-31"),
    ("44 BC..79 AD", "-0043-01-01", "0079-12-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), RANGES)
def test_a_range_of_days_is_read_the_same_while_and_after_it_is_typed(
    text: str, first: str | None, last: str | None
) -> None:
    for unfinished in (False, True):
        assert ends(read_days(text, unfinished=unfinished)) == (first, last)


BEGUN = [
    ("1", "1000-01-01", "1999-12-31"),
    ("19", "1900-01-01", "1999-12-31"),
    ("196", "1960-01-01", "1969-12-31"),
    ("19X", "1900-01-01", "1999-12-31"),
    ("1960-", "1960-01-01", "1960-12-31"),
    ("1960-0", "1960-01-01", "1960-09-30"),
    ("1960-09-", "1960-09-01", "1960-09-30"),
    ("1960-09-28T1", "1960-09-28", "1960-09-28"),
    ("1960.", "1960-01-01", "1960-12-31"),
    ("1960..1", "1960-01-01", "1999-12-31"),
    ("1960..196", "1960-01-01", "1969-12-31"),
    ("1960-19", "1960-01-01", "1999-12-31"),
    ("1960-196", "1960-01-01", "1969-12-31"),
    ("1960/196", "1960-01-01", "1969-12-31"),
    ("28 Sep 196", "1960-09-28", "1969-09-28"),
]


@pytest.mark.parametrize(("text", "first", "last"), BEGUN)
def test_a_date_that_is_begun_stands_for_all_that_begin_so(text: str, first: str, last: str) -> None:
    assert ends(read_days(text, unfinished=True)) == (first, last)


@pytest.mark.parametrize("text", ["-", "..", ".", "[", "{1960,", "Y", "Y17", "28 S", "Sep", "c.", "44 B", ""])
def test_a_beginning_that_tells_no_year_yet_says_nothing(text: str) -> None:
    assert read_days(text, unfinished=True) is None


@pytest.mark.parametrize(
    "text", ["196", "19", "..", "-", "1960-13", "1960-00", "1960-02-30", "Sep", "1960s-", ""]
)
def test_what_is_no_date_is_refused_once_it_is_finished(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_days(text)


@pytest.mark.parametrize(
    "text", ["abc", "1960-13", "1960-14-", "19601", "1964..1960", "1960-09-28x", "2000..1"]
)
def test_what_can_become_no_date_is_refused_at_once(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_days(text, unfinished=True)


@given(
    st.text(alphabet="0123456789X-./~?%[]{},YES cSepBC–_x\u00e9", max_size=25) | st.text(max_size=15),
    st.booleans(),
)
def test_any_text_is_days_or_refused(text: str, unfinished: bool) -> None:
    try:
        days = read_days(text, unfinished=unfinished)
    except UnreadableError:
        return
    assert unfinished or days is not None
    if days is not None and days.earliest is not None and days.latest is not None:
        assert days.earliest <= days.latest


@given(st.text(alphabet="0123456789X-/.~?[],", max_size=14))
def test_every_edtf_date_with_a_year_means_its_own_days(text: str) -> None:
    try:
        date = parse(text)
    except EdtfError:
        return
    if date.earliest is not None or date.latest is not None:
        assert read_days(text) == Days(date.earliest, date.latest)


def ends(days: Days | None) -> tuple[str | None, str | None]:
    assert days is not None
    return tuple(None if day is None else iso_day(day) for day in (days.earliest, days.latest))
