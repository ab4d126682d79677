"""JSON that a terminal and a pipe can both take."""

import json

from hypothesis import given
from hypothesis import strategies as st

from explorer.formats.json_text import json_array, json_lines, to_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


def test_letters_of_all_scripts_stand_as_they_are():
    assert to_json("Díaz 中国") == '"Díaz 中国"'


def test_all_but_ascii_is_escaped_where_the_reader_cannot_take_it():
    assert to_json("Díaz", ascii_only=True) == '"D\\u00edaz"'


def test_what_steers_a_terminal_is_escaped():
    assert to_json("\x1b[31m\x7f\x9b\u202e\u2066") == '"\\u001b[31m\\u007f\\u009b\\u202e\\u2066"'


def test_a_lone_surrogate_can_be_written():
    assert to_json("\udcff").encode() == b'"\\udcff"'


@given(VALUES)
def test_what_is_written_reads_back(value):
    assert json.loads(to_json(value)) == value


@given(st.lists(VALUES, max_size=5))
def test_an_array_in_pieces_is_the_array_in_one(values):
    assert "".join(json_array(values)) == to_json(values, indent=2) + "\n"


@given(st.lists(VALUES, max_size=5))
def test_each_value_has_one_line(values):
    lines = "".join(json_lines(values)).splitlines()
    assert [json.loads(line) for line in lines] == values
