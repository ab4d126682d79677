"""Datasets without a defect: what is read is what was written."""

from __future__ import annotations

import gc
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from loading_trial import BASICS, GOOD_EVENT, beside_basics, found, ids, only_event, write

from explorer.loading import entries, load
from explorer.model import Place

EVENTS = "events:\n" + GOOD_EVENT

FULL = """\
title: Full
description: >-
  Folded
  text
license: CC0-1.0
version: 1
countries:
  - id: SUN
    name: Soviet Union
    aliases: [USSR, NO, 007]
    kind: state
    exists: 1922-12-30/1991-12-26
    succeeded_by: RUS
  - {id: RUS, name: Russia}
  - {id: OAS, name: Organisation, kind: organisation}
documents:
  - id: report
    title: Report
    author: A. Author
    publisher: A press
    date: 1961~
    url: https://example.org
    language: en
    license: CC0-1.0
    stance: It speaks for itself
    form: digest
    derived_from: [letter]
    file: report.txt
  - id: letter
    title: Letter
    text: |
      One.
      Two.
types:
  - {id: summit, label: Summit, plover: CONSULT, tone: +2}
events:
  - id: meeting
    date: 1960-09
    countries: [SUN, OAS]
    type: summit
    tone: -1
    title: They meet
    summary: |
      Twice.
    tags: [yes, 1960-09, 007]
    sources:
      - document: letter
        quote: >-
          One.
          Two.
        prefix: "in "
        suffix: " out"
        date: XXXX-04
        voice: reader
        note: No year
"""


def test_every_field_is_read(tmp_path: Path) -> None:
    dataset = load(write(tmp_path, {"dataset.yaml": FULL, "report.txt": "Report\r\n"}))
    assert found(dataset) == []
    assert (dataset.title, dataset.description, dataset.license) == ("Full", "Folded text", "CC0-1.0")
    country, document, event = dataset.countries["SUN"], dataset.documents["report"], only_event(dataset)
    assert (country.name, country.aliases, country.kind) == ("Soviet Union", ("USSR", "NO", "007"), "state")
    assert country.exists is not None
    assert (country.exists.text, country.succeeded_by) == ("1922-12-30/1991-12-26", "RUS")
    assert (document.title, document.author, document.publisher) == ("Report", "A. Author", "A press")
    assert document.date is not None
    assert (document.date.text, document.url, document.language) == (
        "1961~",
        "https://example.org",
        "en",
    )
    assert (document.license, document.stance) == ("CC0-1.0", "It speaks for itself")
    assert (document.form, document.derived_from) == ("digest", ("letter",))
    assert (document.file, document.text) == ("report.txt", "Report\r\n")
    assert (dataset.documents["letter"].file, dataset.documents["letter"].text) == (None, "One.\nTwo.\n")
    assert (dataset.types["summit"].label, dataset.types["summit"].plover) == ("Summit", "CONSULT")
    assert (event.date.text, event.countries, event.type) == ("1960-09", ("SUN", "OAS"), "summit")
    assert (event.tone, event.title, event.summary) == (-1, "They meet", "Twice.")
    assert event.tags == ("yes", "1960-09", "007")
    (source,) = event.sources
    assert (source.document, source.quote, source.prefix, source.suffix) == (
        "letter",
        "One. Two.",
        "in ",
        " out",
    )
    assert source.date is not None
    assert (source.date.text, source.voice, source.note) == ("XXXX-04", "reader", "No year")


def test_every_record_knows_its_place(tmp_path: Path) -> None:
    dataset = load(write(tmp_path, {"dataset.yaml": FULL, "report.txt": ""}))
    file = str(tmp_path / "dataset.yaml")
    assert dataset.countries["SUN"].place == Place(file, 8, 5)
    assert dataset.countries["RUS"].place == Place(file, 14, 5)
    assert dataset.types["summit"].place == Place(file, 35, 5)
    assert dataset.types["visit"].place is None
    assert dataset.events[0].place == Place(file, 37, 5)
    assert dataset.events[0].sources[0].place == Place(file, 48, 16)


def test_files_are_named_as_the_dataset_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "data", {"dataset.yaml": BASICS, "events/one.yaml": EVENTS})
    monkeypatch.chdir(tmp_path)
    assert load(Path("data")).events[0].place.file == "data/events/one.yaml"
    monkeypatch.chdir(tmp_path / "data")
    assert load(Path()).events[0].place.file == "events/one.yaml"
    monkeypatch.chdir(tmp_path / "data" / "events")
    assert load(Path("..")).events[0].place.file == "../events/one.yaml"


def test_a_single_file_is_a_dataset(tmp_path: Path) -> None:
    path = tmp_path / "single.yaml"
    path.write_text(FULL)
    (tmp_path / "report.txt").write_text("Report")
    (tmp_path / "other.yaml").write_text(EVENTS)
    dataset = load(path)
    assert found(dataset) == []
    assert (dataset.path, dataset.title, ids(dataset)) == (path, "Full", ["meeting"])


def test_dataset_yaml_stands_for_its_folder(tmp_path: Path) -> None:
    write(tmp_path, {"dataset.yaml": BASICS, "more.yaml": EVENTS})
    dataset = load(tmp_path / "dataset.yaml")
    assert (dataset.path, ids(dataset)) == (tmp_path, ["good"])


