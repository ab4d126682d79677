"""Lints on dates: `date-unsupported` and `dated-after-document`."""

from __future__ import annotations

from pathlib import Path

import pytest
from lint_trial import at, event, trial

TEXT = """\
On 3 January 1961 Cuba broke off relations. Cuba had waited since 1959.

In 1964 Cuba took sides. Cuba did so without a word.

In 1970 Cuba spoke. In 1975 Cuba spoke again.
"""


def test_a_passage_with_another_date_does_not_support_that_of_the_event(tmp_path: Path) -> None:
    found = trial(tmp_path, event("1962", "In 1964 Cuba took sides"), TEXT)
    (problem,) = found.problems
    assert (problem.code, problem.severity, problem.event) == ("date-unsupported", "warning", "event")
    assert at(problem) == found.place("In 1964 Cuba")
    assert problem.message == 'the event "event" is dated 1962, but this passage says 1964'


@pytest.mark.parametrize(
    ("date", "quote"),
    [
        ("1964", "In 1964 Cuba took sides"),
        ("1964-05", "In 1964 Cuba took sides"),
        ("196X", "In 1964 Cuba took sides"),
        ("1975", "In 1970 Cuba spoke. In 1975 Cuba spoke again"),
        ("1962", "Cuba did so without a word"),
        ("1961-01-03", "Cuba had waited since 1959"),
    ],
    ids=["same", "finer", "coarser", "one of two", "no date", "dated by its paragraph"],
)
def test_a_date_that_fits_is_no_slip(tmp_path: Path, date: str, quote: str) -> None:
    assert trial(tmp_path, event(date, quote), TEXT).problems == ()


@pytest.mark.parametrize(
    "acknowledged",
    ["        date: 1964\n", "        note: The speech was known to be earlier.\n"],
    ids=["its date", "a note"],
)
def test_what_the_editor_has_seen_is_no_slip(tmp_path: Path, acknowledged: str) -> None:
    found = trial(tmp_path, event("1962", "In 1964 Cuba took sides", more=acknowledged), TEXT)
    assert found.problems == ()


@pytest.mark.parametrize("date", ["1962~", "1962?", "1962%"])
def test_a_qualified_date_is_not_held_against_the_passage(tmp_path: Path, date: str) -> None:
    assert trial(tmp_path, event(date, "In 1964 Cuba took sides"), TEXT).problems == ()


def test_one_source_that_fits_is_enough(tmp_path: Path) -> None:
    other = "      - {document: paper, quote: In 1970 Cuba spoke}\n"
    assert trial(tmp_path, event("1970", "In 1964 Cuba took sides", more=other), TEXT).problems == ()


def test_a_passage_may_be_from_several_paragraphs(tmp_path: Path) -> None:
    quote = "Cuba did so without a word. In 1970 Cuba spoke"
    assert trial(tmp_path, event("1970", quote), TEXT).problems == ()
    assert trial(tmp_path, event("1966", quote), TEXT).codes == ["date-unsupported"]


def test_an_event_cannot_be_later_than_the_document_that_reports_it(tmp_path: Path) -> None:
    found = trial(tmp_path, event("1991-03", "Cuba did so"), TEXT, document="    date: 1990\n")
    (problem,) = found.problems
    assert (problem.code, problem.event) == ("dated-after-document", "event")
    assert at(problem) == found.place("Cuba did so")
    assert problem.message == 'the event "event" is dated Mar 1991, after paper that reports it (1990)'
    assert "`planned`" in problem.hint


def test_a_document_is_named_once_for_an_event_at_its_first_quote(tmp_path: Path) -> None:
    other = "      - {document: paper, quote: Cuba had waited}\n"
    found = trial(tmp_path, event("1991", "Cuba did so", more=other), TEXT, document="    date: 1990\n")
    (problem,) = found.problems
    assert at(problem) == found.place("Cuba did so")


@pytest.mark.parametrize(
    ("event_date", "document_date", "more"),
    [
        ("1990", "1990", ""),
        ("1990-12", "1990", ""),
        ("1989/1992", "1990", ""),
        ("1991~", "1990", ""),
        ("1991", "1990~", ""),
        ("1991", "1990/..", ""),
        ("1991", "1990", "    tags: [planned]\n"),
    ],
)
def test_an_event_that_is_not_certainly_later_is_no_slip(
    tmp_path: Path, event_date: str, document_date: str, more: str
) -> None:
    found = trial(
        tmp_path, event(event_date, "Cuba did so", more=more), TEXT, document=f"    date: {document_date}\n"
    )
    assert found.problems == ()
