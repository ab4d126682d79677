"""Defects of a record's own fields."""

from __future__ import annotations

from pathlib import Path

import pytest
from loading_trial import GOOD_EVENT, beside_basics, found, ids, only_event

from explorer.event_types import BUILT_IN_TYPES
from explorer.loading import load
from explorer.model import Dataset

EVENTS = "events:\n" + GOOD_EVENT


def changed(folder: Path, old: str, new: str) -> Dataset:
    """A dataset with one event, of which something was replaced."""
    assert old in EVENTS
    return beside_basics(folder, EVENTS.replace(old, new))


def added(folder: Path, line: str) -> Dataset:
    """A dataset with one event and one line more, the eighth."""
    return beside_basics(folder, f"{EVENTS}    {line}\n")


# Each defect of a field without which an event cannot be: old text, new text, and the problem.
FATAL = {
    "no id": ("id: good\n    date", "date", (2, 5, "missing-key")),
    "an id without a value": ("id: good", "id:", (2, 8, "missing-key")),
    "an empty id": ("id: good", 'id: ""', (2, 9, "bad-id")),
    "an id of white space": ("id: good", 'id: "\\t"', (2, 9, "bad-id")),
    "an id with white space": ("id: good", "id: very good", (2, 9, "bad-id")),
    "an id with a control character": ("id: good", 'id: "a\\a"', (2, 9, "bad-id")),
    "an id that is a list": ("id: good", "id: [good]", (2, 9, "wrong-type")),
    "no date": ("    date: 1960-09-28\n", "", (2, 5, "missing-key")),
    "a date without a value": ("date: 1960-09-28", "date:", (3, 10, "missing-key")),
    "a date that is none": ("1960-09-28", "1960-13-28", (3, 16, "bad-date")),
    "a quoted date that is none": ("1960-09-28", "'1960-13-28'", (3, 17, "bad-date")),
    "a date that is a mapping": ("1960-09-28", "{year: 1960}", (3, 11, "wrong-type")),
    "no countries": ("    countries: [CUB, CHN]\n", "", (2, 5, "missing-key")),
    "an empty list of countries": ("[CUB, CHN]", "[]", (4, 16, "missing-key")),
    "countries that are no list": ("[CUB, CHN]", "CUB", (4, 16, "wrong-type")),
    "no type": ("    type: recognition\n", "", (2, 5, "missing-key")),
    "a blank type": ("type: recognition", "type: ' '", (5, 11, "missing-key")),
    "no title": ("    title: Cuba recognises China\n", "", (2, 5, "missing-key")),
    "a blank title": ("title: Cuba recognises China", 'title: " "', (6, 12, "missing-key")),
    "a title that is a list": ("title: Cuba recognises China", "title: [Cuba]", (6, 12, "wrong-type")),
}


@pytest.mark.parametrize(("old", "new", "problem"), FATAL.values(), ids=FATAL)
def test_an_event_without_a_usable_field_is_left_out(
    tmp_path: Path, old: str, new: str, problem: tuple[int, int, str]
) -> None:
    dataset = changed(tmp_path, old, new)
    assert problem in found(dataset)
    assert {code for _, _, code in found(dataset)} <= {problem[2], "control-character"}
    assert dataset.problems[-1].severity == "error"
    assert "left out" in dataset.problems[-1].message
    assert ids(dataset) == []


def test_countries_of_which_none_is_usable_are_missing(tmp_path: Path) -> None:
    dataset = changed(tmp_path, "[CUB, CHN]", '["", [CUB]]')
    assert found(dataset) == [(4, 16, "missing-key"), (4, 17, "bad-value"), (4, 21, "wrong-type")]
    assert ids(dataset) == []


def test_all_defects_of_an_event_are_told_at_once(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, "events:\n  - id: a\n    date: soon\n    tone: warm\n    titel: A\n")
    codes = [code for _, _, code in found(dataset)]
    assert sorted(codes) == sorted(["missing-key"] * 3 + ["bad-date", "bad-tone", "unknown-key", "unsourced"])
    assert {problem.event for problem in dataset.problems} == {"a"}


# Each defect that an event survives: the line added, the problem's column and code, and a part of its hint.
HARMLESS = {
    "an unknown key": ("sumary: a", 5, "unknown-key", "Did you mean summary?"),
    "a key like no other": ("zzz: a", 5, "unknown-key", "countries, date, date_stated, id"),
    "a tone beyond the range": ("tone: +6", 11, "bad-tone", "-3, 0 or +3"),
    "a tone that is no whole number": ("tone: 1.5", 11, "bad-tone", ""),
    "a tone with a typographic minus": ("tone: −3", 11, "bad-tone", ""),
    "a tone with a needless zero": ("tone: 03", 11, "bad-tone", ""),
    "a tone that is a list": ("tone: [3]", 11, "wrong-type", ""),
    "a summary that is a mapping": ("summary: {a: b}", 14, "wrong-type", ""),
    "tags that are no list": ("tags: trade", 11, "wrong-type", "in brackets"),
    "a tag that is a list": ("tags: [a, [b]]", 15, "wrong-type", ""),
    "an empty tag": ("tags: [a, '']", 15, "bad-value", ""),
}


