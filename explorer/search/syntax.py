"""The query tree: nodes with their places in the text, spans for colouring it, messages about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

SpanKind = Literal["field", "operator", "phrase", "word", "value", "negation", "paren", "error"]
Severity = Literal["error", "note"]


class Span(NamedTuple):
    """A coloured piece of the query's text, from `start` up to `end` (offsets of characters)."""

    start: int
    end: int
    kind: SpanKind


@dataclass(frozen=True, slots=True)
class Message:
    """Something to say about text[start:end]: an "error" cannot be meant, a "note" says how it was taken.

    `hint` is what to do about it, `replacement` what could stand at the place instead; both may be empty.
    """

    severity: Severity
    text: str
    start: int
    end: int
    hint: str = ""
    replacement: str = ""

    def __str__(self) -> str:
        return f"{self.text} – {self.hint}" if self.hint else self.text


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


@dataclass(frozen=True, slots=True)
class Term:
    """Words to mark wherever they stand in sequence; with `prefix` the last one may go on."""

    words: tuple[str, ...]
    prefix: bool


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was understood; `root` is None where nothing is asked: every event is meant.

    `spans` are in order and do not overlap; `messages` are in order of their places.
    """

    text: str
    root: Node | None
    messages: tuple[Message, ...]
    terms: tuple[Term, ...]
    spans: tuple[Span, ...]

    @property
    def errors(self) -> tuple[Message, ...]:
        """What cannot be meant; a query with errors is not to be run."""
        return tuple(message for message in self.messages if message.severity == "error")


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
