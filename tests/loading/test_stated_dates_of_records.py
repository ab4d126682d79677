"""Dates that a record states in another calendar, beside its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from loading_trial import beside_basics, found, only_event

from explorer.model import StatedDate

EVENT = """\
events:
  - id: good
    date: 1918-02-06
    EVENT_STATES
    countries: [CUB, CHN]
    type: recognition
    title: Cuba recognises China
    sources:
      - document: letter
        quote: Cuba recognised China.
        SOURCE_STATES
"""
OLD_STYLE = "{text: 24 Jan 1918 O.S., calendar: julian}"
STATED = StatedDate(text="24 Jan 1918 O.S.", calendar="julian")


def event_with(event: str = "tags: []", source: str = "note: none") -> str:
    """A file with an event, of which line 4 and, in its source, line 11 are given."""
    return EVENT.replace("EVENT_STATES", event).replace("SOURCE_STATES", source)


def test_an_event_and_a_citation_keep_what_is_stated_in_another_calendar(tmp_path: Path) -> None:
    content = event_with(f"date_stated: {OLD_STYLE}", f"{{date: 1918-02, date_stated: {OLD_STYLE}}}"[1:-1])
    dataset = beside_basics(tmp_path, content.replace("1918-02, date", "1918-02\n        date"))
    assert found(dataset) == []
    event = only_event(dataset)
    assert event.date_stated == STATED
    assert event.sources[0].date_stated == STATED


def test_a_record_that_states_nothing_has_none(tmp_path: Path) -> None:
    event = only_event(beside_basics(tmp_path, event_with()))
    assert event.date_stated is None
    assert event.sources[0].date_stated is None


# What is wrong with a stated date: column and code of the problem, part of its message, its hint; is it kept?
DEFECTS = {
    "another day": (
        "{text: 25 Jan 1918, calendar: julian}",
        (25, "date-stated", "is 1918-02-07, which conflicts with the date 1918-02-06"),
        "Write date: 1918-02-07.",
        True,
    ),
    "a date that was not converted": (
        "{text: 6 Feb 1918, calendar: julian}",
        (25, "date-stated", "is 1918-02-19, which conflicts"),
        "Write date: 1918-02-19.",
        True,
    ),
    "no date": (
        "{text: soon, calendar: julian}",
        (25, "date-stated", "cannot be converted: it is no day, month or year"),
        "Write a day, a month or a year.",
        True,
    ),
    "a contradiction": (
        "{text: 6 Feb 1918 N.S., calendar: julian}",
        (25, "date-stated", "means the gregorian calendar"),
        "Write a day, a month or a year.",
        True,
    ),
    "an unknown calendar": (
        "{text: 1918, calendar: mayan}",
        (41, "bad-value", 'calendar cannot be "mayan"'),
        "Write one of julian, gregorian.",
        False,
    ),
    "a misspelt calendar": (
        "{text: 1918, calendar: julain}",
        (41, "bad-value", 'calendar cannot be "julain"'),
        "Did you mean julian?",
        False,
    ),
    "no calendar": (
        "{text: 24 Jan 1918}",
        (18, "missing-key", "this stated date has no calendar"),
        "Write calendar: and its value.",
        False,
    ),
    "an unknown key": (
        "{text: 24 Jan 1918, calendar: julian, era: x}",
        (56, "unknown-key", 'a stated date cannot have the key "era"'),
        "The keys of a stated date are calendar, text.",
        True,
    ),
    "no mapping": (
        "24 Jan 1918",
        (18, "wrong-type", "date_stated must be a mapping, not a text"),
        "Write it in braces, { … }, or one key a line, indented below its own.",
        False,
    ),
}


@pytest.mark.parametrize(("written", "problem", "hint", "kept"), DEFECTS.values(), ids=DEFECTS)
def test_a_defect_of_a_stated_date_is_told_where_it_stands(
    tmp_path: Path, written: str, problem: tuple[int, str, str], hint: str, kept: bool
) -> None:
    dataset = beside_basics(tmp_path, event_with(f"date_stated: {written}"))
    (reported,) = dataset.problems
    column, code, part = problem
    assert (reported.line, reported.column, reported.code) == (4, column, code)
    assert (reported.severity, reported.event) == ("error", "good")
    assert part in reported.message
    assert reported.hint == hint
    assert (only_event(dataset).date_stated is not None) is kept


def test_a_citation_that_states_a_date_needs_a_date(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, event_with(source=f"date_stated: {OLD_STYLE}"))
    (reported,) = dataset.problems
    assert (reported.line, reported.code, reported.hint) == (11, "date-stated", "Write date: 1918-02-06.")
    assert "there is no date beside it" in reported.message
    assert only_event(dataset).sources[0].date_stated == STATED


def test_a_coarser_date_does_not_conflict(tmp_path: Path) -> None:
    content = event_with(f"date_stated: {OLD_STYLE}").replace("date: 1918-02-06", "date: 1918~")
    assert found(beside_basics(tmp_path, content)) == []


def test_a_bad_date_beside_a_stated_one_is_told_once(tmp_path: Path) -> None:
    content = event_with(source=f"date: soon\n        date_stated: {OLD_STYLE}")
    assert [code for _, _, code in found(beside_basics(tmp_path, content))] == ["bad-date"]
