"""A long list of events is read item by item; it means what it means when the file is read as a whole."""

from __future__ import annotations

import tempfile
from pathlib import Path
from unittest.mock import patch

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from loading_trial import BASICS, GOOD_EVENT, write

from explorer.loading import contents, entries, event_items, load, shipped_dataset
from explorer.loading.event_list import find_event_list
from explorer.model import Dataset

SIGNS = "\t\n\r :-?[]{}#&*!|>'\"%@`,\\\0\x85\u2028\ufeff\U0001d11eé~0a."

ODD_VALUES = [
    "1960",
    "1960-09-28",
    "Cuba: an island",
    "Cuba # an island",
    "Cuba #1: well",
    "c:d",
    "x",
    "CUB",
    "letter",
    "recognition",
    "'it''s'",
    "'  '",
    "''",
    '""',
    '"said \\"no\\""',
    '"é \u202e"',
    "|\n        one\n        two",
    ">-\n        one\n        two",
    ">-\n        one\n          two",
    ">-\n        one\n       two",
    ">-\n        one \n        two",
    ">-\n        one\n\n        two",
    ">-\n      # no comment",
    "wrapped\n        plain",
    "wrapped\n          - plain",
    "'wrapped\n  - quoted'",
    '"wrapped\n  - id: x\n  - quoted"',
    "[CUB, CHN]",
    "[CUB, CUB]",
    "[CUB, XXX]",
    "[CUB , CHN]",
    "[]",
    "[CUB,CHN]",
    "[a b, c-d]",
    "{}",
    "\n      - CUB\n      - CHN",
    "\n    - CUB",
    "&a CUB",
    "*a",
    "!!str CUB",
    "~",
    "",
    " x",
    "x ",
    "x # comment",
    "-3",
    "+3",
    "3",
    "-",
    "- x",
    "?",
    "? x",
    "@x",
    "x:",
    "\u00a0x",
    "a\u00a0b",
    "%x",
    "---",
]
KEYS = ["id", "date", "countries", "type", "tone", "title", "summary", "tags", "date_stated", "other"]
SOURCE_KEYS = ["document", "quote", "prefix", "suffix", "date", "voice", "note", "other"]
VALUES = st.sampled_from(ODD_VALUES)
PLAIN = {"id": "e", "date": "1960", "countries": "[CUB, CHN]", "type": "visit", "title": "A visit"}
PLAIN_SOURCE = {"document": "letter", "quote": "Cuba recognised China."}
SOURCES = st.lists(
    st.dictionaries(st.sampled_from(SOURCE_KEYS), VALUES, max_size=2).map(lambda odd: PLAIN_SOURCE | odd),
    max_size=2,
)


BEHIND = st.sampled_from(["", "", "", "\n", "\n\n", "# comment\n", "  # comment\n", "    # comment\n"])


@st.composite
def events(draw: st.DrawFn) -> str:
    """An event with an odd value here and there, in the usual or any order of its keys."""
    odd = draw(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=2))
    number = draw(st.integers(0, 30))
    lines = [f"{key}: {value}" for key, value in (PLAIN | {"id": f"e{number}"} | odd).items()]
    margin = draw(st.sampled_from(["      ", "    "]))
    found = draw(SOURCES)
    if found:
        lines.append("sources:\n" + "\n".join(source(item, margin) for item in found))
    if draw(st.booleans()):
        lines = draw(st.permutations(lines))
    behind = draw(BEHIND)
    return "  - " + "\n    ".join(lines) + "\n" + behind


def source(values: dict[str, str], margin: str) -> str:
    """A citation whose dash stands behind a margin."""
    lines = [f"{key}: {value}" for key, value in values.items()]
    return f"{margin}- " + f"\n{margin}  ".join(lines)


HEADS = st.sampled_from(
    [
        "",
        "# comment\n",
        "---\n",
        "types: [{id: summit}]\n",
        "types: []\nevents:\n",
        "types: 'open\n",
        "{types: []}\n",
        "  types: []\n",
        "types: &a\n",
        "!!map\n",
        "x: &a CUB\n",
        "? types\n",
        "types\n",
    ]
)
TAILS = st.sampled_from(["", "", "types: []\n", "...\n", "---\n", "%x\n", "x\n", "  x\n", " #\n"])


def both(files: dict[str, str | bytes]) -> tuple[Dataset, Dataset]:
    """A dataset with every list read item by item, and with every file read as a whole."""
    with tempfile.TemporaryDirectory() as name:
        folder = write(Path(name), files)
        with patch.object(contents, "LARGE", 0):
            piecewise = load(folder)
        with patch.object(contents, "LARGE", 2**60):
            return piecewise, load(folder)


