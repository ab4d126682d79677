"""The query tree: nodes with their places in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from explorer.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Word:
    """One folded word; as a prefix it also finds the words that begin so."""

    text: str
    prefix: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words in sequence; as a prefix the last one may go on."""

    words: tuple[str, ...]
    prefix: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """What somebody wrote for the name of a country, a type, a document, a tag, an event or a flag."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Days:
    """A range of days, both included: proleptic Gregorian ordinals, None for an open end.

    An event that may have happened in the range is found; with `certain` only one that cannot have happened
    outside it.
    """

    earliest: int | None
    latest: int | None
    certain: bool = False


@dataclass(frozen=True, slots=True)
class Tones:
    """A range of tones, both included."""

    low: int
    high: int


Value: TypeAlias = "tuple[Name, ...] | Days | Tones | Word | Phrase"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an event and what it has to be."""

    name: str
    value: Value
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Not:
    """Everything that the operand does not find."""

    operand: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class And:
    """What all of its two or more operands find."""

    operands: tuple[Node, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Or:
    """What any of its two or more operands finds."""

    operands: tuple[Node, ...]
    start: int
    end: int


Node: TypeAlias = "Word | Phrase | Field | Not | And | Or"


def leaves(node: Node | None, negated: bool = False) -> Iterator[tuple[Word | Phrase | Field, bool]]:
    """Each word, phrase and field of a tree in order, and whether it stands under a negation."""
    match node:
        case None:
            return
        case Not():
            yield from leaves(node.operand, not negated)
        case And() | Or():
            for operand in node.operands:
                yield from leaves(operand, negated)
        case _:
            yield node, negated