def test_a_folder_without_dataset_yaml_opens_with_a_warning(tmp_path: Path) -> None:
    dataset = load(write(tmp_path / "Trial", {"more.yaml": BASICS.partition("version: 1\n")[2] + EVENTS}))
    assert found(dataset) == [(0, 0, "missing-dataset-file")]
    assert dataset.problems[0].file == str(tmp_path / "Trial" / "dataset.yaml")
    assert (dataset.title, ids(dataset)) == ("Trial", ["good"])


def test_hidden_files_and_folders_are_not_read(tmp_path: Path) -> None:
    write(
        tmp_path,
        {".more.yaml": EVENTS, ".git/more.yaml": EVENTS, "a/.b/more.yaml": EVENTS, "more.txt": EVENTS},
    )
    dataset = beside_basics(tmp_path, "types: []\n")
    assert found(dataset) == []
    assert ids(dataset) == []


def test_files_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    names = ["z.yaml", "b/2.yml", "a.YAML", "b/1.yaml"]
    write(tmp_path, {name: EVENTS.replace("good", name) for name in names})
    assert ids(beside_basics(tmp_path, "types: []\n")) == sorted(names)


def test_progress_counts_the_bytes_of_each_file(tmp_path: Path) -> None:
    folder = write(tmp_path, {"dataset.yaml": BASICS, "a.yaml": EVENTS, "b.yaml": "types: []\n"})
    told: list[tuple[int, int]] = []
    load(folder, lambda done, total: told.append((done, total)))
    sizes = [len(EVENTS), len("types: []\n"), len(BASICS)]
    assert told == [(sum(sizes[:number]), sum(sizes)) for number in (1, 2, 3)]


def failing(done: int, total: int) -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(tmp_path: Path, enabled: bool) -> None:
    seen = []
    try:
        (gc.enable if enabled else gc.disable)()
        load(write(tmp_path, {"dataset.yaml": BASICS}), lambda done, total: seen.append(gc.isenabled()))
        assert gc.isenabled() is enabled
        with pytest.raises(ZeroDivisionError):
            load(tmp_path, failing)
        assert gc.isenabled() is enabled
    finally:
        gc.enable()
    assert seen == [False]


def test_both_parsers_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"dataset.yaml": FULL, "report.txt": ""})
    quick = load(tmp_path)
    monkeypatch.setattr(entries, "LOADER", yaml.SafeLoader)
    assert load(tmp_path) == quick


PLAIN = re.compile("-?[A-Za-z0-9.~](?:[A-Za-z0-9.:_-]*[A-Za-z0-9._-])?")
IDS = st.text("abcdefgh0123456789", min_size=1, max_size=6)
# What YAML can hold in double quotes, and a dataset without a warning.
TEXTS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=30).filter(
    str.strip
)
SPELLINGS = st.sampled_from(
    ["NO", "1960-09", "007", "-0044", "1_000", "0x10", "1:30", "3.10", "True", ".5", "1e3"]
)
QUOTES = st.fixed_dictionaries(
    {"document": st.just("letter"), "quote": TEXTS}, optional={"prefix": TEXTS, "note": TEXTS, "voice": TEXTS}
)
EVENT_RECORDS = st.fixed_dictionaries(
    {
        "id": IDS,
        "date": st.dates().map(str),
        "countries": st.lists(st.sampled_from(["CUB", "CHN"]), min_size=1, unique=True),
        "type": st.sampled_from(["visit", "aid", "vote"]),
        "title": TEXTS | SPELLINGS,
        "sources": st.lists(QUOTES, min_size=1, max_size=3),
    },
    optional={
        "tone": st.integers(-5, 5).map(str),
        "summary": TEXTS | SPELLINGS,
        "tags": st.lists(TEXTS | SPELLINGS, unique=True),
    },
)


def as_block(record: dict[str, object]) -> str:
    """A record as a block of YAML whose texts are in double quotes, the plainest ones without."""
    lines = [f"{key}: {written(value)}" for key, value in record.items()]
    return "  - " + "\n    ".join(lines) + "\n"


def written(value: object) -> str:
    if isinstance(value, str) and PLAIN.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=st.lists(EVENT_RECORDS, max_size=5, unique_by=lambda record: record["id"]))
def test_what_is_read_is_what_was_written(tmp_path: Path, records: list[dict[str, Any]]) -> None:
    dataset = beside_basics(tmp_path, "events:\n" + "".join(map(as_block, records)) + "types: []\n")
    assert found(dataset) == []
    for record, event in zip(records, dataset.events, strict=True):
        assert (event.id, event.date.text, event.title) == (record["id"], record["date"], record["title"])
        assert (list(event.countries), event.type) == (record["countries"], record["type"])
        assert event.tone == (int(record["tone"]) if "tone" in record else None)
        assert (event.summary, list(event.tags)) == (record.get("summary", ""), record.get("tags", []))
        assert len(event.sources) == len(record["sources"])
        for written_source, source in zip(record["sources"], event.sources, strict=True):
            assert all(getattr(source, key) == value for key, value in written_source.items())
