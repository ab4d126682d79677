"""Dates in a narrow column."""

from __future__ import annotations

import pytest

from explorer.dates import describe, describe_within, parse


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1960-09-28", "28 Sep 1960"),
        ("1952-03-10/1958-12-31", "1952–1958"),
        ("1956~/1963~", "c. 1956–1963"),
        ("1955-07/1956-11-25", "1955–1956"),
        ("1902-05-20/..", "since 1902"),
        ("../1959-12-31", "until 1959"),
        ("1960-01-01/1960-12-31?", "1960?"),
        ("1957-05-03%", "c. 1957?"),
        ("1959~/..", "c. 1959–"),
        ("../1989~", "–c. 1989"),
        ("1956-03%/1963-04%", "c. 1956–63?"),
    ],
)
def test_what_does_not_fit_is_told_by_its_years(text: str, shown: str) -> None:
    assert describe_within(parse(text), 12) == shown


@pytest.mark.parametrize("text", ["XXXX-04", "-0044-03-15/-0043-01-01", "[1957-01-01,1960,1963..]"])
def test_what_its_years_cannot_tell_stays_whole(text: str) -> None:
    assert describe_within(parse(text), 4) == describe(parse(text))
