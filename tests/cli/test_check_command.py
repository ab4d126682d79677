"""`detente check`."""

import json

import pytest

from explorer.loading import shipped_dataset

SOURCES = "    sources:\n      - {document: paper, quote: They fell out later}\n"


@pytest.fixture
def with_error(dataset):
    dataset.write_text(dataset.read_text().replace("They fell out later}", "They made up later}"))
    return dataset


@pytest.fixture
def with_warning(dataset):
    dataset.write_text(dataset.read_text().replace(SOURCES, ""))
    return dataset


def test_a_sound_dataset_exits_with_0_and_a_summary(detente, dataset):
    outcome = detente("check", "--data", dataset)
    assert (outcome.status, outcome.out) == (0, "")
    assert outcome.err == "2 events, 1 document: no problems\n"


def test_the_dataset_can_be_given_as_a_word(detente, dataset):
    assert detente("check", dataset).err == detente("check", "--data", dataset).err


def test_a_problem_is_told_with_its_place_its_line_and_a_hint(detente, with_error):
    outcome = detente("check", with_error)
    first, line, caret, hint = outcome.out.splitlines()[:4]
    text = with_error.read_text().splitlines()
    number = next(n for n, written in enumerate(text, 1) if "made up" in written)
    column = text[number - 1].index("They made up") + 1
    assert outcome.status == 1
    assert first.startswith(f"{with_error}:{number}:{column}: error: ")
    assert first.endswith("[quote-missing]")
    assert line.strip() == text[number - 1].strip()
    assert caret.index("^") == column - 1 + 2
    assert hint.startswith("  ")
    assert outcome.err == "2 events, 1 document: 1 error\n"


def test_json_of_a_problem_has_the_promised_keys_in_order(detente, with_error):
    outcome = detente("check", with_error, "--format", "json")
    (problem,) = json.loads(outcome.out)
    assert outcome.status == 1
    assert list(problem) == ["file", "line", "column", "severity", "code", "message", "hint"]
    assert problem["severity"] == "error"


def test_json_without_problems_is_an_empty_array(detente, dataset):
    assert json.loads(detente("check", dataset, "--format", "json").out) == []


def test_a_warning_counts_only_when_strict(detente, with_warning):
    lenient, strict = detente("check", with_warning), detente("check", with_warning, "--strict")
    assert ": warning: " in lenient.out
    assert (lenient.status, strict.status) == (0, 1)


def test_what_looks_like_a_slip_is_a_warning_with_its_code(detente, dataset):
    dataset.write_text(dataset.read_text().replace(", aliases: [Peking]", ""))
    outcome = detente("check", dataset)
    assert outcome.status == 0
    assert ":9:5: warning: " in outcome.out
    assert "[country-not-named]" in outcome.out
    assert outcome.err == "2 events, 1 document: 2 warnings\n"
    assert detente("check", dataset, "--strict").status == 1
    assert {p["code"] for p in json.loads(detente("check", dataset, "--format", "json").out)} == {
        "country-not-named"
    }


def test_what_cannot_be_read_exits_with_2(detente, tmp_path):
    outcome = detente("check", tmp_path / "nowhere")
    assert (outcome.status, outcome.out) == (2, "")
    assert "nowhere" in outcome.err


def test_the_shipped_dataset_has_no_problems(detente):
    assert detente("check", shipped_dataset(), "--strict").status == 0
