"""Whole datasets of dates: one of the specification's own examples, one of texts that are no dates."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from edtf_examples import INVALID, SPECIFICATION
from loading_trial import beside_basics

from explorer.dates import iso_day

EVENT = """\
  - id: event-{number}
    date: {date}
    countries: [CUB, CHN]
    type: recognition
    title: Event {number}
    sources: [{{document: letter, quote: Cuba recognised China.}}]
"""


def in_quotes(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def as_a_person_would(text: str) -> str:
    """A date as it is, but for a set, which YAML would take for a list or a mapping."""
    return in_quotes(text) if text[0] in "[{" else text


def events(dates: Iterable[str]) -> str:
    return "events:\n" + "".join(
        EVENT.format(number=number, date=date) for number, date in enumerate(dates, start=1)
    )


@pytest.mark.parametrize("written", [as_a_person_would, in_quotes])
def test_the_examples_of_the_specification_load_without_a_problem(
    tmp_path: Path, written: Callable[[str], str]
) -> None:
    dataset = beside_basics(tmp_path, events(written(text) for text, *_ in SPECIFICATION))
    assert dataset.problems == ()
    dates = [event.date for event in dataset.events]
    assert [
        (date.text, str(iso_day(date.earliest)), str(iso_day(date.latest)), date.precision) for date in dates
    ] == SPECIFICATION


# Sixty from all over the table, of those that one line of a file can hold and that go wrong at a character,
# not for want of one.
SIXTY = [
    (text, position, reason)
    for text, position, reason, _ in INVALID
    if text.isprintable() and position < len(text) and "'" not in text
][::2][:60]


def test_sixty_texts_that_are_no_dates_are_sixty_errors_at_their_characters(tmp_path: Path) -> None:
    content = events(f"'{text}'" for text, *_ in SIXTY)
    dataset = beside_basics(tmp_path, content)
    lines = content.splitlines()
    assert len(dataset.problems) == len(SIXTY) == 60
    assert dataset.events == ()
    for number, (problem, (text, position, reason)) in enumerate(
        zip(dataset.problems, SIXTY, strict=True), 1
    ):
        line = lines[problem.line - 1]
        assert (problem.severity, problem.code, problem.event) == ("error", "bad-date", f"event-{number}")
        assert line == f"    date: '{text}'"
        assert line[problem.column - 1 :] == f"{text[position:]}'"
        assert reason in problem.message
