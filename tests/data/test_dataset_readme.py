"""Who follows the dataset's README gets a dataset: its example, its lists and its forms are true."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from explorer.dates import parse
from explorer.event_types import BUILT_IN_TYPES
from explorer.evidence import Verdict, lint, verify
from explorer.evidence.lints.warning import LintCode
from explorer.loading import load
from explorer.loading.schema import CITATION, DATASET, RECORD_KINDS
from explorer.model import COUNTRY_KINDS, DOCUMENT_FORMS

if TYPE_CHECKING:
    from explorer.model import Dataset

README = (Path(__file__).parents[2] / "data" / "README.md").read_text(encoding="utf-8")

SECTIONS = {
    "### The dataset": DATASET,
    **{f"### `{section}`": kind for section, kind in RECORD_KINDS.items()},
    "### `sources` of an event": CITATION,
}


def section(heading: str) -> str:
    """What stands below a heading, up to the next one."""
    (found,) = re.findall(
        rf"^{re.escape(heading)}(?: \(.*\))?\n(.*?)(?=^#)", README, re.MULTILINE | re.DOTALL
    )
    return str(found)


def rows(text: str) -> list[tuple[str, str]]:
    """The rows of a table with two columns."""
    return re.findall(r"^\| (.+?) \| (.+) \|$", text, re.MULTILINE)


def code(text: str) -> list[str]:
    return re.findall(r"`(.+?)`", text)


@pytest.fixture
def example(tmp_path: Path) -> Dataset:
    (text,) = re.findall(r"^```yaml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    (tmp_path / "norway-1905.yaml").write_text(text, encoding="utf-8")
    return load(tmp_path / "norway-1905.yaml")


def test_the_example_opens_without_a_problem(example: Dataset) -> None:
    assert example.problems == ()
    assert len(example.events) == 4


def test_every_quote_of_the_example_is_found(example: Dataset) -> None:
    assert [passage.verdict for passages in verify(example).passages for passage in passages] == ["exact"] * 5


def test_nothing_in_the_example_looks_like_a_slip(example: Dataset) -> None:
    assert lint(example, verify(example)) == ()


def test_every_lint_is_explained_and_no_other() -> None:
    explained = re.findall(r"^\| `(.+?)` \|", README.split("## Checking")[1], re.MULTILINE)
    assert sorted(explained) == sorted(get_args(LintCode))


@pytest.mark.parametrize("heading", SECTIONS)
def test_every_key_of_a_record_is_explained_and_no_other(heading: str) -> None:
    explained = [key for keys, _ in rows(section(heading)) for key in code(keys)]
    assert sorted(explained) == sorted(SECTIONS[heading].keys)


def test_every_built_in_type_is_named() -> None:
    assert code(section("### `types`").split("Add your own")[0]) == list(BUILT_IN_TYPES)


def test_every_kind_of_country_and_every_form_of_document_is_named() -> None:
    assert set(COUNTRY_KINDS) <= set(code(section("### `countries`")))
    assert set(DOCUMENT_FORMS) <= set(code(section("### `documents`")))


def test_every_form_of_date_that_is_shown_is_one() -> None:
    forms = [form for _, shown in rows(section("## Dates")) for form in code(shown)]
    assert len(forms) == 18
    assert [parse(form).text for form in forms] == forms


def test_every_verdict_is_explained() -> None:
    explained = [verdict for verdicts, _ in rows(section("## Evidence")) for verdict in code(verdicts)]
    assert explained == list(get_args(Verdict))
