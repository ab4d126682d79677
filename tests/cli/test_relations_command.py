"""`detente relations`."""

import json


def test_a_relation_is_told_with_its_evidence(detente, dataset):
    outcome = detente("relations", "cuba", "peking", "--data", dataset)
    assert outcome.status == 0
    assert outcome.out.startswith("Cuba and China: 2 shared events, mean tone +1.0\n\nunknown at first\n")
    assert "recognised since 28 Sep 1960\n    Cuba recognises China. (recognition)\n" in outcome.out
    assert "They quarrel over China" in outcome.out


def test_a_relation_is_given_as_json(detente, dataset):
    record = json.loads(detente("relations", "CUB", "CHN", "--data", dataset, "--format", "json").out)
    assert record["countries"] == ["CUB", "CHN"]
    assert (record["count"], record["mean_tone"]) == (2, 1.0)
    assert record["statuses"][-1] == {
        "state": "recognised",
        "since": "1960-09-28",
        "at_the_latest": False,
        "event": "recognition",
        "reason": "",
        "disputed": False,
    }
    assert [event["id"] for event in record["events"]] == ["recognition", "quarrel"]


def test_a_country_that_is_not_known_is_refused_with_the_nearest(detente, dataset):
    outcome = detente("relations", "cuba", "chnia", "--data", dataset)
    assert outcome.status == 2
    assert "Did you mean China?" in outcome.err


def test_a_name_of_several_countries_is_refused(detente, dataset):
    outcome = detente("relations", "c", "china", "--data", dataset)
    assert outcome.status == 2
    assert "can be CHN or CUB" in outcome.err or "can be CUB or CHN" in outcome.err


def test_a_country_has_no_relation_with_itself(detente, dataset):
    outcome = detente("relations", "cuba", "havana", "--data", dataset)
    assert outcome.status == 2
    assert "same country" in outcome.err


def test_two_countries_without_a_shared_event_exit_with_1(detente, dataset):
    text = dataset.read_text(encoding="utf-8").replace("countries: [CUB, CHN]", "countries: [CUB]")
    dataset.write_text(text, encoding="utf-8")
    outcome = detente("relations", "cuba", "china", "--data", dataset)
    assert outcome.status == 1
    assert "0 shared events" in outcome.out
