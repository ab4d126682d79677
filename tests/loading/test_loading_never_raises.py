"""Whatever a file holds, a dataset opens."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from loading_trial import BASICS, GOOD_EVENT

from explorer.loading import entries, excerpt, load
from explorer.model import Dataset

FULL = (
    BASICS
    + "  - id: second\n    title: 'It''s'\n    file: gone.txt\n    text: |\n      One.\n        Two.\n"
    + "types: [{id: summit, tone: +2}]\nevents:\n"
    + GOOD_EVENT
    + "  - id: two\n    date: 196X\n    countries: &both\n      - CUB\n      - CHN\n    type: summit\n"
    + '    title: "T"\n'
    + "    summary: >-\n      folded\n      text\n    sources:\n    - document: second\n      quote: One.\n"
    + "  - {id: three, date: 1960, countries: *both, type: visit, title: é𝄞, tags: [a, b]}\n"
)
SIGNS = "\t\n\r :-?[]{}#&*!|>'\"%@`,\\\0\x1b\x85\u2028\ufeff\U0001d11eé~0a"


def opened(content: bytes) -> Dataset:
    """Open a file; every problem has a place in it, or means the whole of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "trial.yaml"
        path.write_bytes(content)
        dataset = load(path)
        lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        for problem in dataset.problems:
            assert 0 <= problem.line <= len(lines)
            assert (problem.line == 0) == (problem.column == 0)
            assert problem.message
            shown = excerpt(problem)
            assert shown is None or (problem.line and shown.count("\n") == 1)
        return dataset


@given(st.binary(max_size=200))
def test_any_bytes_open(content: bytes) -> None:
    assert opened(content).title == "trial" or b"title" in content


@given(st.text(SIGNS, max_size=60))
def test_any_text_of_yamls_own_signs_opens(content: str) -> None:
    assert opened(content.encode()).events == ()


@given(
    st.text(SIGNS, max_size=40),
    st.sampled_from(["title: ", "events:\n  - ", "countries:\n- id: ", "events: ["]),
)
def test_any_text_opens_inside_a_section(content: str, before: str) -> None:
    assert opened((before + content).encode()).documents == {}


@settings(max_examples=300)
@given(st.integers(0, len(FULL) - 1), st.integers(0, 3), st.text(SIGNS, max_size=3))
def test_a_dataset_opens_with_any_small_change(start: int, deleted: int, inserted: str) -> None:
    dataset = opened((FULL[:start] + inserted + FULL[start + deleted :]).encode())
    lost = {"good", "two", "three"} - {event.id for event in dataset.events}
    assert not lost or any(problem.severity == "error" for problem in dataset.problems)


@pytest.mark.parametrize("parser", [yaml.CSafeLoader, yaml.SafeLoader])
def test_a_dataset_opens_wherever_it_is_cut_off(parser: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "LOADER", parser)
    for end in range(0, len(FULL), 3):
        kept = [event.id for event in opened(FULL[:end].encode()).events]
        assert kept[:1] == ["good"] or end < FULL.index("- id: two")


RECORDS = st.recursive(
    st.sampled_from(["", "a", "CUB", "1960", "letter", "+3", '""', "'", "~", "*a", "&a b", "!!int 1"]),
    lambda values: (
        st.lists(values, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(
            st.sampled_from(
                ["id", "date", "countries", "type", "title", "sources", "quote", "name", "text", "x"]
            ),
            values,
            max_size=4,
        ).map(lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items.items()) + "}")
    ),
    max_leaves=12,
)


@given(st.sampled_from(["countries", "documents", "types", "events", "title", "version"]), RECORDS)
def test_any_value_opens_in_any_section(section: str, value: str) -> None:
    assert opened(f"{section}: [{value}]\n{section}: {value}\n".encode()).problems
