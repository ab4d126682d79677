"""Lints on countries: `country-outside-lifetime` and `country-not-named`."""

from __future__ import annotations

from pathlib import Path

import pytest
from lint_trial import at, event, trial

LIFETIME = "country-outside-lifetime"


def test_a_state_that_is_gone_takes_no_part_and_its_successor_is_named(tmp_path: Path) -> None:
    found = trial(tmp_path, event("1995", "Moscow spoke", countries="SUN"), "Moscow spoke.")
    (problem,) = found.problems
    assert (problem.code, problem.severity, problem.event) == (LIFETIME, "warning", "event")
    assert at(problem) == found.place("id: event")
    assert problem.message == (
        'the event "event" is dated 1995, but Soviet Union (SUN) existed 30 Dec 1922–26 Dec 1991'
    )
    assert problem.hint == "Its successor was Russia (RUS); mend the date or the country."


def test_before_a_state_was_there_the_one_before_it_is_named(tmp_path: Path) -> None:
    found = trial(tmp_path, event("1980", "Russia spoke", countries="RUS"), "Russia spoke.")
    (problem,) = found.problems
    assert problem.message == 'the event "event" is dated 1980, but Russia (RUS) existed since 26 Dec 1991'
    assert problem.hint.startswith("Before it there was Soviet Union (SUN)")


def test_a_state_without_a_line_has_nobody_to_be_taken_for(tmp_path: Path) -> None:
    (problem,) = trial(tmp_path, event("1890", "Cuba spoke"), "Cuba spoke.").problems
    assert (problem.code, "was" in problem.hint) == (LIFETIME, False)


@pytest.mark.parametrize("date", ["1991-12-26", "1991", "1990/1995", "1995?", "1995~", "XXXX-04"])
def test_a_date_that_may_lie_in_the_lifetime_is_no_slip(tmp_path: Path, date: str) -> None:
    assert trial(tmp_path, event(date, "Moscow spoke", countries="SUN"), "Moscow spoke.").problems == ()


def test_a_country_that_the_cited_paragraphs_do_not_name_is_a_slip(tmp_path: Path) -> None:
    text = "Cuba recognised the People's Republic.\n\nChina was glad."
    found = trial(tmp_path, event("1960", "Cuba recognised", countries="CUB, CHN"), text)
    (problem,) = found.problems
    assert (problem.code, problem.severity, problem.event) == ("country-not-named", "warning", "event")
    assert at(problem) == found.place("id: event")
    assert problem.message == 'no paragraph that the event "event" cites names China (CHN)'
    assert "aliases of CHN" in problem.hint


@pytest.mark.parametrize(
    "paragraph",
    [
        "It spoke. China did not.",
        "BEIJING did not when it spoke.",
        "It spoke of ‘China’.",
        "It spoke of China's aid.",
        "It spoke of Chi-\nna.",
        "It spoke,古巴承认中国。",
        "It spoke of Sino-China trade.",
    ],
)
def test_a_name_or_alias_anywhere_in_the_paragraph_will_do(tmp_path: Path, paragraph: str) -> None:
    quote = "it spoke" if "it spoke" in paragraph else "It spoke"
    assert trial(tmp_path, event("1960", quote, countries="CHN"), paragraph).problems == ()


@pytest.mark.parametrize("paragraph", ["It spoke of Chinatown.", "It spoke of Indochina."])
def test_part_of_a_word_is_no_name(tmp_path: Path, paragraph: str) -> None:
    found = trial(tmp_path, event("1960", "It spoke", countries="CHN"), paragraph)
    assert found.codes == ["country-not-named"]


@pytest.mark.parametrize("name", ["Mexico", "MÉXICO", "Me\u0301xico"])
def test_names_are_read_without_case_and_accents(tmp_path: Path, name: str) -> None:
    assert trial(tmp_path, event("1960", "It spoke", countries="MEX"), f"It spoke to {name}.").problems == ()


def test_a_name_may_be_broken_over_two_lines(tmp_path: Path) -> None:
    text = "It spoke to the Soviet\r\n  Union."
    assert trial(tmp_path, event("1960", "It spoke", countries="SUN"), text).problems == ()


def test_each_source_may_name_another_country(tmp_path: Path) -> None:
    other = "      - {document: paper, quote: China was glad}\n"
    text = "Cuba recognised it.\n\nChina was glad."
    found = trial(tmp_path, event("1960", "Cuba recognised it", countries="CUB, CHN", more=other), text)
    assert found.problems == ()


def test_a_note_that_names_the_country_says_that_it_is_meant(tmp_path: Path) -> None:
    text = "The two governments met."
    events = event(
        "1960", "two governments", countries="CUB, CHN", more="        note: Cuba and China meet.\n"
    )
    assert trial(tmp_path, events, text).problems == ()
    found = trial(tmp_path, events.replace("and China", "and another"), text)
    assert [problem.message for problem in found.problems] == [
        'no paragraph that the event "event" cites names China (CHN)'
    ]
