"""Keys as people write them, and as Textual calls them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import Keys, _character_to_key

from explorer.config.key_names import key_of, shown_key, types_text


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("g", "g"),
        ("G", "G"),
        ("shift+g", "G"),
        ("?", "question_mark"),
        ("question_mark", "question_mark"),
        ("/", "slash"),
        ("+", "plus"),
        ("-", "minus"),
        (",", "comma"),
        (" ", "space"),
        ("space", "space"),
        ("Esc", "escape"),
        ("page down", "pagedown"),
        ("PgUp", "pageup"),
        ("↓", "down"),
        ("F5", "f5"),
        ("ctrl+A", "ctrl+a"),
        ("Control+a", "ctrl+a"),
        ("C+a", "ctrl+a"),
        ("ctrl++", "ctrl+plus"),
        ("ctrl+/", "ctrl+slash"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("shift+tab", "shift+tab"),
        ("alt+1", "alt+1"),
        ("é", "é"),
    ],
)
def test_a_key_may_be_written_in_several_ways(written: str, key: str) -> None:
    assert key_of(written) == key


@pytest.mark.parametrize(
    "written", ["", "gg", "ctrl", "ctrl+", "f25", "hyperspace", "x+y", "ctrl+nope", "\x07"]
)
def test_what_is_no_key_is_none(written: str) -> None:
    assert key_of(written) is None


@given(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]))
def test_every_character_is_the_key_that_textual_sends_for_it(character: str) -> None:
    expected = "space" if character == " " else _character_to_key(character)
    if character not in "↑↓←→":
        assert key_of(character) == expected


# Textual gives the mouse wheel and some control characters names that no config file needs.
NEEDLESS = {"ignore", "scrolldown", "scrollup", "ctrl-at", "return", *(f"ctrl+{sign}" for sign in "@\\]^_")}


@pytest.mark.parametrize("key", sorted({key.value for key in Keys if key.value[0] != "<"} - NEEDLESS))
def test_the_keys_that_textual_names_are_known(key: str) -> None:
    assert key_of(key) == key


@given(st.text(st.characters(max_codepoint=0x2FFF), max_size=12))
def test_a_key_is_shown_as_something_that_is_that_key_again(written: str) -> None:
    key = key_of(written)
    if key is not None:
        assert key_of(shown_key(key)) == key
        assert key_of(key) == key


def test_only_keys_that_type_a_character_are_taken_for_text() -> None:
    assert types_text("a")
    assert types_text("question_mark")
    assert types_text("space")
    assert not types_text("f5")
    assert not types_text("ctrl+a")
    assert not types_text("enter")
