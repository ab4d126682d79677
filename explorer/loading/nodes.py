"""The parts of a YAML file, each of which knows where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias, final

from yaml.events import Event, ScalarEvent

from explorer.model import Place

if TYPE_CHECKING:
    from yaml._yaml import Mark as LibyamlMark
    from yaml.error import Mark

    AnyMark: TypeAlias = Mark | LibyamlMark

# The parser's own event serves as the scalar: 300,000 of them pass through in a large file.
Scalar: TypeAlias = ScalarEvent
Node: TypeAlias = "Scalar | Mapping | Sequence"


@final
class Mapping:
    """A YAML mapping: its values and its keys as they are written, both by key."""

    __slots__ = ("keys", "start", "values")

    def __init__(self, start: Event) -> None:
        self.start = start
        self.values: dict[str, Node] = {}
        self.keys: dict[str, Scalar] = {}


@final
class Sequence:
    """A YAML sequence."""

    __slots__ = ("items", "start")

    def __init__(self, start: Event) -> None:
        self.start = start
        self.items: list[Node] = []


class Entry(NamedTuple):
    """A key of a file's outermost mapping with its value, or with one record of the list that is its value.

    Of a broken record the file could not be read to its end.
    """

    key: Scalar
    node: Node
    is_broken: bool = False


def is_flow(node: Mapping | Sequence) -> bool:
    """Whether a collection is written in brackets."""
    return bool(getattr(node.start, "flow_style", False))


def is_nothing(node: Node) -> bool:
    """Whether a key has no value at all: not even an empty text in quotes."""
    return isinstance(node, ScalarEvent) and not node.value and not node.style


def type_of(node: Node) -> str:
    """What a message calls a node."""
    if isinstance(node, Mapping):
        return "a mapping"
    return "a list" if isinstance(node, Sequence) else "a text"


def place_of(node: Node | Event, file: str) -> Place:
    """Where a node begins."""
    mark = (node.start if isinstance(node, (Mapping, Sequence)) else node).start_mark
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 0, 0)


def line_of(node: Node | Event) -> int:
    """The line where a node begins, from 1."""
    return place_of(node, "").line


def column_of(node: Node | Event) -> int:
    """The column where a node begins, from 1."""
    return place_of(node, "").column


def place_at(mark: AnyMark | None, file: str) -> Place:
    """The place of a parser's mark, which counts from 0; that of the whole file where there is none."""
    return Place(file, mark.line + 1, mark.column + 1) if mark is not None else Place(file, 0, 0)


def place_within(scalar: Scalar, offset: int, file: str) -> Place:
    """The place of a scalar's character; where escapes or line ends shift it, that of the scalar."""
    start, end = scalar.start_mark, scalar.end_mark
    quote = 1 if scalar.style in ("'", '"') else 0
    if (
        start
        and end
        and start.line == end.line
        and end.column - start.column == len(scalar.value) + 2 * quote
    ):
        return Place(file, start.line + 1, start.column + 1 + quote + offset)
    return place_at(start, file)
