"""What the README says of the program is what the program says of itself."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from make_docs import README, with_sections
from make_pictures import PICTURES, Picture, drawn, shown

from explorer.search import field_help, parse, run, syntax_help
from explorer.store import Store

MAKE = "run: python tests/docs/make_docs.py"


def test_the_readme_is_made_from_the_program() -> None:
    text = README.read_text(encoding="utf-8")
    assert with_sections(text) == text, MAKE


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
async def test_a_picture_is_of_the_running_app(picture: Picture) -> None:
    assert shown(await drawn(picture)) == shown(picture.path.read_text(encoding="utf-8")), MAKE


def test_the_readme_shows_every_picture() -> None:
    text = README.read_text(encoding="utf-8")
    assert [picture.name for picture in PICTURES if picture.path.name not in text] == []


def test_the_first_picture_shows_a_passage_that_was_searched_for() -> None:
    text = " ".join(shown(PICTURES[0].path.read_text(encoding="utf-8")))
    assert "exact" in text
    assert "September 1960" in text


def test_every_example_of_the_query_table_finds_something(shipped: Store) -> None:
    for row in (*syntax_help(), *field_help()):
        assert run(shipped, parse(row.example)).selection, row.example


def test_every_file_that_the_readme_names_is_there() -> None:
    text = README.read_text(encoding="utf-8")
    for name in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (README.parent / name).exists(), name


def test_the_test_command_is_where_the_check_script_looks_for_it() -> None:
    root = Path(__file__).parents[2]
    script = (root / ".ci" / "run").read_text(encoding="utf-8")
    command = re.search(r"^test_command=\$\((.*)\)$", script, re.MULTILINE)
    assert command
    found = subprocess.run(["bash", "-c", command[1]], cwd=root, capture_output=True, text=True, check=True)
    assert found.stdout.startswith("python3 -m venv .venv && ")
    assert found.stdout.rstrip().endswith(".venv/bin/pytest")
