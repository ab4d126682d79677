"""The fields of the query language, one entry for each; help screen and README are made from it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from explorer.records import dataclass
from explorer.search import values
from explorer.search.nearest import nearest
from explorer.search.written import Written

if TYPE_CHECKING:
    from explorer.search.syntax import Value

Reader: TypeAlias = Callable[[Written], "Value | None"]


@dataclass(frozen=True, slots=True)
class FieldKind:
    """A field: `read` is one of the readers of `values`; `also` are words that people try for it."""

    name: str
    example: str
    help: str
    read: Reader
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldHelp:
    """A row of the query table: the name, an example, and what the example's kind finds."""

    name: str
    example: str
    help: str


_KINDS = (
    FieldKind(
        "country",
        "country:china",
        "Events of a country: its id, any of its names, or how one begins",
        values.read_country,
        ("state", "nation", "who", "countries", "actor"),
    ),
    FieldKind(
        "between",
        "between:cuba,china",
        "Events that all of these countries have a part in",
        values.read_countries,
        ("relation", "with", "both"),
    ),
    FieldKind(
        "type", "type:visit", "Events of a type: its id or label", values.read_name, ("kind", "category")
    ),
    FieldKind(
        "doc",
        'doc:"bloody origins"',
        "Events that cite a document: its id or words of its title",
        values.read_name,
        ("document", "source", "cites", "citing", "file"),
    ),
    FieldKind("tag", "tag:exile", "Events with a tag", values.read_name, ("label", "keyword", "topic")),
    FieldKind("id", "id:cuba-rec", "Events whose id begins so", values.read_name, ("event",)),
    FieldKind(
        "title", "title:guevara", "Words or a phrase in the title", values.read_words, ("name", "headline")
    ),
    FieldKind(
        "quote",
        'quote:"people\'s republic"',
        "Words or a phrase in a quoted passage",
        values.read_words,
        ("passage", "quotes", "says"),
    ),
    FieldKind(
        "text",
        "text:xinhua",
        "Words or a phrase anywhere in a cited document",
        values.read_words,
        ("body", "content", "fulltext"),
    ),
    FieldKind(
        "date",
        "date:1960-09",
        'Events that may have happened then: any EDTF date, "28 Sep 1960", 1960s, 1960..1964',
        values.read_possible_days,
        ("day", "when", "month", "on", "in", "time"),
    ),
    FieldKind(
        "year",
        "year:1960..1964",
        "The same as date: – also 1960.., ..1964, 1960-1964, 196X",
        values.read_possible_days,
        ("years", "decade", "century", "period"),
    ),
    FieldKind(
        "before",
        "before:1960",
        "Events that may have happened before the date begins",
        values.read_before,
        ("until", "till", "to", "pre"),
    ),
    FieldKind(
        "after",
        "after:1960",
        "Events that may have happened after the date ends",
        values.read_after,
        ("since", "from", "post"),
    ),
    FieldKind(
        "within",
        "within:1960..1964",
        "Events that cannot have happened outside these days",
        values.read_certain_days,
        ("inside", "during", "certainly"),
    ),
    FieldKind(
        "tone",
        "tone:<0",
        "What it did to the relation, from -5 to +5: also >=2, 3, -3..0",
        values.read_tone,
        ("score", "mood", "sentiment"),
    ),
    FieldKind(
        "is",
        "is:disputed",
        "Also is:approximate, is:uncertain, is:unsourced, is:single-source, is:problem",
        values.read_flag,
        ("has", "flag", "are"),
    ),
)

FIELDS = {kind.name: kind for kind in _KINDS}
_NAMES = sorted(FIELDS)
_ALSO = {word: kind.name for kind in _KINDS for word in kind.also}

_SYNTAX = (
    FieldHelp(
        "word",
        "recog cuba",
        "Every word has to be there, or one that begins so; case and accents do not count",
    ),
    FieldHelp("phrase", '"normal relations"', "These very words in sequence"),
    FieldHelp("not", "-visit", "Without it; also NOT visit, -country:cuba and -(visit OR vote)"),
    FieldHelp("or", "visit OR vote", "Either; binds less than the words beside it, so use parentheses"),
    FieldHelp(
        "group", "country:(cuba OR china)", "Parentheses group; behind a field they hold values for it"
    ),
)


def field_help() -> tuple[FieldHelp, ...]:
    """What each field finds, in the order of the query table."""
    return tuple(FieldHelp(f"{kind.name}:", kind.example, kind.help) for kind in _KINDS)


def syntax_help() -> tuple[FieldHelp, ...]:
    """What can be written besides fields: words, phrases, negation, alternatives, groups."""
    return _SYNTAX


@lru_cache(maxsize=256)
def near_field(name: str) -> str | None:
    """The field that was most likely meant by a name that is none."""
    if name in _ALSO:
        return _ALSO[name]
    found = nearest(name, _NAMES, limit=1)
    return found[0] if found else None
