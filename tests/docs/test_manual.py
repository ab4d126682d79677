"""The manual page: current, complete, and clean for the programs that show it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from make_manual import ENVIRONMENT, MANUAL, manual
from roff import escaped, paragraphs

import explorer
from explorer.cli.commands import detente
from explorer.search import FIELDS
from explorer.tui.actions import ACTIONS

MAKE = "run: python tests/docs/make_docs.py"
VARIABLE = re.compile(r'environ(?:\.get\(|\[)"([A-Z][A-Z_]*)"')


def shown() -> str:
    """The page as groff sets it, in one line."""
    found = subprocess.run(
        ["groff", "-man", "-Tutf8", "-rLL=100n", "-P-cbou", str(MANUAL)],
        capture_output=True,
        text=True,
        check=True,
    )
    return re.sub(r"‐\s+", "-", " ".join(found.stdout.split())).replace("−", "-")


def test_the_manual_is_made_from_the_program() -> None:
    assert MANUAL.read_text("ascii") == manual(), MAKE


def test_every_command_option_key_and_field_is_in_it() -> None:
    page = MANUAL.read_text("ascii")
    for name, command in detente.commands.items():
        assert f'.SS "detente {name} ' in page
        for parameter in command.params:
            options = [option for option in parameter.opts if option.startswith("--")]
            assert all(escaped(option) in page for option in options)
    assert all(escaped(action.help) in page for action in ACTIONS)
    assert all(f"{escaped(field)}:" in page for field in FIELDS)
    assert all(name in page for names in ENVIRONMENT for name in names.split(", "))


def test_every_variable_that_the_program_looks_at_is_told() -> None:
    told = {name for names in ENVIRONMENT for name in names.split(", ")}
    sources = [path.read_text("utf-8") for path in Path(explorer.__file__).parent.rglob("*.py")]
    read = {name for text in sources for name in VARIABLE.findall(text)}
    assert {"NO_COLOR", "VISUAL", "COLORFGBG", "DETENTE_DATA"} <= read <= told


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_groff_has_nothing_to_complain_of() -> None:
    found = subprocess.run(
        ["groff", "-man", "-ww", "-b", "-Tutf8", "-z", str(MANUAL)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stderr == ""


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_what_is_read_is_what_was_written() -> None:
    page = shown()
    assert "detente search guevara" in page
    assert "$XDG_CACHE_HOME/detente" in page
    assert """detente search '"missile crisis" OR type:crisis' --sort relevance --limit 5""" in page
    assert 'eval "$(detente completion bash)"' in page


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="mandoc is not installed")
def test_mandoc_finds_no_error() -> None:
    found = subprocess.run(
        ["mandoc", "-Tlint", "-Werror", str(MANUAL)], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not installed")
def test_man_shows_it() -> None:
    found = subprocess.run(["man", "-l", str(MANUAL)], capture_output=True, text=True, check=False)
    if "minimized" in found.stdout + found.stderr:
        pytest.skip("this system's man is a stand-in")
    assert found.returncode == 0
    assert "explore the relations between states" in " ".join(found.stdout.split())


def test_nothing_is_taken_for_a_request_or_an_escape() -> None:
    assert escaped(".SH not a section") == r"\&.SH not a section"
    assert escaped("'quoted' \\n -x ~ ^ ` é") == r"\(aqquoted\(aq \(rsn \-x \(ti \(ha \(ga \[u00E9]"
    assert list(paragraphs("a\nb\n\n\b\n  x\n    y")) == [".P", "a b", ".P", ".EX", "x", "  y", ".EE"]
