from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from explorer.tui.ascii import to_ascii
from explorer.tui.drawing import Run, fit, fit_runs, marked, plural, sparkline
from explorer.tui.terminal import only_ascii


@given(st.text(), st.integers(0, 40))
def test_a_fitted_text_has_exactly_its_width(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


@given(st.lists(st.text()), st.integers(0, 60))
def test_fitted_runs_have_exactly_their_width(texts: list[str], width: int) -> None:
    assert sum(cell_len(run.text) for run in fit_runs([Run(text) for text in texts], width)) == width


@given(st.text())
def test_nothing_that_steers_a_terminal_is_drawn(text: str) -> None:
    drawn = fit(f"\x1b[2J{text}\x9b", 200)
    assert not [character for character in drawn if ord(character) < 32 or 127 <= ord(character) < 160]


def test_runs_that_are_cut_between_two_end_in_an_ellipsis() -> None:
    assert fit_runs([Run("Havana"), Run(". 1 source")], 6) == [Run("Havan…")]
    assert fit_runs([Run("ab", "date"), Run(""), Run("c")], 2) == [Run("a…", "date")]
    assert fit_runs([Run("中国"), Run("c")], 4) == [Run("中 …")]
    assert fit_runs([Run("Havana"), Run("  ")], 6) == [Run("Havana")]


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert fit("recognition", 6) == "recog…"
    assert fit("中国中国", 6) == "中国 …"
    assert fit("abc", 6) == "abc   "


@given(st.text(max_size=30), st.lists(st.integers(0, 30), max_size=8))
def test_marking_loses_nothing(text: str, places: list[int]) -> None:
    edges = sorted({min(place, len(text)) for place in places})
    marks = list(zip(edges[::2], edges[1::2], strict=False))
    assert "".join(run.text for run in marked(text, marks, "", "m")) == text


@given(st.lists(st.integers(0, 1000), max_size=20))
def test_a_sparkline_has_a_bar_for_every_count_and_shows_the_smallest(counts: list[int]) -> None:
    bars = sparkline(counts)
    assert len(bars) == len(counts)
    assert [bar == " " for bar in bars] == [count == 0 for count in counts]


def test_counts_have_thousands_separators() -> None:
    assert plural(1, "event") == "1 event"
    assert plural(100000, "event") == "100,000 events"


@given(st.text())
def test_ascii_drawing_keeps_the_width(text: str) -> None:
    shown = "".join(c for c in text if cell_len(c) and c.isprintable())
    assert to_ascii(shown).isascii()
    assert cell_len(to_ascii(shown)) == sum(cell_len(c) for c in shown)


def test_the_locale_decides_on_ascii() -> None:
    assert only_ascii({"LC_ALL": "C"})
    assert only_ascii({"LANG": "de_DE.ISO-8859-1"})
    assert only_ascii({"LANG": "C", "LC_CTYPE": "C.UTF-8"})
    assert not only_ascii({"LANG": "C.UTF-8"})
    assert not only_ascii({"LC_ALL": "de_DE.utf8", "LANG": "C"})
    assert not only_ascii({"LC_CTYPE": "C.UTF-8"})
    assert not only_ascii({})
