"""`detente search`."""

import csv
import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.loading import shipped_dataset


def test_a_query_that_finds_events_exits_with_0(detente, dataset):
    outcome = detente("search", "recognises", "--data", dataset)
    assert outcome.status == 0
    assert "Cuba recognises China" in outcome.out
    assert "1 of 2 events" in outcome.err


def test_a_query_that_finds_nothing_exits_with_1_and_says_what_would(detente, dataset):
    outcome = detente("search", "recognisse", "--data", dataset)
    assert (outcome.status, outcome.out) == (1, "")
    assert "recognise" in outcome.err


def test_a_query_that_cannot_be_meant_exits_with_2_and_a_caret_below_it(detente, dataset):
    outcome = detente("search", "cuba", "yaer:1960", "--data", dataset)
    message, query, caret = outcome.err.splitlines()
    assert (outcome.status, outcome.out) == (2, "")
    assert "yaer:" in message
    assert "year:" in message
    assert query == "  cuba yaer:1960"
    assert caret == "       ^^^^^"


def test_a_dataset_that_cannot_be_opened_exits_with_2(detente, tmp_path):
    outcome = detente("search", "cuba", "--data", tmp_path / "nowhere")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("detente: ")
    assert "nowhere" in outcome.err


def test_several_words_are_one_query(detente, dataset):
    assert detente("search", "china", "quarrel", "--data", dataset).out.count("\n") == 2


def test_a_word_with_a_dash_is_a_negation_and_no_option(detente, dataset):
    outcome = detente("search", "china", "-quarrel", "--data", dataset, "--format", "jsonl")
    assert [json.loads(line)["id"] for line in outcome.out.splitlines()] == ["recognition"]


def test_a_negation_that_begins_with_h_does_not_ask_for_help(detente, dataset):
    assert detente("search", "-honduras", "--data", dataset, "--format", "jsonl").out.count("\n") == 2


def test_an_unknown_option_is_refused(detente, dataset):
    outcome = detente("search", "china", "--fromat", "json", "--data", dataset)
    assert outcome.status == 2
    assert "--fromat" in outcome.err


def test_the_empty_query_finds_every_event(detente, dataset):
    assert len(json.loads(detente("search", "", "--data", dataset, "--format", "json").out)) == 2


def test_json_without_events_is_an_empty_array(detente, dataset):
    outcome = detente("search", "walrus", "--data", dataset, "--format", "json")
    assert (outcome.status, json.loads(outcome.out)) == (1, [])


def test_json_lines_are_the_objects_of_the_array(detente, dataset):
    array = json.loads(detente("search", "", "--data", dataset, "--format", "json").out)
    lines = detente("search", "", "--data", dataset, "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == array


def test_csv_has_a_head_and_a_line_for_each_event(detente, dataset):
    rows = list(csv.DictReader(io.StringIO(detente("search", "", "--data", dataset, "--format", "csv").out)))
    assert [row["id"] for row in rows] == ["recognition", "quarrel"]


def test_a_limit_cuts_the_list_but_not_the_count(detente, dataset):
    outcome = detente("search", "china", "--limit", 1, "--data", dataset)
    assert outcome.out.count("\n") == 2
    assert "2 of 2 events; 1 shown" in outcome.err


def test_relevance_puts_the_title_before_the_rest(detente, dataset):
    by_date = detente("search", "later OR china", "--data", dataset, "--format", "jsonl").out
    by_relevance = detente(
        "search", "later OR quarrel", "--sort", "relevance", "--data", dataset, "--format", "jsonl"
    ).out
    assert json.loads(by_date.splitlines()[0])["id"] == "recognition"
    assert json.loads(by_relevance.splitlines()[0])["id"] == "quarrel"


def test_the_recognition_of_china_is_found_with_both_of_its_sources(detente):
    outcome = detente("search", "country:china recognition", "--format", "json", "--data", shipped_dataset())
    (event,) = [event for event in json.loads(outcome.out) if event["date"] == "1960-09-28"]
    assert outcome.status == 0
    assert event["type"] == "recognition"
    assert {source["date"] for source in event["sources"]} == {"1960-09", "1960-09-28"}
    assert [source["verdict"] for source in event["sources"]] == ["exact", "exact"]


@given(st.lists(st.text(st.characters(exclude_characters="\0"), max_size=12), min_size=1, max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_any_words_at_all_end_in_an_answer(detente, dataset, words):
    assert detente("search", "--data", dataset, "--", *words).status in {0, 1, 2}


@pytest.mark.parametrize("format_", ["table", "json", "jsonl", "csv"])
def test_no_format_sends_control_characters_on(detente, tmp_path, format_):
    path = tmp_path / "wicked.yaml"
    text = 'version: 1\ntitle: "T"\ncountries: [{id: C, name: C}]\nevents:\n'
    text += '  - {id: e, date: 1960, countries: [C], type: visit, title: "a\\x1b[31mb\\x9bc\\u202Ed"}\n'
    path.write_text(text, encoding="utf-8")
    out = detente("search", "", "--data", path, "--format", format_).out
    assert out
    assert not {"\x1b", "\x9b", "\u202e"} & set(out)
