"""From the parser's event stream to nodes.

Nothing is composed or constructed by the YAML library: a scalar keeps its spelling, a node its place, and
what is nested too deep or too large is refused before it is built.
"""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, cast

from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from explorer.loading.nodes import Mapping, Node, Scalar, Sequence
from explorer.loading.refusal import RefusalError
from explorer.loading.wording import quoted
from explorer.printable import first_unfit

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.loading.anchors import Anchors
    from explorer.loading.yaml_file import YamlFile

# A dataset needs 5: file, section, event, sources, source.  libyaml's time grows with the square of the depth
# of `[` and `{`, so it must not be led deep; the bound also makes it safe to recurse here.
MAX_DEPTH = 12

# Keys and items of one record.
MAX_VALUES = 100_000

_EXTRAS = (b"!", b"&", b"\\")


def has_extras(data: bytes) -> bool:
    """Whether a file may have tags, anchors or escapes, so that each of its scalars has to be examined."""
    return any(sign in data for sign in _EXTRAS)


class NodeReader:
    """Reads the nodes of one file from a function that gives the parser's next event.

    `open` holds the collections that are being read, the outermost first, each as far as it was read.
    """

    def __init__(
        self, get: Callable[[], Event | None], file: YamlFile, anchors: Anchors, *, has_extras: bool
    ) -> None:
        self._get = get
        self._file = file
        self._anchors = anchors
        self._has_extras = has_extras
        self._values_left = MAX_VALUES
        self.open: list[Mapping | Sequence] = []

    def fresh(self, event: Event | None, depth: int) -> Node:
        """The node that begins with an event, as the first of a record, at a depth counted from 1."""
        self._values_left = MAX_VALUES
        self.open.clear()
        return self._node(event, depth)

    def key(self, event: Event | None) -> Scalar:
        """The key that begins with an event; raises RefusalError (`bad-key`) if it is no text."""
        key = self._anchors.repeat(event) if type(event) is AliasEvent else event
        if type(key) is not ScalarEvent:
            raise RefusalError(
                self._file.place(cast("Event", event)), "bad-key", "a key must be a text", "Put it in quotes."
            )
        self.examine(key)
        return key

    def examine(self, event: ScalarEvent | CollectionStartEvent) -> None:
        """Report what a dataset has no use for: tags, and control characters behind escapes."""
        if event.tag is not None:
            message = f"the tag {quoted(event.tag)} is ignored"
            self._file.error(event, "explicit-tag", message, "Write the value without a tag.")
        if isinstance(event, ScalarEvent):
            if event.anchor:
                self._anchors.define(event.anchor, event)
            if event.style == '"' and (unfit := first_unfit(event.value)):
                message = f"an escape stands for U+{ord(unfit):04X}, which is not shown"
                self._file.warning(event, "control-character", message, "Delete it.")

    def duplicate(self, key: Scalar, first: Scalar) -> None:
        """Report a key that its mapping has already."""
        line = self._file.place(first).line
        message = f"the key {quoted(key.value)} is used twice; the one on line {line} stands"
        self._file.error(key, "duplicate-key", message, "Delete one of them.")

    def _node(self, event: Event | None, depth: int) -> Node:
        if type(event) is ScalarEvent:
            self.examine(event)
            return event
        if type(event) is AliasEvent:
            return self._anchors.repeat(event)
        return self._collection(cast("CollectionStartEvent", event), depth)

    def _collection(self, start: CollectionStartEvent, depth: int) -> Node:
        if depth > MAX_DEPTH:
            message = f"values are nested more than {MAX_DEPTH} deep"
            raise RefusalError(
                self._file.place(start), "too-deep", message, "A dataset needs 5 levels at most."
            )
        self.examine(start)
        mapping = type(start) is MappingStartEvent
        node = self._mapping(start, depth) if mapping else self._sequence(start, depth)
        if start.anchor:
            self._anchors.define(start.anchor, node)
        return node

    def _mapping(self, start: CollectionStartEvent, depth: int) -> Mapping:
        mapping = Mapping(start)
        self.open.append(mapping)
        get, has_extras, values, keys = self._get, self._has_extras, mapping.values, mapping.keys
        for _ in repeat(None, self._values_left):
            key = get()
            if has_extras or type(key) is not ScalarEvent:
                if type(key) is MappingEndEvent:
                    self._values_left -= len(keys)
                    self.open.pop()
                    return mapping
                key = self.key(key)
            value = get()
            node = self._node(value, depth + 1) if has_extras or type(value) is not ScalarEvent else value
            name = key.value
            if name in values:
                self.duplicate(key, keys[name])
            else:
                values[name] = node
                keys[name] = key
        raise self._too_many_values(start)

    def _sequence(self, start: CollectionStartEvent, depth: int) -> Sequence:
        sequence = Sequence(start)
        self.open.append(sequence)
        get, has_extras, items = self._get, self._has_extras, sequence.items
        for _ in repeat(None, self._values_left):
            item = get()
            if has_extras or type(item) is not ScalarEvent:
                if type(item) is SequenceEndEvent:
                    self._values_left -= len(items)
                    self.open.pop()
                    return sequence
                items.append(self._node(item, depth + 1))
            else:
                items.append(item)
        raise self._too_many_values(start)

    def _too_many_values(self, start: Event) -> RefusalError:
        message = f"a record holds more than {MAX_VALUES:,} values"
        return RefusalError(self._file.place(start), "too-many-values", message, "Split it into several.")
