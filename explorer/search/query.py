"""A query as it was understood: its text, tree and terms, spans for colouring it, messages about it.

Apart from the tree itself (`syntax`), because nothing has to be parsed before somebody asks something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from explorer.records import dataclass

if TYPE_CHECKING:
    from explorer.search.syntax import Node

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


NOTHING_ASKED = Query("", None, (), (), ())
"""The empty query, as `parse` would have it."""
