"""Dates in words: no doubt is lost on the way into a sentence."""

from __future__ import annotations

import pytest
from edtf_strategies import dates
from hypothesis import given

from explorer.dates import EdtfDate, parse
from explorer.formats.date_words import date_in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1960-09-28", "28 September 1960"),
        ("1957?", "perhaps 1957"),
        ("1957~", "about 1957"),
        ("1957-09%", "perhaps about September 1957"),
        ("196X", "some time in the 1960s"),
        ("18XX", "some time in the 19th century"),
        ("XXXX-04", "April, year unknown"),
        ("XXXX", "at an unknown date"),
        ("1960/1964", "from 1960 to 1964"),
        ("1985~/1989", "from about 1985 to 1989"),
        ("1989/..", "from 1989 on"),
        ("../1989", "until 1989"),
        ("1960/", "from 1960 to an unknown date"),
        ("/1960", "from an unknown date to 1960"),
        ("..2004-06-01/2004-06-20..", "from 1 June 2004 or before to 20 June 2004 or later"),
        ("[1957,1964]", "1957 or 1964"),
        ("{1960,1961-12,1963}", "1960, December 1961 and 1963"),
        ("[..1957]", "1957 or before"),
        ("[1957..]", "1957 or later"),
        ("-0043-03-15", "15 March 44 BC"),
        ("1950S2", "about 1950"),
    ],
)
def test_a_date_reads_as_a_clause(edtf: str, words: str) -> None:
    assert date_in_words(parse(edtf)) == words


@given(dates)
def test_a_doubt_is_always_told(date: EdtfDate) -> None:
    words = date_in_words(date)
    assert words.isprintable()
    assert words == words.strip()
    assert ("perhaps" in words) == date.uncertain
    assert "about" in words or not date.approximate


@given(dates)
def test_no_sign_stands_for_a_word(date: EdtfDate) -> None:
    words = date_in_words(date)
    assert "?" not in words
    assert "~" not in words
    assert "%" not in words
    assert "c. " not in words
