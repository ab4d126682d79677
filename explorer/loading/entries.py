"""From the parser's event stream to a file's entries, one record at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import yaml
from yaml.events import (
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from explorer.loading.node_reader import NodeReader, has_extras
from explorer.loading.nodes import Entry, Mapping, Scalar, Sequence, is_nothing, type_of
from explorer.loading.refusal import RefusalError
from explorer.loading.schema import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from explorer.loading.anchors import Anchors
    from explorer.loading.yaml_file import YamlFile

_SECTION_DEPTH = 2
RECORD_DEPTH = 3

LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class EntryReader:
    """Reads the entries of a file: each record of a section's list, each other value of the main mapping.

    Where reading breaks off, `root`, `section` and `items` tell in what: the outermost mapping, its key, and
    the list of records below that, both without what is in them.
    """

    def __init__(
        self,
        data: bytes,
        file: YamlFile,
        anchors: Anchors,
        outermost: dict[str, Scalar],
        resumed: Scalar | None = None,
        *,
        examined: bool = False,
    ) -> None:
        """Read UTF-8.

        `outermost` holds the outermost keys met so far, `resumed` the one that the first of `data` repeats.
        Every scalar is `examined` if the file has extras elsewhere.
        """
        self._get: Callable[[], Event | None] = LOADER(data).get_event
        self._nodes = NodeReader(self._get, file, anchors, has_extras=examined or has_extras(data))
        self._file = file
        self._outermost = outermost
        self._resumed = resumed
        self.root: Mapping | None = None
        self.section: Scalar | None = None
        self.items: Sequence | None = None

    @property
    def open_nodes(self) -> list[Mapping | Sequence]:
        """The collections that are being read, the outermost first, each as far as it was read."""
        return [node for node in (self.root, self.items, *self._nodes.open) if node is not None]

    @property
    def record(self) -> Mapping | None:
        """The record that is being read, if there is one."""
        outermost = self._nodes.open[0] if self.items and self._nodes.open else None
        return outermost if isinstance(outermost, Mapping) else None

    def __iter__(self) -> Iterator[Entry]:
        """The entries in their order.

        Raises RefusalError or yaml.YAMLError where the stream cannot be read further.
        """
        if self._enter():
            while (key := self._next_key()) is not None:
                yield from self._entries(key)
        self._leave()

    def _enter(self) -> bool:
        """Go to the first key; False where the first document holds nothing."""
        self._get()
        if type(self._get()) is not DocumentStartEvent:
            return False
        root = cast("Event", self._get())
        if type(root) is ScalarEvent and not root.value:
            return False
        if type(root) is not MappingStartEvent:
            raise RefusalError(
                self._file.place(root),
                "wrong-type",
                "the file must be a mapping",
                "Begin it with a key such as events: and a list of records.",
                final=True,
            )
        self._nodes.examine(root)
        self.root = Mapping(root)
        return True

    def _next_key(self) -> Scalar | None:
        event = self._get()
        if type(event) is MappingEndEvent:
            return None
        key, self._resumed = self._resumed or self._nodes.key(event), None
        first = self._outermost.setdefault(key.value, key)
        if first is not key:
            self._nodes.duplicate(key, first)
        self.section = key
        return key

    def _entries(self, key: Scalar) -> Iterator[Entry]:
        event = self._get()
        if type(event) is SequenceStartEvent and key.value in SECTIONS:
            self._nodes.examine(event)
            self.items = Sequence(event)
            yield from self._records(key)
            self.items = None
            return
        node = self._nodes.fresh(event, _SECTION_DEPTH)
        if key.value not in SECTIONS:
            if self._outermost[key.value] is key:
                yield Entry(key, node)
        elif isinstance(node, Sequence):  # through an alias
            yield from (Entry(key, item) for item in node.items)
        elif not is_nothing(node):
            message = f"{key.value} must be a list, not {type_of(node)}; it is not read"
            self._file.error(node, "wrong-type", message, 'Begin each record with "- " on a line of its own.')

    def _records(self, section: Scalar) -> Iterator[Entry]:
        while type(event := self._get()) is not SequenceEndEvent:
            yield Entry(section, self._nodes.fresh(event, RECORD_DEPTH))

    def _leave(self) -> None:
        """Go to the end of the stream; raises RefusalError (`several-documents`) if more stands before it."""
        while (following := self._get()) is not None:
            if type(following) is DocumentStartEvent:
                raise RefusalError(
                    self._file.place(following),
                    "several-documents",
                    "a second YAML document begins here",
                    'Delete the line "---", or move what follows into a file of its own.',
                    final=True,
                )
