"""Texts that are no dates: where each goes wrong, why, and what to write instead."""

from __future__ import annotations

import copy
import pickle
import unicodedata

import pytest

from explorer.dates import EdtfError, parse

# Text, position of the offending character, a word of the reason, the hint ("" where nothing is evident).
INVALID = [
    ("", 0, "missing", ""),
    ("?", 1, "missing", "write XXXX"),
    ("1960/09/28", 7, "2 digits, not four", "write 1960-09-28"),
    ("28.9.1960", 2, "2 digits, not four", "write 1960-09-28"),
    ("1960-9-28", 5, "month has two digits", "write 1960-09-28"),
    ("1960-09-8", 8, "day has two digits", "write 1960-09-08"),
    ("1960.09.28", 4, "‘.’", "write 1960-09-28"),
    ("19600928", 4, "year has four digits", "write 1960-09-28"),
    ("c. 1957", 0, "‘c’", "write 1957~"),
    ("ca. 1957", 0, "‘c’", "write 1957~"),
    ("~1957-", 6, "month is missing", ""),
    ("1957 (?)", 4, "white space", "write 1957?"),
    ("1957?~", 5, "one qualifier", "write 1957%"),
    ("?~1957", 1, "‘~’", "write %1957"),
    ("1957-~?03", 6, "one qualifier", "write 1957-%03"),
    ("Sept 1960", 0, "‘S’", "write 1960-09"),
    ("28 September 1960", 2, "white space", "write 1960-09-28"),
    ("September 28th, 1960", 0, "‘S’", "write 1960-09-28"),
    ("1960 Sep 28", 4, "white space", "write 1960-09-28"),
    ("April", 0, "‘A’", "write XXXX-04"),
    ("1960-13", 5, "no month 13", ""),
    ("1960-00", 5, "no month 00", ""),
    ("1960-20", 5, "no month 20", ""),
    ("1960-42", 5, "no month 42", ""),
    ("1960-2X", 5, "no month can be written 2X", ""),
    ("1961-02-29", 8, "1961 is no leap year", ""),
    ("1900-02-29", 8, "1900 is no leap year", ""),
    ("X900-02-29", 8, "no such year is a leap year", ""),
    ("XXX1-02-29", 8, "no such year is a leap year", ""),
    ("1960-09-31", 8, "September has 30 days", ""),
    ("1960-02-30", 8, "February has 29 days", ""),
    ("1960-09-00", 8, "no day 00", ""),
    ("1960-09-32", 8, "no day 32", ""),
    ("1960-02-3X", 8, "no day of this month", ""),
    ("1960-21-05", 8, "season has no days", ""),
    ("1960-09-28-01", 10, "‘-’ cannot follow a day", ""),
    ("1960-09-281", 10, "day has two digits", ""),
    ("1960-091", 7, "month has two digits", ""),
    ("1960-0a", 6, "‘a’", ""),
    ("1960-a", 5, "‘a’", ""),
    ("1960--09", 5, "‘-’", ""),
    ("1960-", 5, "month is missing", ""),
    ("1960-09-", 8, "day is missing", ""),
    ("196x", 3, "capital X", "write 196X"),
    ("xxxx-04", 0, "capital X", "write XXXX-04"),
    ("1960-1x", 6, "capital X", "write 1960-1X"),
    ("199u", 3, "3 digits, not four", "write 199X"),
    ("196?", 3, "3 digits, not four", "write 196X"),
    ("196", 3, "3 digits, not four", ""),
    ("1", 1, "one digit, not four", ""),
    ("unknown", 0, "‘u’", "write XXXX"),
    ("n.d.", 0, "‘n’", "write XXXX"),
    ("1960s", 4, "‘s’", "write 196X"),
    ("1900s", 4, "‘s’", "write 190X or 19XX"),
    ("19th century", 2, "2 digits, not four", "write 18XX"),
    ("44 BC", 2, "white space", "write -0043"),
    ("1 BCE", 1, "white space", "write 0000"),
    ("AD 44", 0, "‘A’", "write 0044"),
    ("spring 1963", 0, "‘s’", "write 1963-21"),
    ("1960-Q3", 5, "‘Q’", "write 1960-35"),
    ("1/2/1960", 1, "one digit", "write 1960-02-01 or 1960-01-02"),
    ("9/28/1960", 1, "one digit", "write 1960-09-28"),
    ("-0000", 0, "no year -0000", "write 0000 for 1 BC"),
    ("+1960", 0, "no plus sign", "write 1960"),
    ("+17000", 0, "no plus sign", "write Y17000"),
    ("17000", 4, "year has four digits", "write Y17000"),
    ("-17000", 5, "year has four digits", "write Y-17000"),
    ("1960Z", 4, "‘Z’", ""),
    # Year numbers
    ("Y1950", 0, "more than four digits", "write 1950"),
    ("Y-44", 0, "more than four digits", "write -0044"),
    ("Y1E2", 0, "more than four digits", "write 0100"),
    ("y17e7", 0, "‘y’", "write Y17E7"),
    ("Y", 1, "needs a digit", ""),
    ("Y-", 2, "needs a digit", ""),
    ("Y017000", 1, "cannot begin with 0", ""),
    ("Y17E", 4, "needs a digit", ""),
    ("Y17E07", 4, "cannot begin with 0", ""),
    ("Y1E1000", 3, "at most 1,000 digits", ""),
    ("Y1E999999", 3, "at most 1,000 digits", ""),
    ("Y17000-09", 6, "‘-’", ""),
    ("Y17000X", 6, "‘X’", ""),
    ("1950S", 5, "needs a digit", "write 195X"),
    ("1950S0", 5, "cannot begin with 0", ""),
    ("1950S5", 5, "4 significant digits", ""),
    ("0000S1", 5, "no significant digits", ""),
    ("195XS2", 4, "only a year without X", ""),
    ("1950S2-09", 6, "‘-’", ""),
    # Times of day
    ("1985-04-12T", 11, "hh:mm:ss", ""),
    ("2004-06-11T10:10", 16, "hh:mm:ss", "write 2004-06-11T10:10:00"),
    ("1985-04-12 10:10:10", 10, "white space", "write 1985-04-12T10:10:10"),
    ("1985-04-12T24:10:00", 11, "hh:mm:ss", ""),
    ("1985-04-12T10:60:00", 14, "hh:mm:ss", ""),
    ("1985-04-12T10:10:61", 17, "hh:mm:ss", ""),
    ("1985-04-12T10:10:10.5", 19, "‘.’", "write 1985-04-12T10:10:10"),
    ("1985-04-12T10:10:10+4", 19, "‘+’", ""),
    ("1985-04T10:10:10", 7, "‘T’", ""),
    ("1985-04-XXT10:10:10", 10, "whole day", ""),
    ("1985-04-12?T10:10:10", 11, "whole day", ""),
    ("1985-04-31T10:10:10", 8, "April has 30 days", ""),
    ("1985-04-12T10:10:10/1986", 10, "no time of day", ""),
    ("1985/1986-04-12T10:10:10", 15, "no time of day", ""),
    ("[1985-04-12T10:10:10]", 11, "no time of day", ""),
    # Intervals
    ("1960 / 1964", 4, "white space", "write 1960/1964"),
    ("1960-1964", 5, "no month 19", "write 1960/1964"),
    ("1960–1964", 4, "hyphen", "write 1960/1964"),
    ("1960-64", 5, "no month 64", "write 1960/1964"),
    ("1960..1964", 4, "‘.’", "write 1960/1964"),
    ("1960..", 4, "‘.’", "write 1960/.."),
    ("..1960", 6, "‘/’ is missing", "write ../1960"),
    ("..", 2, "‘/’ is missing", "write ../ and the end"),
    ("/", 0, "needs a start or an end", ""),
    ("1960/open", 5, "‘o’", "write 1960/.."),
    ("unknown/1960", 0, "‘u’", "write /1960"),
    ("since 1989", 0, "‘s’", "write 1989/.."),
    ("between 1960 and 1964", 0, "‘b’", "write 1960/1964"),
    ("1964/1960", 5, "end is before the start", ""),
    ("1960-05/1960-04-30", 8, "end is before the start", ""),
    ("1960/1961/1962", 9, "only one ‘/’", ""),
    ("1960//1962", 5, "missing before ‘/’", ""),
    ("1960/1961..1962", 11, "‘1’", ""),
    # Sets
    ("[]", 1, "missing before ‘]’", ""),
    ("[..]", 3, "missing before ‘]’", ""),
    ("[1960,]", 6, "missing before ‘]’", ""),
    ("[,1960]", 1, "missing before ‘,’", ""),
    ("[1960", 5, "needs ‘,’ or ‘]’", "write [1960]"),
    ("[1960,", 6, "missing", ""),
    ("{1960]", 5, "needs ‘,’ or ‘}’", ""),
    ("[1960]?", 6, "nothing can follow", ""),
    ("[1667, 1668]", 6, "white space", "write [1667,1668]"),
    ("[1960/1964]", 5, "needs ‘,’ or ‘]’", "write [1960..1964]"),
    ("[1964..1960]", 7, "end is before the start", ""),
    ("[1960,..1970]", 6, "nothing can precede", ""),
    ("[1960..,1970]", 7, "nothing can follow", ""),
    ("[[1960]]", 1, "‘[’", ""),
    ("1960]", 4, "‘]’", ""),
    ("1960,1961", 4, "‘,’", ""),
    # Characters from elsewhere
    ("1960 ", 4, "a space", "write 1960"),
    ("1960\n", 4, "U+000A", "write 1960"),
    ("\ufeff1960", 0, "U+FEFF", ""),
    ("1960\u202e", 4, "U+202E", ""),
    ("1960\u0301", 4, "U+0301", ""),
    ("1960\x1b[31m", 4, "U+001B", ""),
    ("19\ud80060", 2, "2 digits, not four", ""),
    ("٢٠٠١", 0, "0 to 9 only", ""),
    ("２００１", 0, "0 to 9 only", "write 2001"),
    ("1960‐09", 4, "hyphen", "write 1960-09"),
    ("📅", 0, "📅", ""),
    ("(1960)", 0, "‘(’", ""),
]


