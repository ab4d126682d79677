"""Texts that are no dates: where each goes wrong, why, and what to write instead."""

from __future__ import annotations

import copy
import pickle
import unicodedata

import pytest
from edtf_examples import INVALID

from explorer.dates import EdtfError, parse


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
