"""Text measured in cells."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, set_cell_size

from explorer.formats.cells import beginning, fit, wrap

WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=60)


def test_short_text_is_filled_up_with_spaces():
    assert fit("Cuba", 6) == "Cuba  "


def test_long_text_is_cut_with_an_ellipsis():
    assert fit("Khrushchev", 5) == "Khru…"


def test_a_wide_character_takes_two_cells():
    assert fit("中国", 5) == "中国 "
    assert fit("中华人民共和国", 6) == "中华 …"


@given(WORDS, st.integers(1, 20))
def test_fitted_text_always_has_exactly_the_width(text, width):
    assert cell_len(fit(text, width)) == width


@given(st.text("a é中\u0301\u200d\ufe0f☎👩", max_size=120), st.integers(-1, 20))
def test_what_is_far_behind_the_end_makes_no_difference_to_what_is_cut(text, width):
    measured = set_cell_size(text, width) if cell_len(text) <= width else set_cell_size(text, width - 1) + "…"
    assert fit(text, width) == (measured if width > 0 else "")
    assert (cell_len(beginning(text, width)) > width) == (cell_len(text) > width)


def test_lines_break_between_words():
    assert wrap("one two three", 7) == "one two\nthree"


def test_each_line_is_indented_and_the_indent_counts():
    assert wrap("one two three", 9, "  ") == "  one two\n  three"


def test_a_word_longer_than_the_line_is_cut():
    assert wrap("abcdefgh ij", 3) == "abc\ndef\ngh\nij"


def test_line_breaks_of_the_text_stay():
    assert wrap("one\n\ntwo", 40) == "one\n\ntwo"


def test_without_a_width_nothing_is_broken():
    assert wrap("one two  three", None, "  ") == "  one two  three"


@given(WORDS, st.integers(2, 20))
def test_wrapped_lines_fit_and_lose_no_word(text, width):
    wrapped = wrap(text, width)
    assert all(cell_len(line) <= width for line in wrapped.split("\n"))
    assert "".join(wrapped.split()) == "".join(text.split())
