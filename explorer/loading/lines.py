"""Lines of a file in UTF-8, as YAML 1.2 and editors count them: they end in LF, CR LF or CR."""

from __future__ import annotations

import re
from itertools import islice

_BREAK = re.compile(rb"\r\n?|\n")


def line_start(data: bytes, line: int) -> int:
    """The offset where a line begins, counted from 0; the end of the data where it has fewer lines."""
    if line == 0:
        return 0
    found = next(islice(_BREAK.finditer(data), line - 1, None), None)
    return found.end() if found else len(data)


def count_lines(data: bytes, end: int) -> int:
    """How many lines end before an offset."""
    return sum(1 for _ in _BREAK.finditer(data, 0, end))
