"""What holds for every date, and for every text."""

from __future__ import annotations

from edtf_strategies import plain_dates, scraps, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.dates import EdtfError, describe, parse
from explorer.dates.edtf import parse_afresh
from explorer.dates.expression import APPROXIMATE, UNCERTAIN
from explorer.dates.grammar import read
from explorer.dates.hints import rewritings


@given(texts)
def test_a_date_keeps_its_text_and_begins_before_it_ends(text: str) -> None:
    date = parse(text)
    assert date.text == text
    if date.earliest is not None and date.latest is not None:
        assert date.earliest <= date.latest


@given(st.one_of(texts, plain_dates, st.builds("{}/{}".format, plain_dates, plain_dates), scraps))
@settings(max_examples=500)
def test_the_short_cuts_and_the_memory_change_nothing(text: str) -> None:
    try:
        shape = read(text)
    except EdtfError:
        for parser in (parse, parse_afresh):
            assert _error_of(parser, text) is not None
        return
    date = parse(text)
    assert date == parse_afresh(text) == parse(text)
    assert (date.earliest, date.latest, date.precision) == (shape.earliest, shape.latest, shape.precision)
    assert date.approximate == bool(shape.flags & APPROXIMATE)
    assert date.uncertain == bool(shape.flags & UNCERTAIN)


@given(st.text() | scraps | st.text(alphabet="0123456789X-/?~%.,[]{}YEST:Z", max_size=30))
@settings(max_examples=1000)
def test_any_text_is_a_date_or_an_error_with_a_place_in_it(text: str) -> None:
    error = _error_of(parse, text)
    if error is None:
        assert parse(text).text == text
        assert describe(parse(text))
    else:
        assert 0 <= error.position <= len(text)
        assert error.message


@given(st.text(max_size=80) | scraps)
def test_guesses_can_be_made_at_any_text(text: str) -> None:
    for guesses in rewritings(text):
        assert all(isinstance(guess, str) for guess in guesses)


@given(texts, st.data())
def test_one_wrong_character_is_found_where_it_stands_or_after(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    error = _error_of(parse, text[:place] + "!" + text[place:])
    assert error is not None
    # What stands before it may already be wrong without the rest, but nothing after it is blamed.
    assert error.position <= place


def _error_of(parser: object, text: str) -> EdtfError | None:
    try:
        parser(text)  # type: ignore[operator]
    except EdtfError as error:
        return error
    return None
