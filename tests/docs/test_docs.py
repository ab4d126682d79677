"""What the README says of the program is what the program says of itself."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from make_docs import (
    COPY_PICTURE,
    PICTURE,
    README,
    RELATION_PICTURE,
    copy_picture,
    picture,
    relation_picture,
    with_sections,
)

from explorer.search import field_help, parse, run, syntax_help
from explorer.store import Store

MAKE = "run: python tests/docs/make_docs.py"
TEXT = re.compile(r"<text[^>]*>([^<]*)</text>")


def shown(svg: str) -> list[str]:
    """The pieces of text in a picture: what a person reads, whatever the fonts and ids."""
    return [piece.replace("&#160;", " ").strip() for piece in TEXT.findall(svg)]


def test_the_readme_is_made_from_the_program() -> None:
    text = README.read_text(encoding="utf-8")
    assert with_sections(text) == text, MAKE


async def test_the_picture_is_of_the_running_app() -> None:
    assert shown(await picture()) == shown(PICTURE.read_text(encoding="utf-8")), MAKE


async def test_the_picture_of_a_relation_is_of_the_running_app() -> None:
    assert shown(await relation_picture()) == shown(RELATION_PICTURE.read_text(encoding="utf-8")), MAKE


async def test_the_picture_of_the_menu_is_of_the_running_app() -> None:
    assert shown(await copy_picture()) == shown(COPY_PICTURE.read_text(encoding="utf-8")), MAKE


def test_the_picture_shows_a_passage_that_was_searched_for() -> None:
    text = " ".join(shown(PICTURE.read_text(encoding="utf-8")))
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
