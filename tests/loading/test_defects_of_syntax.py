"""What is not YAML, or more of YAML than a dataset may use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from loading_trial import GOOD_EVENT, beside_basics, found, ids

from explorer.loading import anchors, entries, node_reader
from explorer.model import Dataset

BEFORE = "events:\n" + GOOD_EVENT
AFTER = GOOD_EVENT.replace("id: good", "id: after")


@pytest.fixture(params=["libyaml", "pure Python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        entries, "LOADER", yaml.CSafeLoader if request.param == "libyaml" else yaml.SafeLoader
    )


def around(folder: Path, broken: str) -> Dataset:
    """A dataset with a broken record, which begins on line 8, between two good ones."""
    return beside_basics(folder, BEFORE + broken + AFTER)


# The text of a record that begins on line 8, and where its one defect is.
SYNTAX_ERRORS = {
    "a quote that is never closed": ('  - id: a\n    title: "Cuba\n    date: 1960\n', (9, 12)),
    "an apostrophe in single quotes": ("  - id: a\n    title: 'Cuba's'\n    date: 1960\n", (9, 18)),
    "a colon in a plain text": ("  - id: a\n    title: Cuba: a story\n", (9, 16)),
    "a key without a colon": ("  - id: a\n    title\n    date: 1960\n", (9, 5)),
    "a character that needs quotes": ("  - id: a\n    title: @Cuba\n", (9, 12)),
    "a quote that is closed by the next one": (
        '  - id: a\n    sources:\n      - quote: "Cuba\n        document: "letter"\n',
        (10, 16),
    ),
    "a list that is not closed": ("  - id: a\n    countries: [CUB, CHN\n    date: 1960\n", (9, 16)),
    "a bracket too many": ("  - id: a\n    countries: [CUB]]\n", (9, 21)),
    "a key indented too much": ("  - id: a\n    date: 1960\n      title: b\n", (10, 12)),
    "an item where none can be": ("  - id: - a\n", (8, 9)),
    "text after a quoted text": ('  - id: a\n    title: "Cuba" and China\n', (9, 19)),
    "a character outside ASCII before it": ("  - {id: é𝄞,\n     title: @}\n", (9, 13)),
}


@pytest.mark.parametrize(("broken", "place"), SYNTAX_ERRORS.values(), ids=SYNTAX_ERRORS)
def test_a_syntax_error_costs_one_record(tmp_path: Path, broken: str, place: tuple[int, int]) -> None:
    dataset = around(tmp_path, broken)
    assert found(dataset) == [(*place, "syntax-error")]
    assert re.search("line 8 is left out|lines 8 to 9 are left out", dataset.problems[0].message)
    assert dataset.problems[0].hint
    assert ids(dataset) == ["good", "after"]


def test_a_key_indented_too_little_loses_no_record_before_it(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, BEFORE + "   summary: b\n" + AFTER)
    assert found(dataset) == [(8, 4, "syntax-error")]
    assert ids(dataset) == ["good", "after"]


TABS = {
    "before the item": ("\t- id: a\n", (8, 1)),
    "before a key": ("  - id: a\n\tdate: 1960\n", (9, 1)),
    "after spaces": ("  - id: a\n    \tdate: 1960\n", (9, 5)),
    "after the dash": ("  -\tid: a\n", (8, 4)),
    "in a block scalar": ("  - id: a\n    summary: |\n\t  text\n", (10, 1)),
}


@pytest.mark.parametrize(("broken", "place"), TABS.values(), ids=TABS)
def test_a_tab_in_the_indentation_is_told_as_such(
    tmp_path: Path, broken: str, place: tuple[int, int]
) -> None:
    dataset = around(tmp_path, broken)
    assert found(dataset) == [(*place, "tab-indentation")]
    assert dataset.problems[0].hint == "Indent with spaces."
    assert "after" in ids(dataset)


def test_reading_goes_on_at_the_next_outermost_key(tmp_path: Path) -> None:
    dataset = beside_basics(
        tmp_path, "countries:\n  - id: MEX\n    name: [\nevents:\n" + GOOD_EVENT + "documents: @\ntypes: []\n"
    )
    assert found(dataset) == [(3, 11, "syntax-error"), (11, 12, "syntax-error")]
    assert "lines 11 to 11 are left out" in dataset.problems[1].message
    assert ids(dataset) == ["good"]


def test_lists_that_are_not_indented_are_read_on_too(tmp_path: Path) -> None:
    event = "\n".join(line.removeprefix("  ") for line in GOOD_EVENT.splitlines())
    content = f"events:\n- id: @\n{event}\n- id: @\n{event.replace('good', 'after')}\n"
    dataset = beside_basics(tmp_path, content)
    assert found(dataset) == [(2, 7, "syntax-error"), (9, 7, "syntax-error")]
    assert ids(dataset) == ["good", "after"]


def test_windows_line_ends_shift_no_line(tmp_path: Path) -> None:
    broken = '  - id: a\n    title: "Cuba\n'
    dataset = beside_basics(tmp_path, (BEFORE + broken + AFTER + broken).replace("\n", "\r\n"))
    assert found(dataset) == [(9, 12, "syntax-error"), (17, 12, "syntax-error")]
    assert ids(dataset) == ["good", "after"]


def test_records_of_one_line_in_brackets_cannot_be_told_apart_after_an_error(tmp_path: Path) -> None:
    content = "events: [{id: a, title: @}, {id: b}]\ntypes: [{id: summit}]\n"
    dataset = beside_basics(tmp_path, content)
    assert found(dataset) == [(1, 25, "syntax-error")]
    assert "summit" in dataset.types


def test_what_cannot_be_read_on_is_said_to_be_lost(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, BEFORE + "  - id: @\n")
    assert found(dataset) == [(8, 9, "syntax-error")]
    assert "nothing from line 8 on is read" in dataset.problems[0].message
    assert ids(dataset) == ["good"]


def test_a_file_of_broken_records_is_given_up_in_the_end(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, "events:\n" + "  - id: @\n" * 1000 + GOOD_EVENT)
    assert len(dataset.problems) == 100
    assert "nothing from line 101 on is read" in dataset.problems[-1].message


def test_references_to_a_broken_record_are_told_why_it_is_missing(tmp_path: Path) -> None:
    content = 'countries:\n  - id: MEX\n    name: "Mexico\nevents:\n' + GOOD_EVENT.replace("CHN", "MEX")
    dataset = beside_basics(tmp_path, content)
    assert found(dataset) == [(3, 11, "syntax-error"), (7, 22, "country-unavailable")]
    assert dataset.events[0].countries == ("CUB",)


def test_an_explicit_tag_is_ignored(tmp_path: Path) -> None:
    content = BEFORE.replace("1960-09-28", "!!str 1960-09-28").replace("[{doc", "!!python/tuple [{doc")
    dataset = beside_basics(tmp_path, content)
    assert found(dataset) == [(3, 11, "explicit-tag"), (7, 14, "explicit-tag")]
    assert dataset.events[0].date.text == "1960-09-28"
    assert len(dataset.events[0].sources) == 1


def test_a_tag_that_would_run_code_is_a_tag_like_any_other(tmp_path: Path) -> None:
    dataset = around(tmp_path, "  - !!python/object/apply:os.system [exit]\n")
    assert found(dataset) == [(8, 5, "explicit-tag"), (8, 5, "wrong-type")]


def test_a_few_aliases_are_read(tmp_path: Path) -> None:
    content = (
        "events:\n"
        + GOOD_EVENT.replace("[CUB, CHN]", "&both [CUB, CHN]")
        + AFTER.replace("[CUB, CHN]", "*both")
    )
    dataset = beside_basics(tmp_path, content)
    assert found(dataset) == []
    assert [event.countries for event in dataset.events] == [("CUB", "CHN")] * 2


def test_an_alias_of_nothing_is_refused(tmp_path: Path) -> None:
    dataset = around(tmp_path, "  - id: a\n    countries: *both\n    date: 1960\n")
    assert found(dataset) == [(9, 16, "undefined-alias")]
    assert ids(dataset) == ["good", "after"]


def test_a_value_cannot_contain_itself(tmp_path: Path) -> None:
    dataset = around(tmp_path, "  - id: a\n    tags: &tags [a, *tags]\n")
    assert found(dataset) == [(9, 21, "undefined-alias")]
    assert ids(dataset) == ["good", "after"]


def test_aliases_beyond_the_bound_are_refused(tmp_path: Path) -> None:
    half = anchors.MAX_REPEATED_VALUES // 2
    tags = f"tags: &tags [{', '.join(f't{number}' for number in range(half - 1))}]"
    good = BEFORE.replace("    title", f"    {tags}\n    title")
    again = [
        AFTER.replace("after", f"after-{n}").replace("    title", "    tags: *tags\n    title")
        for n in range(3)
    ]
    dataset = beside_basics(tmp_path, good + "".join(again))
    assert found(dataset) == [(27, 11, "too-many-aliases")]
    assert ids(dataset) == ["good", "after-0", "after-1"]


def test_a_key_that_is_no_text_is_refused(tmp_path: Path) -> None:
    dataset = around(tmp_path, "  - {id: a, [x]: y}\n")
    assert found(dataset) == [(8, 13, "bad-key")]
    assert ids(dataset) == ["good", "after"]


@pytest.mark.parametrize("depth", [13, 1000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "[\n     "])
def test_values_nested_too_deep_cost_one_record(tmp_path: Path, opening: str, depth: int) -> None:
    closing = {"[": "]", "{": "}"}.get(opening[0], "")
    dataset = around(tmp_path, f"  - id: a\n    tags:\n     {opening * depth}x{closing * depth}\n")
    (problem,) = dataset.problems
    # The record is the third level, its tags are the fourth.
    assert (problem.code, problem.line) == ("too-deep", 10 if "\n" not in opening else 19)
    if "\n" not in opening:
        assert problem.column == 6 + len(opening) * (node_reader.MAX_DEPTH - 3)
    assert ids(dataset) == ["good", "after"]


def test_blocks_nested_too_deep_cost_one_record(tmp_path: Path) -> None:
    nested = "".join(f"{' ' * indent}a:\n" for indent in range(4, 1004))
    dataset = around(tmp_path, f"  - id: a\n{nested}")
    assert found(dataset) == [(8 + node_reader.MAX_DEPTH - 1, 15, "too-deep")]
    assert ids(dataset) == ["good", "after"]


def test_a_record_of_too_many_values_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(node_reader, "MAX_VALUES", 50)
    dataset = around(tmp_path, f"  - id: a\n    tags: [{', '.join(map(str, range(51)))}]\n")
    assert found(dataset) == [(9, 11, "too-many-values")]
    assert ids(dataset) == ["good", "after"]


def test_a_duplicate_key_is_placed_with_its_first_line(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, BEFORE + "    date: 1961\n    type: visit\n")
    assert found(dataset) == [(8, 5, "duplicate-key"), (9, 5, "duplicate-key")]
    assert "line 3" in dataset.problems[0].message
    assert "line 5" in dataset.problems[1].message
    assert dataset.events[0].date.text == "1960-09-28"


def test_a_duplicate_outermost_key_loses_no_record(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, BEFORE + "types: []\nevents:\n" + AFTER)
    assert found(dataset) == [(9, 1, "duplicate-key")]
    assert "line 1" in dataset.problems[0].message
    assert ids(dataset) == ["good", "after"]


def test_a_key_is_known_as_a_duplicate_after_a_syntax_error(tmp_path: Path) -> None:
    dataset = beside_basics(tmp_path, BEFORE + "  - id: @\n" + AFTER + "events: []\n")
    assert found(dataset) == [(8, 9, "syntax-error"), (15, 1, "duplicate-key")]
    assert "line 1" in dataset.problems[1].message
