"""Reading on after a broken record: one slip costs one record, not the rest of the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yaml import YAMLError

from explorer.loading.anchors import Anchors
from explorer.loading.entries import EntryReader
from explorer.loading.lines import count_lines, line_start
from explorer.loading.nodes import Entry, Mapping, Scalar, Sequence, column_of, is_flow, line_of
from explorer.loading.refusal import RefusalError
from explorer.loading.syntax import syntax_refusal
from explorer.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.loading.yaml_file import YamlFile

# Each attempt copies the rest of the file.
MAX_ATTEMPTS = 100


class _Rest(NamedTuple):
    """What is left of a file from an offset and line on, with as many lines before it as were read.

    `section` is the key whose list it continues, if it begins inside one.
    """

    data: bytes
    offset: int = 0
    line: int = 1
    section: Scalar | None = None


def read_entries(data: bytes, file: YamlFile) -> Iterator[Entry]:
    """The entries of a YAML file in UTF-8.

    Where it is not YAML, or is refused, that is reported, the broken record is given as far as it was read,
    and reading goes on at the next record of the list or the next outermost key.
    """
    anchors, outermost = Anchors(file.name), dict[str, Scalar]()
    rest: _Rest | None = _Rest(data)
    attempts = 0
    while rest is not None:
        reader = EntryReader(rest.data, file, anchors, outermost, rest.section)
        try:
            yield from reader
        except RefusalError as error:
            refusal = error
        except YAMLError as error:
            refusal = syntax_refusal(error, rest.data, file.name, reader.open_nodes)
        else:
            if not outermost:
                file.log.warning(Place(file.name, 0, 0), "empty-file", "the file is empty", "Delete it.")
            return
        attempts += 1
        rest = _rest(data, reader, refusal, rest.offset) if attempts < MAX_ATTEMPTS else None
        _report(refusal, reader, rest, file)
        if reader.record is not None and reader.section is not None:
            yield Entry(reader.section, reader.record, is_broken=True)


def _rest(data: bytes, reader: EntryReader, refusal: RefusalError, read: int) -> _Rest | None:
    """What follows the broken record; None where nothing that could be read does."""
    if refusal.final:
        return None
    broken = line_of(reader.record) if reader.record else refusal.place.line
    found = _beginning(reader).search(data, max(line_start(data, broken), read + 1))
    if found is None:
        return None
    lines = count_lines(data, found.start())
    rest, start = data[found.start() :], found.start()
    if found["key"] or reader.section is None:
        return _Rest(b"\n" * lines + rest, start, lines + 1)
    heading = b" " * _indentation(reader.root) + reader.section.value.encode() + b":\n"
    return _Rest(b"\n" * (lines - 1) + heading + rest, start, lines + 1, reader.section)


def _beginning(reader: EntryReader) -> re.Pattern[bytes]:
    """The beginning of a line with an outermost key or, inside a list, with its next item."""
    beginning = rb"^ {%d}(?P<key>[A-Za-z_][\w-]*:)(?=\s|\Z)" % _indentation(reader.root)
    if reader.items and not is_flow(reader.items):
        beginning += rb"|^ {%d}-(?=\s)" % _indentation(reader.items)
    return re.compile(beginning, re.MULTILINE)


def _indentation(node: Mapping | Sequence | None) -> int:
    return column_of(node) - 1 if node else 0


def _report(refusal: RefusalError, reader: EntryReader, rest: _Rest | None, file: YamlFile) -> None:
    first = line_of(reader.record) if reader.record else refusal.place.line
    if rest is None:
        loss = f"nothing from line {first} on is read" if first else "the file is not read"
    elif reader.record is not None:
        loss = f"the record that begins on line {first} is left out"
    else:
        loss = f"lines {first} to {rest.line - 1} are left out"
    file.log.error(refusal.place, refusal.code, f"{refusal.message}; {loss}", refusal.hint)
