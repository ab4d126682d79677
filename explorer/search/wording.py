"""What a query asks for, part by part, in words: `1960–1964`, `disputed only`, `without ‘visit’`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explorer.dates import EdtfError, describe, parse
from explorer.search.syntax import And, Days, Field, Not, Phrase, Tones, Word
from explorer.search.written import QUOTES, shown

if TYPE_CHECKING:
    from explorer.search.query import Query
    from explorer.search.syntax import Node

_RANGE = re.compile(r"\s*(?:\.\.|[–—])\s*")
_BLANKS = re.compile(r"\s+")
_TONES = {"<": "below ", ">": "above ", "<=": "up to ", ">=": "from "}
_COMPARED = re.compile(r"([<>]=?)\s*(.*)")
_PHRASES = {
    "country": "with {}",
    "between": "between {}",
    "type": "type {}",
    "doc": "citing {}",
    "tag": "tagged {}",
    "id": "id {}",
    "title": "{} in the title",
    "quote": "{} in a quote",
    "text": "{} in a document",
    "before": "before {}",
    "after": "after {}",
    "within": "certainly {}",
    "is": "{} only",
    "tone": "tone {}",
}


def parts_of(query: Query) -> tuple[Node, ...]:
    """The parts of a query that all have to hold, in their order; each can be left out without the others."""
    root = query.root
    return () if root is None else root.operands if isinstance(root, And) else (root,)


def are_words(part: Node) -> bool:
    """Whether a part is just words to look for."""
    return isinstance(part, Word | Phrase)


def is_time(part: Node) -> bool:
    """Whether a part is about when."""
    return isinstance(part, Field) and isinstance(part.value, Days)


def written(part: Node, query: Query) -> str:
    """A part as it stands in the query, on one line."""
    return _BLANKS.sub(" ", query.text[part.start : part.end]).strip()


def in_words(part: Node, query: Query) -> str:
    """What a part of a query asks for."""
    match part:
        case Word() | Phrase():
            return _quoted(written(part, query))
        case Not():
            inner = in_words(part.operand, query)
            return f"without {inner}" if are_words(part.operand) else f"not {inner}"
        case Field():
            return _field(part, query)
        case _:
            return _quoted(written(part, query))


def _field(field: Field, query: Query) -> str:
    value = _value(written(field, query))
    phrase = _PHRASES.get(field.name, "{}")
    if isinstance(field.value, Days):
        return phrase.format(_days(value))
    if isinstance(field.value, Tones):
        return phrase.format(_tones(value))
    if isinstance(field.value, Word | Phrase):
        return phrase.format(_quoted(value))
    return phrase.format(shown(", ".join(filter(None, _names(value)))))


def _value(text: str) -> str:
    """What stands behind a field's colon; the text itself where the field's name stands elsewhere."""
    return text.partition(":")[2].strip() or text


def _names(value: str) -> list[str]:
    return [name.strip(f" {QUOTES}") for name in value.split(",")]


def _days(value: str) -> str:
    bare = value.strip(f" {QUOTES}")
    first, *rest = _RANGE.split(bare)
    if not rest:
        return _date(bare)
    last = rest[0]
    if not first or not last:
        return f"since {_date(first)}" if first else f"until {_date(last)}"
    return f"{_date(first)}–{_date(last)}"


def _date(text: str) -> str:
    try:
        return describe(parse(text))
    except EdtfError:
        return shown(text)


def _tones(value: str) -> str:
    compared = _COMPARED.fullmatch(value)
    if compared:
        return f"{_TONES[compared[1]]}{compared[2]}"
    first, *rest = _RANGE.split(value)
    return f"{first} to {rest[0]}" if rest and first and rest[0] else shown(value)


def _quoted(text: str) -> str:
    return f"‘{shown(text.strip(QUOTES))}’"
