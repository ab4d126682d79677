"""The file of what a start imports: read as it was written, or not at all."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.imports import bundle

CODE = compile("VALUE = 1", "some.py", "exec")
CONTENTS: bundle.Contents = (
    ["/somewhere"],
    {"/somewhere": (1, 2, 3), "/nowhere": None},
    {"some": ("/somewhere/some.py", None, None, CODE), "pack": ("/p/__init__.py", ["/p"], "/c.pyc", CODE)},
    [("[a-z]", 0, 32, [1, 2, 3], 0, {}, (None,))],
)
WHOLE = bundle.as_bytes(CONTENTS)


def read(folder: Path, content: bytes) -> bundle.Contents | None:
    file = folder / "start.bundle"
    file.write_bytes(content)
    return bundle.read(str(file))


def test_what_was_written_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, WHOLE) == CONTENTS


def test_a_file_that_is_not_there_is_none(tmp_path: Path) -> None:
    assert bundle.read(str(tmp_path / "start.bundle")) is None
    assert bundle.read(str(tmp_path)) is None


def test_a_file_that_ends_too_soon_is_none(tmp_path: Path) -> None:
    assert [length for length in range(len(WHOLE)) if read(tmp_path, WHOLE[:length]) is not None] == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bundles")


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_a_file_with_any_byte_changed_is_none(folder: Path, place: int, change: int) -> None:
    damaged = bytearray(WHOLE)
    damaged[place] ^= change
    assert read(folder, bytes(damaged)) is None


@given(st.binary(max_size=200))
def test_anything_else_is_none(folder: Path, content: bytes) -> None:
    assert read(folder, content) is None
    assert read(folder, bundle.HEAD + content) is None


def test_what_another_python_wrote_is_none(tmp_path: Path) -> None:
    assert sys.version.encode() in WHOLE
    assert read(tmp_path, WHOLE.replace(sys.version.encode(), b"2.7 of another builder", 1)) is None
