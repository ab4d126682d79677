from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from explorer.loading import excerpt
from explorer.loading.shown_line import _cut
from explorer.problems import Problem


def shown(path: Path, line: int, column: int, width: int = 80) -> str | None:
    return excerpt(
        Problem(file=str(path), line=line, column=column, severity="error", code="test", message="a test"),
        width,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "trial.yaml"


def test_the_caret_stands_under_the_column(file: Path) -> None:
    file.write_text("first\n  date: soon\n")
    assert shown(file, 2, 9) == "  date: soon\n        ^"


def test_the_caret_may_stand_behind_the_line(file: Path) -> None:
    file.write_text("title:\n")
    assert shown(file, 1, 7) == "title:\n      ^"
    assert shown(file, 1, 99) == "title:\n      ^"


def test_a_tab_is_one_arrow(file: Path) -> None:
    file.write_text("a:\n\t\tb: c\n")
    assert shown(file, 2, 2) == "→→b: c\n ^"


def test_wide_characters_take_two_cells_and_combining_ones_none(file: Path) -> None:
    file.write_text("title: 中国 e\u0301 x\n")
    assert shown(file, 1, 14) == "title: 中国 e\u0301 x\n" + " " * 14 + "^"


def test_nothing_in_the_line_reaches_the_terminal(file: Path) -> None:
    file.write_text("title: \x1b[2J\u202ex\n")
    assert shown(file, 1, 13) == "title: ␛[2J�x\n            ^"


def test_a_long_line_is_cut_on_both_sides(file: Path) -> None:
    file.write_text("x" * 1000 + "HERE" + "y" * 1000)
    assert shown(file, 1, 1001, width=20) == "…" + "x" * 9 + "HERE" + "y" * 5 + "…\n" + " " * 10 + "^"
    assert shown(file, 1, 1, width=20) == "x" * 19 + "…\n^"
    assert shown(file, 1, 2004, width=20) == "…" + "y" * 9 + "y\n" + " " * 10 + "^"


def test_a_line_that_just_fits_is_whole(file: Path) -> None:
    file.write_text("x" * 20)
    assert shown(file, 1, 20, width=20) == "x" * 20 + "\n" + " " * 19 + "^"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_end_as_the_loader_counts_them(file: Path, ends: str) -> None:
    file.write_bytes(f"one\u2028still one\x0c{ends}two{ends}".encode())
    assert shown(file, 2, 1) == "two\n^"
    assert shown(file, 3, 1) is None


def test_a_byte_order_mark_is_not_counted(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbfevent: []\n")
    assert shown(file, 1, 1) == "event: []\n^"


def test_bad_bytes_are_shown_as_such(file: Path) -> None:
    file.write_bytes(b"title: caf\xe9 x\n")
    assert shown(file, 1, 11) == "title: caf� x\n          ^"


def test_there_is_none_for_a_whole_file_or_a_missing_one(file: Path, tmp_path: Path) -> None:
    file.write_text("one\n")
    assert shown(file, 0, 0) is None
    assert shown(tmp_path / "gone.yaml", 1, 1) is None
    assert shown(tmp_path, 1, 1) is None
    assert shown(Path("nul\0"), 1, 1) is None


def test_a_file_that_changed_is_read_again(file: Path) -> None:
    file.write_text("one\n")
    assert shown(file, 1, 1) == "one\n^"
    file.write_text("two\n")
    os.utime(file, ns=(0, 12345))
    assert shown(file, 1, 1) == "two\n^"


@given(st.text("ab é中👍\u0301", max_size=300), st.integers(0, 300), st.integers(1, 60))
def test_no_line_is_wider_than_asked_for(line: str, column: int, width: int) -> None:
    before, after = _cut(line, min(column, len(line)), width)
    assert cell_len(before + after) <= width
    assert cell_len(before) < width