@pytest.mark.parametrize(("line", "column", "code", "hint"), HARMLESS.values(), ids=HARMLESS)
def test_an_optional_field_that_is_bad_is_left_out_alone(
    tmp_path: Path, line: str, column: int, code: str, hint: str
) -> None:
    dataset = added(tmp_path, line)
    assert found(dataset) == [(8, column, code)]
    assert dataset.problems[0].severity == "error"
    assert dataset.problems[0].event == "good"
    assert hint in dataset.problems[0].hint
    event = only_event(dataset)
    assert (event.tone, event.summary) == (None, "")
    assert event.tags in ((), ("a",))


@pytest.mark.parametrize(("written", "tone"), [("+3", 3), ("-5", -5), ("0", 0), ("'4'", 4), ("-0", 0)])
def test_a_tone_may_have_a_sign(tmp_path: Path, written: str, tone: int) -> None:
    dataset = added(tmp_path, f"tone: {written}")
    assert found(dataset) == []
    assert only_event(dataset).tone == tone


def test_a_country_named_twice_counts_once(tmp_path: Path) -> None:
    dataset = changed(tmp_path, "[CUB, CHN]", "[CUB, CHN, CUB]")
    assert found(dataset) == [(4, 27, "duplicate-value")]
    assert dataset.problems[0].severity == "warning"
    assert only_event(dataset).countries == ("CUB", "CHN")


def test_a_date_with_a_hint_hands_it_on(tmp_path: Path) -> None:
    dataset = changed(tmp_path, "1960-09-28", "1960-9-28")
    assert found(dataset)[0][2] == "bad-date"
    assert dataset.problems[0].hint == "Write 1960-09-28"


def test_the_place_of_a_bad_date_is_that_of_its_scalar_where_columns_are_shifted(tmp_path: Path) -> None:
    dataset = changed(tmp_path, "1960-09-28", '"19\\x360-13-28"')
    assert found(dataset) == [(3, 11, "bad-date")]


@pytest.mark.parametrize("sources", ["    sources: []\n", "    sources:\n", ""])
def test_an_event_without_sources_is_a_warning(tmp_path: Path, sources: str) -> None:
    dataset = beside_basics(tmp_path, EVENTS[: EVENTS.index("    sources")] + sources)
    assert found(dataset) == [(2, 5, "unsourced")]
    assert dataset.problems[0].severity == "warning"
    assert only_event(dataset).sources == ()


# Each defect of a source: the list that replaces the event's, and the problems.
SOURCES = {
    "an empty quote": ('[{document: letter, quote: ""}]', [(7, 41, "empty-quote")]),
    "a blank quote": ("[{document: letter, quote: ' '}]", [(7, 41, "empty-quote")]),
    "a quote without a value": ("[{document: letter, quote: }]", [(7, 41, "empty-quote")]),
    "no quote": ("[{document: letter}]", [(7, 15, "missing-key")]),
    "a quote that is a list": ("[{document: letter, quote: [a]}]", [(7, 41, "wrong-type")]),
    "no document": ("[{quote: a}]", [(7, 15, "missing-key")]),
    "a source that is a text": ("[letter]", [(7, 15, "wrong-type")]),
    "sources that are no list": ("letter", [(7, 14, "wrong-type")]),
    "a single source that is no list": ("{document: letter, quote: a}", [(7, 14, "wrong-type")]),
}


@pytest.mark.parametrize(("sources", "problems"), SOURCES.values(), ids=SOURCES)
def test_a_source_that_is_bad_is_left_out_and_its_event_stays(
    tmp_path: Path, sources: str, problems: list[tuple[int, int, str]]
) -> None:
    dataset = changed(tmp_path, "[{document: letter, quote: Cuba recognised China.}]", sources)
    assert found(dataset) == problems
    assert dataset.problems[0].event == "good"
    assert only_event(dataset).sources == ()


def test_a_defect_of_an_optional_field_leaves_the_source(tmp_path: Path) -> None:
    dataset = changed(tmp_path, "quote: Cuba", "date: 1960-00, vioce: a reader, quote: Cuba")
    assert [(line, code) for line, _, code in found(dataset)] == [(7, "bad-date"), (7, "unknown-key")]
    assert dataset.problems[1].hint == "Did you mean voice?"
    (source,) = only_event(dataset).sources
    assert (source.date, source.voice, source.place.column) == (None, "", 73)