def test_there_are_at_least_60_of_them() -> None:
    assert len({text for text, *_ in INVALID}) == len(INVALID) >= 60


@pytest.mark.parametrize(
    ("text", "position", "reason", "hint"), INVALID, ids=[ascii(case[0]) for case in INVALID]
)
def test_an_invalid_text_is_told_where_and_why(text: str, position: int, reason: str, hint: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    error = caught.value
    assert (error.position, error.hint) == (position, hint)
    assert reason in error.message


@pytest.mark.parametrize("text", [text for text, *_, hint in INVALID if hint.startswith("write")])
def test_what_a_hint_says_to_write_is_a_date(text: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    written = caught.value.hint.removeprefix("write ").removesuffix(" for 1 BC").removesuffix(" and the end")
    for suggestion in written.split(" or "):
        assert parse(suggestion).text == suggestion


@pytest.mark.parametrize("text", [text for text, *_ in INVALID])
def test_messages_hold_only_what_a_terminal_can_show(text: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    shown = caught.value.message + caught.value.hint
    assert shown.isprintable()
    assert not any(unicodedata.combining(character) for character in shown)


def test_an_error_is_a_value_error_with_its_message() -> None:
    with pytest.raises(ValueError, match=r"^there is no month 13: months are 01 to 12, seasons 21 to 41$"):
        parse("1960-13")


def test_an_error_survives_copying_and_pickling() -> None:
    error = EdtfError("no date", 3, "write one")
    for twin in (copy.copy(error), pickle.loads(pickle.dumps(error))):
        assert (twin.message, twin.position, twin.hint) == ("no date", 3, "write one")


def test_every_failure_is_an_error_of_its_own() -> None:
    caught = []
    for _ in range(2):
        with pytest.raises(EdtfError) as failure:
            parse("1960-13")
        caught.append(failure.value)
    assert caught[0] is not caught[1]
