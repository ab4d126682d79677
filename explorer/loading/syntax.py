"""Syntax errors, told so that somebody who does not know YAML's grammar can mend them."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from yaml import MarkedYAMLError, YAMLError

from explorer.loading.nodes import place_at
from explorer.loading.refusal import RefusalError
from explorer.model import Place

if TYPE_CHECKING:
    from explorer.loading.nodes import AnyMark

_BREAK = re.compile(rb"\r\n?|\n")


class _Wording(NamedTuple):
    """What to say where the parser's phrase matches, and where the fault lies.

    `beginning` is where the broken construct begins, `other line` too if that is not the line where the
    parser gave up; `end` is where it gave up.
    """

    phrase: str
    fault: Literal["beginning", "other line", "end"]
    message: str
    hint: str


# libyaml and the pure Python parser word the same error differently.
_WORDINGS = (
    _Wording(
        "unexpected end of stream",
        "beginning",
        "the quotation mark that opens here is never closed",
        "Close it; between single quotes an apostrophe is written twice.",
    ),
    _Wording("could not find expected ':'", "beginning", 'a key without ":"', 'Write "key: value".'),
    _Wording(
        "',' or '[]}]'",
        "other line",
        "this list or mapping in brackets is not closed, or a comma is missing in it",
        'Quote a text in it that contains ": ", a comma or a bracket.',
    ),
    _Wording(
        "mapping values are not allowed",
        "end",
        'a ":" cannot stand here',
        'Put a text that contains ": " in quotes; if this is a key, check its indentation.',
    ),
    _Wording(
        "sequence entries are not allowed",
        "end",
        'a list item ("- ") cannot begin here',
        "Begin it on a line of its own, or put the text in quotes.",
    ),
    _Wording(
        "cannot start any token", "end", "a text cannot begin with this character", "Put the text in quotes."
    ),
    _Wording(
        "expected key|'-' indicator|expected <block end>",
        "end",
        "a key or a list item is expected here",
        "Check the indentation, and the quotation marks before it.",
    ),
    _Wording(
        "unknown escape|hexadecimal|hexdecimal|escape code",
        "end",
        "this is no escape sequence",
        "Between double quotes write a backslash twice; or use single quotes.",
    ),
)


def syntax_refusal(error: YAMLError, data: bytes, file: str) -> RefusalError:
    """The refusal (`syntax-error`, `tab-indentation`) for an error that the parser raised on this UTF-8."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return RefusalError(Place(file, 0, 0), "syntax-error", f"this is not YAML: {error}", final=True)
    tab = _tab(error.problem_mark, data)
    if tab is not None:
        place = Place(file, error.problem_mark.line + 1, tab + 1)
        return RefusalError(
            place, "tab-indentation", "a tab stands in the indentation", "Indent with spaces."
        )
    problem = error.problem or "unknown error"
    wording = next((known for known in _WORDINGS if re.search(known.phrase, problem)), None)
    if wording is None:
        place = place_at(error.problem_mark, file)
        return RefusalError(place, "syntax-error", f"this is not YAML: {problem}", "Put the text in quotes.")
    return RefusalError(place_at(_fault(error, wording), file), "syntax-error", wording.message, wording.hint)


def line_start(data: bytes, line: int) -> int:
    """The offset where a line begins, counted from 0; the end of the data where it has fewer lines."""
    if line == 0:
        return 0
    found = next(islice(_BREAK.finditer(data), line - 1, None), None)
    return found.end() if found else len(data)


def count_lines(data: bytes, end: int) -> int:
    """How many lines end before an offset."""
    return sum(1 for _ in _BREAK.finditer(data, 0, end))


def _fault(error: MarkedYAMLError, wording: _Wording) -> AnyMark | None:
    beginning, end = error.context_mark, error.problem_mark
    if wording.fault == "end" or beginning is None or end is None:
        return end
    return end if wording.fault == "other line" and beginning.line == end.line else beginning


def _tab(mark: AnyMark, data: bytes) -> int | None:
    """The column, from 0, of a tab in the indentation of a mark's line, or of one at the mark itself."""
    start = line_start(data, mark.line)
    line = data[start : start + 4 * (mark.column + 1)].decode(errors="ignore")
    if line[mark.column : mark.column + 1] == "\t":
        return mark.column
    indentation = line[: len(line) - len(line.lstrip(" \t"))]
    tab = indentation.find("\t")
    return tab if tab >= 0 else None
