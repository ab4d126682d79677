"""`detente schema`."""

import json

from explorer.formats.dataset_schema import dataset_schema


def test_it_prints_the_schema_of_the_format(detente):
    outcome = detente("schema")
    assert (outcome.status, outcome.err) == (0, "")
    assert json.loads(outcome.out) == dataset_schema()


def test_it_needs_no_dataset(detente, monkeypatch, tmp_path):
    monkeypatch.setenv("DETENTE_DATA", str(tmp_path / "nowhere"))
    assert detente("schema").status == 0


def test_it_is_plain_where_the_output_is_not_unicode(program):
    outcome = program("schema", PYTHONIOENCODING="ascii")
    assert json.loads(outcome.stdout.decode("ascii")) == dataset_schema()