def alike(content: str | bytes, main: str = BASICS) -> Dataset:
    """The dataset of the basic records and a file more, the same in both ways."""
    piecewise, whole = both({"dataset.yaml": main, "more.yaml": content})
    assert piecewise == whole
    return piecewise


ALIAS = (
    "  - id: e0\n    date: 1960\n    countries: [CUB]\n    type: visit\n    title: A visit\n    sources:\n"
    "      - document: *a\n        quote: Cuba recognised China.\n"
)


@settings(max_examples=150, deadline=None)
@example("types: &a\n", [ALIAS], "")
@example("types: &a\n", [ALIAS.replace("*a", '"\u202e"')], "")
@given(HEADS, st.lists(events(), min_size=1, max_size=4), TAILS)
def test_odd_events_mean_the_same(head: str, items: list[str], tail: str) -> None:
    alike(head + "events:\n" + "".join(items) + tail)


PLAIN_FILE = (
    "events:\n"
    + GOOD_EVENT
    + "  - id: two\n    date: 196X\n    countries: [CUB, CHN]\n    type: visit\n    title: 'It''s'\n"
    + "    tone: -3\n    summary: >-\n      folded\n      text\n    tags: [a b, c]\n    sources:\n"
    + '    - document: letter\n      quote: "recognised"\n      date: 1960-09\n      note: x\n\n'
    + "  - id: three\n    date: 1960?\n    countries: [CUB]\n    type: aid\n    title: Aid to é\n"
    + "    sources:\n      - quote: recognised China.\n        document: letter\n        voice: a reader\n"
    + "      - document: letter\n        quote: Cuba\n"
)


@settings(max_examples=250, deadline=None)
@given(st.integers(0, len(PLAIN_FILE) - 1), st.integers(0, 3), st.text(SIGNS, max_size=3))
@example(len(PLAIN_FILE) - 1, 1, "")
def test_any_small_change_means_the_same(start: int, deleted: int, inserted: str) -> None:
    alike((PLAIN_FILE[:start] + inserted + PLAIN_FILE[start + deleted :]).encode())


@pytest.mark.parametrize("parser", [yaml.CSafeLoader, yaml.SafeLoader])
def test_a_file_cut_off_anywhere_means_the_same(parser: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "LOADER", parser)
    for end in range(0, len(PLAIN_FILE), 7):
        alike(PLAIN_FILE[:end])


def test_the_main_file_is_read_item_by_item_too() -> None:
    piecewise, whole = both({"dataset.yaml": BASICS + PLAIN_FILE})
    assert piecewise == whole
    assert [event.id for event in whole.events] == ["good", "two", "three"]
    assert find_event_list((BASICS + PLAIN_FILE).encode()) is not None


def test_records_that_come_in_later_files_are_known() -> None:
    files: dict[str, str | bytes] = {"a.yaml": PLAIN_FILE, "z.yaml": BASICS.replace("letter", "other")}
    piecewise, whole = both(files)
    assert piecewise == whole
    assert {problem.code for problem in whole.problems} >= {"unknown-document"}


def test_the_shipped_dataset_means_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = load(shipped_dataset())
    monkeypatch.setattr(contents, "LARGE", 0)
    assert load(shipped_dataset()) == whole


def test_plain_events_need_no_parser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "LARGE", 0)
    monkeypatch.setattr(event_items, "_collect_items", None)
    plain = PLAIN_FILE.replace(GOOD_EVENT, "")
    dataset = load(write(tmp_path, {"dataset.yaml": BASICS, "more.yaml": plain}))
    assert [event.id for event in dataset.events] == ["two", "three"]
    assert dataset.problems == ()


@pytest.mark.parametrize(
    "content",
    [
        "events:\r\n  - id: a\n",
        "events:\n  - id: a\n---\nevents: []\n",
        "%YAML 1.1\n---\nevents:\n  - id: a\n",
        "events:\n  - id: a\ntypes: []\n",
        "events:\n  - id: a\nevents:\n  - id: b\n",
        "events: [a]\n",
        "events:\n  a: b\n",
        "events: # comment\n  - id: a\n",
        "types: []\n",
        "",
        "events:\n  - id: \ufeffa\n",
    ],
)
def test_where_the_events_are_is_not_guessed(content: str) -> None:
    assert find_event_list(content.encode()) is None


def test_what_is_collected_before_a_doubt_is_forgotten() -> None:
    head = "types: [{id: summit}, {id: visit}]\ncountries: [{id: MEX, name: Mexico}]\n"
    broken = head + PLAIN_FILE + "  - id: 'open\n"
    dataset = alike(broken)
    assert [event.id for event in dataset.events] == ["good", "two", "three"]
    assert [problem.code for problem in dataset.problems] == ["syntax-error"]
