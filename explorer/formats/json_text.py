"""JSON as text that a terminal and a pipe can both take (RFC 8259)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What JSON lets through and a terminal must not get (see explorer.printable), lone surrogates among it.
UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufffe\uffff]")


def to_json(value: object, *, indent: int | None = None, ascii_only: bool = False) -> str:
    """The value as JSON, without a line end; what is unfit for a terminal is escaped.

    With `ascii_only` everything beyond ASCII is.
    """
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent, allow_nan=False)
    return UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def json_array(values: Iterable[object], *, ascii_only: bool = False) -> Iterator[str]:
    """One JSON array, indented by two, in pieces: nothing holds more than one value at a time."""
    opening = "[\n  "
    for value in values:
        yield opening + to_json(value, indent=2, ascii_only=ascii_only).replace("\n", "\n  ")
        opening = ",\n  "
    yield "[]\n" if opening == "[\n  " else "\n]\n"


def json_lines(values: Iterable[object], *, ascii_only: bool = False) -> Iterator[str]:
    """Each value on a line of its own (https://jsonlines.org)."""
    for value in values:
        yield to_json(value, ascii_only=ascii_only) + "\n"
