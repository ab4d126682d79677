"""`detente stats`."""

import json


def test_the_figures_are_given_as_json(detente, dataset):
    outcome = detente("stats", "--data", dataset, "--format", "json")
    figures = json.loads(outcome.out)
    assert outcome.status == 0
    assert (figures["events"], figures["documents"], figures["citations"]) == (2, 1, 2)


def test_the_figures_are_given_as_text(detente, dataset):
    out = detente("stats", dataset).out
    assert out.startswith("Trial\n")
    assert "Evidence   2 exact" in out


def test_a_dataset_that_cannot_be_opened_exits_with_2(detente, tmp_path):
    assert detente("stats", tmp_path / "nowhere").status == 2
