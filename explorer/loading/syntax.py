"""Syntax errors, told so that somebody who does not know YAML's grammar can mend them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yaml import MarkedYAMLError, YAMLError

from explorer.loading.lines import count_lines, line_start
from explorer.loading.nodes import Mapping, Scalar, Sequence, is_flow, place_at, place_of
from explorer.loading.refusal import RefusalError
from explorer.model import Place

if TYPE_CHECKING:
    from explorer.loading.nodes import AnyMark, Node


class _Wording(NamedTuple):
    """What to say where the parser's phrase matches, and whether the fault is where the construct begins."""

    phrase: str
    at_beginning: bool
    message: str
    hint: str


_QUOTE_HINT = "Close it; between single quotes an apostrophe is written twice."
_BRACKET_HINT = 'Close it; quote a text in it that contains ": ", a comma or a bracket.'
_TEXT_HINT = "Put the text in quotes."
_COLON_HINT = 'Put a text that contains ": " in quotes; if this is a key, check its indentation.'
_ITEM_HINT = "Begin it on a line of its own, or put the text in quotes."
_INDENTATION_HINT = "Check the indentation, and the quotation marks before it."
_ESCAPE_HINT = "Between double quotes write a backslash twice; or use single quotes."

# libyaml and the pure Python parser word the same error differently.
_WORDINGS = (
    _Wording(
        "unexpected end of stream", True, "the quotation mark that opens here is not closed", _QUOTE_HINT
    ),
    _Wording("could not find expected ':'", True, 'this is a key without ":"', 'Write "key: value".'),
    _Wording("',' or '[]}]'", False, "a comma or a closing bracket is missing here", _BRACKET_HINT),
    _Wording("node content", False, "a value is missing here", _BRACKET_HINT),
    _Wording("mapping values", False, 'a ":" cannot stand here', _COLON_HINT),
    _Wording("sequence entries", False, 'a list item ("- ") cannot begin here', _ITEM_HINT),
    _Wording("cannot start any token", False, "a text cannot begin with this character", _TEXT_HINT),
    _Wording("key|'-' indicator|<block end>", False, "a key or an item is expected here", _INDENTATION_HINT),
    _Wording("unknown escape|hexa?decimal|escape code", False, "this is no escape sequence", _ESCAPE_HINT),
)
_MAY_BE_UNCLOSED_BRACKET = re.compile("',' or '[]}]'|sequence entries|node content")


def syntax_refusal(
    error: YAMLError, data: bytes, file: str, open_nodes: list[Mapping | Sequence]
) -> RefusalError:
    """The refusal (`syntax-error`, `tab-indentation`) for an error that the parser raised on this UTF-8.

    `open_nodes` are the collections that were being read, the outermost first.
    """
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return RefusalError(Place(file, 0, 0), "syntax-error", f"this is not YAML: {error}", final=True)
    stop = _stop(error.problem_mark, data, file)
    return (
        _tab(error.problem_mark, data, file)
        or _unclosed_quote(stop, open_nodes)
        or _unclosed_bracket(stop, error.problem or "", open_nodes)
        or _worded(stop, error)
    )


def _stop(mark: AnyMark, data: bytes, file: str) -> Place:
    """Where the parser gave up; at the end of the file, behind the last thing that is written in it."""
    if line_start(data, mark.line) < len(data):
        return place_at(mark, file)
    end = len(data.rstrip())
    line = count_lines(data, end)
    return Place(file, line + 1, len(data[line_start(data, line) : end].decode()) + 1)


def _tab(mark: AnyMark, data: bytes, file: str) -> RefusalError | None:
    """The fault of a tab in the indentation of a mark's line, or at the mark itself."""
    start = line_start(data, mark.line)
    line = data[start : start + 4 * (mark.column + 1)].decode(errors="ignore")
    indentation = line[: len(line) - len(line.lstrip(" \t"))]
    column = mark.column if line[mark.column : mark.column + 1] == "\t" else indentation.find("\t")
    if column < 0:
        return None
    place = Place(file, mark.line + 1, column + 1)
    return RefusalError(place, "tab-indentation", "a tab stands in the indentation", "Indent with spaces.")


def _unclosed_quote(stop: Place, open_nodes: list[Mapping | Sequence]) -> RefusalError | None:
    """The fault of a quoted scalar that began on an earlier line and ends just before the stop."""
    last = _last_value(open_nodes[-1]) if open_nodes else None
    if not isinstance(last, Scalar) or last.style not in ("'", '"') or last.end_mark is None:
        return None
    place = place_of(last, stop.file)
    if not place.line < last.end_mark.line + 1 == stop.line:
        return None
    message = f"the quotation mark that opens here is not closed before line {stop.line}"
    return RefusalError(place, "syntax-error", message, _QUOTE_HINT)


def _last_value(collection: Mapping | Sequence) -> Node | None:
    values = list(collection.values.values()) if isinstance(collection, Mapping) else collection.items
    return values[-1] if values else None


def _unclosed_bracket(stop: Place, problem: str, open_nodes: list[Mapping | Sequence]) -> RefusalError | None:
    """The fault of a collection in brackets that began on an earlier line."""
    outermost = next((node for node in open_nodes if is_flow(node)), None)
    if outermost is None or not _MAY_BE_UNCLOSED_BRACKET.search(problem):
        return None
    place = place_of(outermost, stop.file)
    if place.line == stop.line:
        return None
    message = f"the bracket that opens here is not closed before line {stop.line}"
    return RefusalError(place, "syntax-error", message, _BRACKET_HINT)


def _worded(stop: Place, error: MarkedYAMLError) -> RefusalError:
    problem = error.problem or "unknown error"
    wording = next((known for known in _WORDINGS if re.search(known.phrase, problem)), None)
    if wording is None:
        return RefusalError(stop, "syntax-error", f"this is not YAML: {problem}", _TEXT_HINT)
    beginning = wording.at_beginning and error.context_mark
    place = place_at(error.context_mark, stop.file) if beginning else stop
    return RefusalError(place, "syntax-error", wording.message, wording.hint)
