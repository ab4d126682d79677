"""The line of a file where a problem is, with a caret below."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len

from explorer.loading.contents import MAX_YAML_BYTES
from explorer.loading.files import UnreadableFileError, read_bytes
from explorer.printable import printable

if TYPE_CHECKING:
    from explorer.problems import Problem

_ELLIPSIS = "…"
_TAB = "→"

# No more characters than this share a cell in any text worth showing.
_CHARACTERS_PER_CELL = 4


def excerpt(problem: Problem, width: int = 80) -> str | None:
    """Two lines of at most `width` cells, one or more: the problem's, fit for a terminal, and a caret below.

    The file is read again; None where it has no such line (any more).  A tab is shown as one arrow, and a
    line that is too long is cut on both sides of the column.
    """
    line = _line(problem.file, problem.line)
    if line is None:
        return None
    shown = printable(line.replace("\t", _TAB))
    before, after = _cut(shown, max(0, problem.column - 1), width)
    return f"{before}{after}\n{' ' * cell_len(before)}^"


def _cut(line: str, column: int, width: int) -> tuple[str, str]:
    """What is shown of a line before a column, and from it on, in `width` cells together."""
    enough = _CHARACTERS_PER_CELL * width
    start = max(0, column - enough)
    before, after = line[start:column], line[column : column + enough]
    fits = len(before + after) == len(line) and cell_len(before) + max(1, cell_len(after)) <= width
    half = width // 2
    if not fits and cell_len(before) > half:
        # No character takes more than two cells.
        while before and (over := cell_len(before) - half) >= 0:
            before = before[max(1, over // 2) :]
        before = _ELLIPSIS[:half] + before
    room = width - cell_len(before)
    if cell_len(after) > room or column + enough < len(line):
        while (over := cell_len(after) - room) >= 0:
            after = after[: -max(1, over // 2)]
        after += _ELLIPSIS
    return before, after


def _line(file: str, number: int) -> str | None:
    if number < 1:
        return None
    try:
        status = Path(file).stat()
        lines = _lines(file, status.st_mtime_ns, status.st_size)
    except (OSError, ValueError, UnreadableFileError):
        return None
    if number > len(lines):
        return None
    return lines[number - 1].decode("utf-8-sig" if number == 1 else "utf-8", errors="replace")


@lru_cache(maxsize=1)
def _lines(file: str, _changed: int, _size: int) -> list[bytes]:
    """The lines of a file in one state; problems are shown in the order of their files."""
    return read_bytes(Path(file), MAX_YAML_BYTES).splitlines()
