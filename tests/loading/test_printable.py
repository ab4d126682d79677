from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.printable import first_unfit, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Díaz – 中国 👍", "Díaz – 中国 👍"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("bell\x07, null\x00, delete\x7f", "bell␇, null␀, delete␡"),
        ("\x9b31m", "�31m"),
        ("a\u202eb\u2066c", "a�b�c"),
        ("a\u2028b", "a␤b"),
        ("one\ntwo\tthree\r", "one␊two␉three␍"),
        ("\udcff.yaml", "�.yaml"),
    ],
)
def test_what_could_steer_a_terminal_gets_a_visible_stand_in(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_lines_keep_their_ends_and_tabs() -> None:
    assert printable("one\r\ntwo\n\tthree\rfour\x1b", lines=True) == "one \ntwo\n\tthree\nfour␛"


@given(st.text(), st.booleans())
def test_offsets_hold(text: str, lines: bool) -> None:
    assert len(printable(text, lines=lines)) == len(text)


@given(st.text(st.characters(exclude_categories=[])), st.booleans())
def test_nothing_that_steers_or_breaks_off_is_left(text: str, lines: bool) -> None:
    shown = printable(text, lines=lines)
    left = shown.replace("\n", "").replace("\t", "") if lines else shown
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in left)
    assert not any(unicodedata.bidirectional(character) in BIDI_CONTROLS for character in left)
    assert shown.encode().decode() == shown


@given(st.text())
def test_a_text_is_unfit_if_showing_its_lines_would_change_it(text: str) -> None:
    unfit = first_unfit(text)
    assert bool(unfit) == (printable(text.replace("\r", ""), lines=True) != text.replace("\r", ""))
    assert unfit in text


BIDI_CONTROLS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
