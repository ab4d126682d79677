"""References to records that are not there, and records that are there twice."""

from __future__ import annotations

from pathlib import Path

from loading_trial import BASICS, GOOD_EVENT, beside_basics, found, ids, only_event, write

from explorer.loading import load
from explorer.loading.suggestions import Suggester

EVENTS = "events:\n" + GOOD_EVENT


def test_an_unknown_country_is_dropped_and_its_event_stays(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, EVENTS.replace("CHN", "CHM"))
    assert found(dataset) == [(4, 22, "unknown-country")]
    assert dataset.problems[0].hint == "Did you mean CHN?"
    assert dataset.problems[0].event == "good"
    assert only_event(dataset).countries == ("CUB",)


def test_the_name_or_alias_of_a_country_is_answered_with_its_id(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, EVENTS.replace("[CUB, CHN]", "[cuba, Beijing, cub]"))
    assert found(dataset) == [
        (4, 17, "unknown-country"),
        (4, 23, "unknown-country"),
        (4, 32, "unknown-country"),
    ]
    assert [problem.hint for problem in dataset.problems] == [
        "Did you mean CUB?",
        "Did you mean CHN?",
        "Did you mean CUB?",
    ]
    assert only_event(dataset).countries == ()


def test_an_unknown_type_becomes_other(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, EVENTS.replace("type: recognition", "type: recognitoin"))
    assert found(dataset) == [(5, 11, "unknown-type")]
    assert dataset.problems[0].hint == "Did you mean recognition?"
    assert only_event(dataset).type == "other"


def test_a_source_of_an_unknown_document_is_left_out(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, EVENTS.replace("document: letter", "document: lettre"))
    assert found(dataset) == [(7, 26, "unknown-document")]
    assert dataset.problems[0].hint == "Did you mean letter?"
    assert only_event(dataset).sources == ()


def test_references_between_countries_and_documents_are_dropped_alone(tmp_path: Path) -> None:
    content = (
        "countries: [{id: SUN, name: Soviet Union, succeeded_by: RUS}]\n"
        "documents: [{id: copy, title: Copy, text: a, derived_from: [letter, lost]}]\n"
    )
    dataset = beside_basics(tmp_path, content)
    assert found(dataset) == [(1, 57, "unknown-country"), (2, 69, "unknown-document")]
    assert dataset.countries["SUN"].succeeded_by is None
    assert dataset.documents["copy"].derived_from == ("letter",)


def test_records_may_stand_in_any_order_and_file(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.yaml": EVENTS.replace("recognition", "summit"),
            "b.yaml": "types: [{id: summit}]\ncountries: [{id: SUN, name: USSR, succeeded_by: RUS}]\n",
            "c/d.yml": "countries: [{id: RUS, name: Russia}]\n",
        },
    )
    dataset = beside_basics(tmp_path, "types: []\n")
    assert found(dataset) == []
    assert only_event(dataset).type == "summit"
    assert dataset.countries["SUN"].succeeded_by == "RUS"


def test_references_to_a_record_that_was_left_out_say_so(tmp_path: Path) -> None:
    content = (
        "countries: [{id: MEX}]\ndocuments: [{id: lost, title: Lost, file: lost.txt}]\n"
        + EVENTS.replace("CHN", "MEX").replace("letter", "lost")
    )
    dataset = beside_basics(tmp_path, content)
    assert found(dataset) == [
        (1, 13, "missing-key"),
        (2, 43, "file-missing"),
        (6, 22, "country-unavailable"),
        (9, 26, "document-unavailable"),
    ]
    assert f"{tmp_path / 'more.yaml'}:2" in dataset.problems[3].message
    assert only_event(dataset).sources == ()


def test_a_duplicate_id_names_both_places_and_the_first_stands(tmp_path: Path) -> None:
    write(tmp_path, {"later.yaml": "countries: [{id: CUB, name: Kuba}]\ntypes: [{id: a}, {id: a}]\n"})
    dataset = beside_basics(tmp_path, EVENTS + GOOD_EVENT.replace("1960", "1961"))
    assert [(p.file, p.line, p.column, p.code) for p in dataset.problems] == [
        (str(tmp_path / "later.yaml"), 1, 18, "duplicate-id"),
        (str(tmp_path / "later.yaml"), 2, 23, "duplicate-id"),
        (str(tmp_path / "more.yaml"), 8, 9, "duplicate-id"),
    ]
    assert f"{tmp_path / 'dataset.yaml'}:4:5" in dataset.problems[0].message
    assert f"{tmp_path / 'more.yaml'}:2:5" in dataset.problems[2].message
    assert dataset.countries["CUB"].name == "Cuba"
    assert only_event(dataset).date.text == "1960-09-28"


def test_records_of_different_kinds_may_share_an_id(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, EVENTS.replace("id: good", "id: letter"))
    assert found(dataset) == []
    assert ids(dataset) == ["letter"]


def test_problems_are_in_the_order_of_files_lines_and_columns(tmp_path: Path) -> None:
    write(tmp_path, {"z.yaml": "x: 1\n", "a.yaml": "x: 1\n", "dataset.yaml": BASICS + "x: 1\n"})
    (tmp_path / "m.yaml").write_text("events: [{b: 1, a: 2}]\nx: 1\n")
    dataset = load(tmp_path)
    places = [(problem.file, problem.line, problem.column) for problem in dataset.problems]
    assert places == sorted(places)
    assert len({file for file, _, _ in places}) == 4


def test_suggestions_end_when_too_much_was_compared() -> None:
    suggester = Suggester(most=10)
    assert suggester.hint("evnts", ["events"] * 6) == "Did you mean events?"
    assert suggester.hint("evnts", ["events"] * 6) == ""
    assert Suggester().hint("e" * 1000, ["e" * 999]) == ""
