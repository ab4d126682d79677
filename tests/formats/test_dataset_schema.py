"""The schema beside the loader: what one accepts the other reads without an error."""

from __future__ import annotations

import copy
import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

from explorer.formats.dataset_schema import dataset_schema
from explorer.formats.key_help import KEY_HELP
from explorer.loading import load, shipped_dataset
from explorer.loading import schema as keys
from explorer.problems import Problem

SCHEMA = dataset_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
README = shipped_dataset() / "README.md"

GOOD: dict[str, Any] = {
    "title": "Trial",
    "version": 1,
    "countries": [
        {"id": "CUB", "name": "Cuba", "aliases": ["Havana"], "kind": "state", "exists": "1902/.."},
        {"id": "SUN", "name": "Soviet Union", "succeeded_by": "CUB"},
    ],
    "documents": [
        {"id": "a", "title": "A", "text": "Havana speaks.", "date": 1990, "form": "digest"},
        {"id": "b", "title": "B", "file": "b.txt", "derived_from": ["a"]},
    ],
    "types": [{"id": "summit", "label": "Summit", "plover": "CONSULT", "tone": "+2"}],
    "events": [
        {
            "id": "one",
            "date": "1918-02-06",
            "date_stated": {"text": "24 Jan 1918 O.S.", "calendar": "julian"},
            "countries": ["CUB", "SUN"],
            "type": "summit",
            "tone": -3,
            "title": "A summit",
            "tags": ["x"],
            "sources": [
                {
                    "document": "a",
                    "quote": "Havana speaks",
                    "date": "1918-02-06",
                    "date_stated": {"text": "24 Jan 1918", "calendar": "julian"},
                    "note": "N",
                },
                {"document": "b", "quote": "so it is", "voice": "V"},
            ],
        },
    ],
}
# Anything that a person may write in a place where it does or does not belong.  A number is spelt as YAML's
# own libraries would spell it; those that the schema cannot tell apart are left out (see its docstring).
SCALARS = [
    None, "", " ", "a", "a b", "a\nb", "CUB", "SUN", "b", "b.txt", 1, "1", 1960, 99999, "1960?", "1960-13",
    "24 Jan 1918", "1960-09-28/..", 1.5, True, "digest", "julian", "gregorian", "CONSULT", "+2", "-6", "6",
    "summit", "visit",
]  # fmt: skip
VALUES = [*SCALARS, [], {}, ["CUB"], ["CUB", ""], [None], [["CUB"]], {"text": "1918", "calendar": "julian"}]


class _Dumper(yaml.SafeDumper):
    """Writes no value as nothing at all: the loader takes `null` for a text."""

    def ignore_aliases(self, data: object) -> bool:
        return True


_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))

# What the loader can see and a schema cannot, by the codes of its errors.
BEYOND = {
    "unknown-country", "unknown-document", "unknown-type", "country-unavailable", "document-unavailable",
    "type-unavailable", "duplicate-id", "file-missing", "file-unreadable", "not-text", "date-stated",
    "quote-missing", "quote-changed",
}  # fmt: skip


def errors_of(data: Any) -> list[tuple[str, str]]:
    """The loader's errors in a file with this data, as (code, message), but for those beyond a schema."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "trial.yaml"
        path.write_text(
            yaml.dump(data, Dumper=_Dumper, allow_unicode=True, default_flow_style=False), "utf-8"
        )
        (Path(folder) / "b.txt").write_text("so it is", "utf-8")
        problems = load(path).problems
    return [(p.code, p.message) for p in problems if p.severity == "error" and not is_beyond(p)]


def is_beyond(problem: Problem) -> bool:
    said = "no date beside" in problem.message or '""' in problem.message
    return problem.code in BEYOND and not said


def complaints_of(data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message[:80]}" for error in VALIDATOR.iter_errors(data)]


def places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path to each value in some data."""
    found = [path] if path else []
    if isinstance(node, dict):
        for key, value in node.items():
            found += places(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            found += places(value, (*path, index))
    return found


def parent_of(data: Any, path: tuple[Any, ...]) -> Any:
    for step in path[:-1]:
        data = data[step]
    return data


@st.composite
def changed(draw: st.DrawFn) -> Any:
    """A good dataset with one to three changes: a value replaced, a key deleted, moved or added."""
    data = copy.deepcopy(GOOD)
    for _ in range(draw(st.integers(1, 3))):
        found = places(data)
        if not found:
            break
        path = draw(st.sampled_from(found))
        parent = parent_of(data, path)
        match draw(st.sampled_from(["replace", "replace", "replace", "delete", "add"])):
            case "replace":
                parent[path[-1]] = copy.deepcopy(draw(st.sampled_from(VALUES)))
            case "delete":
                del parent[path[-1]]
            case "add" if isinstance(parent, dict):
                key = draw(st.sampled_from(sorted({k for names in KEY_HELP.values() for k in names})))
                parent[key] = copy.deepcopy(draw(st.sampled_from(VALUES)))
    return data


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_a_good_dataset_passes_both() -> None:
    assert complaints_of(GOOD) == []
    assert errors_of(GOOD) == []


@given(changed())
@settings(max_examples=300, deadline=None)
@example({})
@example({"events": None, "version": None})
@example({"events": "none"})
@example({"events": [None]})
@example({"countries": [{"id": "CUB", "name": "Cuba", "exists": 1}]})
def test_schema_and_loader_agree_on_any_change(data: Any) -> None:
    complaints, errors = complaints_of(data), errors_of(data)
    if not complaints:
        # The number 960 may have been written 0960, which is a year; nobody can tell from a number.
        errors = [each for each in errors if not re.match(r'the date "-?\d{1,3}" is not EDTF', each[1])]
    assert bool(complaints) == bool(errors), (complaints, errors)


@given(changed())
@settings(max_examples=150, deadline=None)
def test_an_editor_that_knows_draft_7_only_says_the_same(data: Any) -> None:
    assert Draft7Validator(SCHEMA).is_valid(data) == VALIDATOR.is_valid(data)


def test_every_key_of_the_loader_has_its_help_and_no_other_does() -> None:
    kinds = [*keys.RECORD_KINDS.values(), keys.DATASET, keys.CITATION, keys.STATED_DATE]
    assert {kind.noun: kind.keys for kind in kinds} == {
        noun: frozenset(told) for noun, told in KEY_HELP.items()
    }


def test_the_shipped_dataset_passes() -> None:
    files = sorted(shipped_dataset().rglob("*.yaml"))
    assert len(files) > 3
    for file in files:
        # As an editor reads YAML 1.2: 1960-09-28 is a text.
        data = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
        assert complaints_of(data) == [], file


def test_the_example_of_the_format_s_page_passes() -> None:
    example = README.read_text("utf-8").partition("```yaml\n")[2].partition("```")[0]
    assert complaints_of(yaml.load(example, yaml.BaseLoader)) == []


@pytest.mark.parametrize("noun", list(KEY_HELP))
def test_help_is_a_sentence(noun: str) -> None:
    assert all(told[0].isupper() and len(told) < 100 for told in KEY_HELP[noun].values())