# Each defect of another record: line 2 of the file, the problem's column and code, and whether it is kept.
OTHERS = {
    "a country without a name": ("countries: [{id: MEX}]", 13, "missing-key", False),
    "a country without an id": ("countries: [{name: Mexico}]", 13, "missing-key", False),
    "a kind that is none": ("countries: [{id: MEX, name: Mexico, kind: stat}]", 43, "bad-value", True),
    "a lifetime that is none": ("countries: [{id: MEX, name: Mexico, exists: ever}]", 45, "bad-date", True),
    "aliases that are no list": (
        "countries: [{id: MEX, name: Mexico, aliases: Mex}]",
        46,
        "wrong-type",
        True,
    ),
    "a document without a title": ("documents: [{id: a, text: b}]", 13, "missing-key", False),
    "a document without a text": ("documents: [{id: a, title: b}]", 13, "missing-key", False),
    "a text that is a list": ("documents: [{id: a, title: b, text: [c]}]", 37, "wrong-type", False),
    "text and file": ("documents: [{id: a, title: b, text: c, file: d}]", 46, "text-and-file", True),
    "a form that is none": ("documents: [{id: a, title: b, text: c, form: diget}]", 46, "bad-value", True),
    "a type without an id": ("types: [{label: Summit}]", 9, "missing-key", False),
    "a category that is none": ("types: [{id: a, plover: CONSULTS}]", 25, "bad-value", True),
    "a default tone that is none": ("types: [{id: a, tone: 9}]", 23, "bad-tone", True),
    "an event that is a text": ("events: [soon]", 10, "wrong-type", False),
    "events that are a mapping": ("events: {id: a}", 9, "wrong-type", False),
    "events that are a text": ("events: none", 9, "wrong-type", False),
}


@pytest.mark.parametrize(("record", "column", "code", "kept"), OTHERS.values(), ids=OTHERS)
def test_other_records_are_held_to_the_same_rules(
    tmp_path: Path, record: str, column: int, code: str, kept: bool
) -> None:
    dataset = beside_basics(tmp_path, f"# first line\n{record}\n")
    assert found(dataset) == [(2, column, code)]
    assert dataset.problems[0].event is None
    own = len(dataset.countries) + len(dataset.documents) + len(dataset.types) - len(BUILT_IN_TYPES) - 3
    assert own == kept


def test_a_good_word_is_suggested_for_a_bad_one(tmp_path: Path) -> None:
    dataset = beside_basics(
        tmp_path, "countries: [{id: A, name: a, kind: organization}, {id: B, name: b, kind: x}]\n"
    )
    assert [problem.hint for problem in dataset.problems] == [
        "Did you mean organisation?",
        "Write one of state, organisation, movement.",
    ]


def test_a_built_in_type_may_be_replaced(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, "types: [{id: visit, label: State visit, plover: CONSULT, tone: 3}]\n")
    assert found(dataset) == []
    assert dataset.types["visit"].label == "State visit"
    assert len(dataset.types) == len(BUILT_IN_TYPES)


def test_a_type_has_a_label_and_a_tone_of_its_own_accord(tmp_path: Path) -> None:
    kind = beside_basics(tmp_path, "types: [{id: arms-deal}]\n").types["arms-deal"]
    assert (kind.label, kind.plover, kind.tone) == ("Arms deal", "", 0)


# The defects of what a dataset says of itself.
METADATA = {
    "no title": ("version: 1\n", [(1, 1, "missing-key", "warning")]),
    "no version": ("title: A\n", [(1, 1, "bad-version", "warning")]),
    "another version": ("title: A\nversion: 2\n", [(2, 10, "bad-version", "error")]),
    "a version that is a list": ("title: A\nversion: [1]\n", [(2, 10, "wrong-type", "error")]),
    "a title that is a mapping": ("title: {a: b}\nversion: 1\n", [(1, 8, "wrong-type", "error")]),
    "an unknown key": ("title: A\nversion: 1\nlicence: MIT\n", [(3, 1, "unknown-key", "error")]),
}


@pytest.mark.parametrize(("content", "problems"), METADATA.values(), ids=METADATA)
def test_metadata_has_its_defects_too(
    tmp_path: Path, content: str, problems: list[tuple[int, int, str, str]]
) -> None:
    path = tmp_path / "single.yaml"
    path.write_text(content)
    dataset = load(path)
    assert [(p.line, p.column, p.code, p.severity) for p in dataset.problems] == problems
    assert dataset.title in ("A", "single")


def test_metadata_belongs_into_dataset_yaml(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, "version: 1\nevent: []\n")
    assert found(dataset) == [(1, 1, "unknown-key"), (2, 1, "unknown-key")]
    assert [problem.hint for problem in dataset.problems] == [
        "Move it to the dataset.yaml of the dataset's folder.",
        "Did you mean events?",
    ]
