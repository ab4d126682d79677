"""Lints on repetition and use: `duplicate-event` and `document-uncited`; and what all lints share."""

from __future__ import annotations

from pathlib import Path

import pytest
from lint_trial import at, event, trial

from explorer.evidence import lint, verify
from explorer.loading import load, shipped_dataset

TEXT = "Cuba recognised China."


def two(
    first: str, second: str, date: str = "1960", other_date: str = "1960", countries: str = "CHN, CUB"
) -> str:
    return event(date, "Cuba recognised China", id_="first", countries="CUB, CHN", title=first) + event(
        other_date, "Cuba recognised China", id_="second", countries=countries, title=second
    )


@pytest.mark.parametrize(
    "title",
    [
        "Cuba recognises China",
        "Cuba recognizes China",
        "CUBA  recognised the China",
        "Cuba recognises China!",
        "Cúba recognise China",
    ],
)
def test_the_same_title_on_the_same_days_is_told_twice(tmp_path: Path, title: str) -> None:
    found = trial(tmp_path, two("Cuba recognises China", f"'{title}'"), TEXT)
    (problem,) = found.problems
    assert (problem.code, problem.severity, problem.event) == ("duplicate-event", "warning", "second")
    assert at(problem) == found.place("id: second")
    assert f"dataset.yaml:{found.place('id: first')[0]}" in problem.hint


@pytest.mark.parametrize(
    "events",
    [
        two("Cuba accuses China", "China accuses Cuba"),
        two("Cuba meets China", "Cuba does not meet China"),
        two("First round of talks", "Second round of talks"),
        two("Round 1", "Round 2"),
        two("Cuba recognises China", "Cuba recognises China", other_date="1961"),
        two("Cuba recognises China", "Cuba recognises China", countries="CUB"),
        two("Cuba recognises China", "Cuba recognises China", date="XXXX-04", other_date="XXXX-05"),
        two("'!'", "'?'"),
    ],
)
def test_events_that_differ_in_words_days_or_countries_are_two(tmp_path: Path, events: str) -> None:
    assert trial(tmp_path, events, TEXT).codes == []


def test_each_repetition_names_the_first(tmp_path: Path) -> None:
    third = event("1960", TEXT[:-1], id_="third", countries="CUB, CHN", title="Cuba recognises China")
    found = trial(tmp_path, two("Cuba recognises China", "Cuba recognises China") + third, TEXT)
    assert [problem.event for problem in found.problems] == ["second", "third"]
    assert all('repeat "first":' in problem.message for problem in found.problems)


def test_a_document_that_nothing_cites_is_told_at_its_place(tmp_path: Path) -> None:
    found = trial(tmp_path, event("1960", "Cuba"), TEXT, more_documents="  - {id: idle, title: I, text: T}\n")
    (problem,) = found.problems
    assert (problem.code, problem.severity, problem.event) == ("document-uncited", "warning", None)
    assert at(problem) == found.place("{id: idle")
    assert problem.message == 'no event cites the document "idle"'


def test_a_document_that_another_one_repeats_is_of_use(tmp_path: Path) -> None:
    found = trial(
        tmp_path,
        event("1960", "Cuba"),
        TEXT,
        document="    derived_from: [idle]\n",
        more_documents="  - {id: idle, title: I, text: T}\n",
    )
    assert found.problems == ()


def test_an_event_whose_quote_is_not_found_is_left_to_that_error(tmp_path: Path) -> None:
    found = trial(tmp_path, event("1960", "Cuba", countries="CUB, MEX"), TEXT)
    assert found.codes == ["country-not-named"]
    (tmp_path / "paper.txt").write_text("Nothing of it.", encoding="utf-8")
    dataset = load(tmp_path)
    assert lint(dataset, verify(dataset)) == ()


def test_an_event_without_sources_is_left_to_the_loader(tmp_path: Path) -> None:
    cited = event("1960", "Cuba recognised China", id_="cited")
    assert trial(tmp_path, cited + event("1960", countries="MEX"), TEXT).problems == ()


def test_the_shipped_dataset_has_no_slip() -> None:
    dataset = load(shipped_dataset())
    assert lint(dataset, verify(dataset)) == ()
