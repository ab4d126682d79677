"""One record's YAML mapping: what it is called, and what is reported of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from explorer.loading.nodes import Mapping, Node, Scalar, type_of
from explorer.loading.schema import EVENT
from explorer.loading.wording import quoted

if TYPE_CHECKING:
    from explorer.loading.schema import RecordKind
    from explorer.loading.yaml_file import YamlFile
    from explorer.model import Place


_HINTS = {
    "a text": "Write it on the line of its key; put it in quotes if it begins with a bracket.",
    "a mapping": "Write it in braces, { … }, or one key a line, indented below its own.",
    "a list": "Write it in brackets, [ … ], or one item a line, each after a dash.",
}

DUPLICATE_HINT = "Give one of them another id."


class RecordNode:
    """A record as it is written, and the reports of its defects."""

    __slots__ = ("_event", "file", "kind", "node")

    def __init__(self, node: Mapping, kind: RecordKind, file: YamlFile, event: str | None = None) -> None:
        """Take a mapping for a record of a kind; `event` is the id of the event that it is a part of."""
        self.node = node
        self.kind = kind
        self.file = file
        self._event = event

    @property
    def id(self) -> str:
        """The record's id as written; empty where it has none."""
        written = self.node.values.get("id")
        return written.value if isinstance(written, Scalar) else ""

    @property
    def name(self) -> str:
        """How a message calls the record."""
        return f"the {self.kind.noun} {quoted(self.id)}" if self.id else f"this {self.kind.noun}"

    @property
    def event(self) -> str | None:
        """The id of the event that the record is, or is a part of."""
        return self.id or None if self.kind is EVENT else self._event

    @property
    def place(self) -> Place:
        """Where the record begins."""
        return self.file.place(self.node)

    def place_of(self, key: str) -> Place:
        """Where the value of a key begins, or the record if it has no such key."""
        return self.file.place(self.node.values.get(key, self.node))

    def error(self, node: Node, code: str, message: str, hint: str = "") -> None:
        """Report an error where a node of this record begins."""
        self.file.error(node, code, message, hint, self.event)

    def warning(self, node: Node, code: str, message: str, hint: str = "") -> None:
        """Report a warning where a node of this record begins."""
        self.file.warning(node, code, message, hint, self.event)

    def report_missing(self, key: str) -> None:
        """Report a key that has no value, for want of which the record is left out."""
        node = self.node.values.get(key, self.node)
        message = f"{self.name} has no {key}; it is left out"
        self.error(node, "missing-key", message, f"Write {key}: and its value.")

    def report_type(
        self, node: Node, key: str, expected: Literal["a text", "a list", "a mapping"], *, required: bool
    ) -> None:
        """Report a value of the wrong type; for want of a required one the record is left out."""
        loss = f"; {self.name} is left out" if required else ""
        hint = _HINTS[expected]
        self.error(node, "wrong-type", f"{key} must be {expected}, not {type_of(node)}{loss}", hint)

    def report_duplicate(self, first: Place) -> None:
        """Report an id that another record has, and for which this one is left out."""
        node = self.node.values.get("id", self.node)
        self.error(node, "duplicate-id", duplicate_message(self.name, first), DUPLICATE_HINT)

    def report_unknown_keys(self) -> None:
        """Report each key that such a record has not."""
        kind = self.kind
        for name, key in self.node.keys.items():
            if name not in kind.keys:
                hint = self.file.suggester.hint(name, kind.keys)
                message = f"{kind.indefinite} cannot have the key {quoted(name)}; its value is not read"
                keys = f"The keys of {kind.indefinite} are {', '.join(sorted(kind.keys))}."
                self.error(key, "unknown-key", message, hint or keys)


def duplicate_message(name: str, first: Place) -> str:
    """What is said of a record whose id another one has that stands at `first`."""
    return f"{name} stands already at {first.file}:{first.line}:{first.column}; this one is left out"
