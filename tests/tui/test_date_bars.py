from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.dates import parse
from explorer.tui.date_bars import axis_of, bar, scale

TEXTS = st.sampled_from(
    ["1957", "1964", "1960-09", "1960-09-28", "1956/1964", "1989/..", "../1959", "XXXX-04", "-0043"]
)


def drawn(text: str, *others: str, width: int = 40) -> str:
    axis = axis_of([parse(each) for each in (text, *others)], width)
    assert axis is not None
    return "".join(run.text for run in bar(parse(text), axis))


@given(st.lists(TEXTS, min_size=1), st.integers(1, 120))
def test_a_bar_is_as_wide_as_its_axis(texts: list[str], width: int) -> None:
    dates = [parse(text) for text in texts]
    axis = axis_of(dates, width)
    if axis is None:
        assert all(date.earliest is None and date.latest is None for date in dates)
        return
    for date in dates:
        assert sum(len(run.text) for run in bar(date, axis)) == width
    assert sum(len(run.text) for run in scale(axis)) == width


def test_dates_that_conflict_leave_a_gap() -> None:
    early, late = drawn("1957", "1964"), drawn("1964", "1957")
    assert early.rindex("█") + 1 < late.index("█")


def test_a_date_within_another_lies_below_it() -> None:
    month, day = drawn("1960-09", "1960-09-28"), drawn("1960-09-28", "1960-09")
    assert month.index("█") < day.index("█") <= day.rindex("█") <= month.rindex("█")


@pytest.mark.parametrize(("text", "arrow"), [("1989/..", "→"), ("../1959", "←")])
def test_an_open_end_is_an_arrow(text: str, arrow: str) -> None:
    assert arrow in drawn(text, "1970")


def test_an_unknown_year_is_dotted() -> None:
    assert set(drawn("XXXX-04", "1961")) == {"·"}
