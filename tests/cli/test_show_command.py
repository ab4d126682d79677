"""`detente show`."""

import json

from explorer.loading import load


def test_an_event_is_shown_with_its_passage_marked_in_context(detente, dataset):
    outcome = detente("show", "quarrel", "--data", dataset)
    assert outcome.status == 0
    assert "Havana recognised Peking in September 1960. »They fell out later«." in outcome.out


def test_json_is_one_object_as_search_gives_it(detente, dataset):
    found = json.loads(detente("search", "id:quarrel", "--data", dataset, "--format", "json").out)
    assert [json.loads(detente("show", "quarrel", "--data", dataset, "--format", "json").out)] == found


def test_yaml_is_an_event_of_a_dataset(detente, dataset, tmp_path):
    written = detente("show", "quarrel", "--data", dataset, "--format", "yaml").out
    events_begin = dataset.read_text().index("events:")
    copy = tmp_path / "copy.yaml"
    copy.write_text(dataset.read_text()[:events_begin] + written, encoding="utf-8")
    assert [event.title for event in load(copy).events] == ["They quarrel over China"]
    assert load(copy).problems == ()


def test_an_unknown_id_exits_with_1_and_names_the_nearest(detente, dataset):
    outcome = detente("show", "recogniton", "--data", dataset)
    assert (outcome.status, outcome.out) == (1, "")
    assert "Did you mean recognition?" in outcome.err


def test_an_id_near_to_nothing_leads_to_the_search(detente, dataset):
    assert "detente search" in detente("show", "zzz", "--data", dataset).err


def test_a_dataset_that_cannot_be_opened_exits_with_2(detente, tmp_path):
    assert detente("show", "quarrel", "--data", tmp_path / "nowhere").status == 2
