"""Query trees and messages as short texts, for tables of expectations."""

from __future__ import annotations

from explorer.dates import iso_day
from explorer.search import And, Days, Field, Node, Not, Or, Phrase, Query, Tones, Word


def sketch(node: Node | None) -> str:
    """`cuba*` is a prefix, `"a b"` a phrase, `(& a b)` AND, `(| a b)` OR, `-a` NOT, `year=…` a field."""
    match node:
        case None:
            return ""
        case Word():
            return node.text + "*" * node.prefix
        case Phrase():
            return f'"{" ".join(node.words)}"' + "*" * node.prefix
        case Not():
            return f"-{sketch(node.operand)}"
        case And() | Or():
            sign = "&" if isinstance(node, And) else "|"
            return f"({sign} {' '.join(map(sketch, node.operands))})"
        case Field():
            return f"{node.name}={_value(node)}"


def _value(field: Field) -> str:
    match field.value:
        case Days(earliest, latest, certain):
            ends = ("" if day is None else iso_day(day) for day in (earliest, latest))
            return "..".join(ends) + "!" * certain
        case Tones(low, high):
            return f"{low}..{high}"
        case Word() | Phrase():
            return sketch(field.value)
        case names:
            return ",".join(name.text for name in names)


def told(query: Query) -> list[tuple[str, str, str]]:
    """The messages of a query: severity, the piece of the query that is meant, what is said."""
    return [(m.severity, query.text[m.start : m.end], str(m)) for m in query.messages]
