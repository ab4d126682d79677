"""Counts by sets are what counting event by event would give."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from relation_stores import store_of_lines

from explorer.dates import ordinal
from explorer.relations import (
    TONES,
    Pair,
    RelationMatrix,
    Span,
    fitting_window,
    shown_mean,
    span_of,
    tone_series,
)
from explorer.store import Store

KINDS = ["visit", "conflict", "recognition", "agreement", "statement", "cooling"]
DATES = ["1960-03-01", "1961", "196X", "1975-06", "1980/1990", "../1950", "1985/..", "XXXX-04", "0040?"]
COUNTRIES = ["A B", "A C", "B C", "A B C", "A"]
LINES = st.lists(
    st.builds("{} {} {}".format, *(st.sampled_from(each) for each in (DATES, KINDS, COUNTRIES))), max_size=25
)


def tones_between(store: Store, first: str, second: str) -> list[int]:
    return [
        store.tone(number)
        for number, event in enumerate(store.events)
        if first in event.countries and second in event.countries
    ]


@settings(max_examples=60)
@given(LINES)
def test_each_cell_of_the_matrix_is_what_counting_gives(lines: list[str]) -> None:
    store = store_of_lines(lines)
    matrix = RelationMatrix(store)
    for row, first in enumerate("ABC"):
        for column, second in enumerate("ABC"):
            tones = tones_between(store, first, second)
            cell = matrix.cell(row, column)
            assert cell.count == len(tones)
            assert cell.mean == (pytest.approx(mean(tones)) if tones else None)
            assert row == column or cell.count <= matrix.most()


def test_a_matrix_of_chosen_countries_keeps_their_order() -> None:
    matrix = RelationMatrix(store_of_lines(["1960 visit B C"]), ["C", "B"])
    assert [country.id for country in matrix.countries] == ["C", "B"]
    assert matrix.cell(0, 1).count == 1


def test_an_unknown_country_is_an_error() -> None:
    with pytest.raises(KeyError):
        RelationMatrix(store_of_lines([]), ["A", "Z"])


def begun(pair: Pair) -> Iterator[tuple[int, int]]:
    """The day on which each shared event begins, and its tone."""
    for number in pair.shared:
        day = pair.store.events[number].date.earliest
        if day is not None:
            yield day, pair.store.tone(number)


@settings(max_examples=60)
@given(LINES, st.integers(1, 30), st.sampled_from([1, 5, 20]))
def test_a_series_is_what_counting_gives(lines: list[str], steps: int, window: int) -> None:
    pair = Pair(store_of_lines(lines), "A", "B")
    span = span_of(pair)
    events = [*begun(pair)]
    if span is None:
        assert not events
        return
    assert span.first <= min(events)[0] <= max(events)[0] <= span.last
    series = tone_series(pair, span, steps, steps, window)
    bounds = span.days(steps)
    for place in range(steps):
        here = [tone for day, tone in events if bounds[place] <= day < bounds[place + 1]]
        assert [series.points[tone][place] for tone in TONES] == [here.count(tone) for tone in TONES]
        middle, half = span.days(2 * steps)[2 * place + 1], round(window * 365.2425 / 2)
        near = [tone for day, tone in events if abs(day - middle) <= half]
        assert series.means[place] == (pytest.approx(mean(near)) if near else None)


def test_a_span_is_of_whole_years() -> None:
    pair = Pair(store_of_lines(["1960-05-03 visit A B", "1962-01 visit A B", "1700 visit A C"]), "A", "B")
    assert span_of(pair) == Span(ordinal(1960, 1, 1), ordinal(1962, 12, 31))


def test_what_has_no_known_beginning_gives_no_span() -> None:
    assert span_of(Pair(store_of_lines(["../1950 visit A B", "XXXX-04 visit A B"]), "A", "B")) is None


def test_the_window_suits_the_span() -> None:
    windows = [
        fitting_window(Span(ordinal(1900, 1, 1), ordinal(1900 + more, 12, 31))) for more in (0, 15, 80)
    ]
    assert windows == [1, 2, 10]


@pytest.mark.parametrize(
    ("mean_tone", "shown"),
    [(None, ""), (0.0, "0.0"), (-0.04, "0.0"), (0.05, "+0.1"), (-1.25, "-1.2"), (5, "+5.0")],
)
def test_a_mean_has_a_sign(mean_tone: float | None, shown: str) -> None:
    assert shown_mean(mean_tone) == shown
