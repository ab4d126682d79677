"""The pattern for EDTF beside the parser: all that is EDTF matches, and little else does."""

from __future__ import annotations

import re

import pytest
from edtf_strategies import plain_dates, scraps, texts
from hypothesis import example, given, settings
from hypothesis import strategies as st

from explorer.dates import EdtfError, parse
from explorer.formats.edtf_pattern import EDTF_PATTERN

EDTF = re.compile(EDTF_PATTERN)
# What a pattern cannot say, in the parser's words.
BEYOND = re.compile("has (only|no)|before the start|more than four digits|at most|significant|no day|days? ")


def refusal(text: str) -> str:
    """Why a text is no date; empty if it is one."""
    try:
        parse(text)
    except EdtfError as error:
        return error.message
    return ""


@given(texts)
@settings(max_examples=300)
def test_every_date_matches(text: str) -> None:
    assert EDTF.search(text)


@given(
    st.one_of(scraps, st.builds("{}{}".format, texts, scraps), st.builds("{}/{}".format, plain_dates, scraps))
)
@settings(max_examples=600)
@example("1960\n")
@example("../")
@example("-0000")
def test_what_matches_is_a_date_but_for_what_has_to_be_counted(text: str) -> None:
    complaint = refusal(text)
    assert not complaint or not EDTF.search(text) or BEYOND.search(complaint)


@pytest.mark.parametrize(
    "text", ["", "/", "..", "1960-13", "1960-00", "60", "196", "1960-9", "28 Sep 1960", " 1960"]
)
def test_what_is_no_date_does_not_match(text: str) -> None:
    assert not EDTF.search(text)
