"""The events of a file read item by item: the plain ones at once, any other with the parser."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from yaml.events import DocumentEndEvent, DocumentStartEvent, SequenceEndEvent, SequenceStartEvent

from explorer.loading import entries
from explorer.loading.anchors import Anchors
from explorer.loading.event_list import holds_nothing, item_pattern
from explorer.loading.node_reader import NodeReader
from explorer.loading.nodes import column_of, is_flow
from explorer.loading.plain_events import PlainEvents
from explorer.loading.readers import collect_record
from explorer.loading.refusal import RefusalError
from explorer.model import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.loading.collected import Collected
    from explorer.loading.nodes import Entry, Node, Scalar
    from explorer.loading.yaml_file import YamlFile

# Characters.  What is longer would cost too much if it had to be read twice.
MAX_ITEM = 2**16


def read_head(head: bytes, file: YamlFile, *, extras: bool) -> Iterator[Entry]:
    """The entries of what stands before the list of events, in a file that may have `extras`.

    Raises RefusalError or yaml.YAMLError where it is no block of keys at the beginning of lines, none of
    them `events`.
    """
    if holds_nothing(head):
        return
    outermost: dict[str, Scalar] = {}
    reader = entries.EntryReader(head, file, Anchors(file.name), outermost, examined=extras)
    yield from reader
    if reader.root is None or is_flow(reader.root) or column_of(reader.root) != 1 or "events" in outermost:
        raise uncertain(file)


def collect_events(data: bytes, indent: int, file: YamlFile, collected: Collected, *, extras: bool) -> None:
    """Collect events whose dashes stand after so many spaces, in a file that may have `extras`.

    `data` begins with the line break before the first of them, and `file` knows the lines before that.
    Raises RefusalError or yaml.YAMLError where an item alone does not tell what is meant.
    """
    text = data.decode()
    plain = PlainEvents(text, indent, file.name, collected, file.lines + 1)
    starts = [found.start() for found in item_pattern(indent).finditer(text)]
    unread = 0
    for start, end in pairwise([*starts, len(text)]):
        if end - start > MAX_ITEM:
            raise uncertain(file)
        if found := plain.match(start, end):
            if unread < start:
                behind = file.behind(plain.line_at(unread))
                _collect_items(text[unread + 1 : start + 1], behind, collected, extras=extras)
                unread = start
            if plain.collect(found):
                unread = end
    if unread < len(text):
        _collect_items(text[unread + 1 :], file.behind(plain.line_at(unread)), collected, extras=extras)


def uncertain(file: YamlFile) -> RefusalError:
    """The refusal of what cannot be read in pieces; never shown, as the file is then read as a whole."""
    return RefusalError(
        Place(file.name, 0, 0), "uncertain", "this is to be read with the whole file", final=True
    )


def _collect_items(items: str, file: YamlFile, collected: Collected, *, extras: bool) -> None:
    for node in _nodes(items.encode(), file, extras=extras):
        collect_record(node, "events", file, collected)


def _nodes(items: bytes, file: YamlFile, *, extras: bool) -> Iterator[Node]:
    """The items of a block list; no other YAML is let through."""
    get = entries.LOADER(items).get_event
    nodes = NodeReader(get, file, Anchors(file.name), has_extras=extras)
    _, document, sequence = get(), get(), get()
    if type(document) is not DocumentStartEvent or type(sequence) is not SequenceStartEvent:
        raise uncertain(file)
    while type(event := get()) is not SequenceEndEvent:
        yield nodes.fresh(event, entries.RECORD_DEPTH)
    end, _, behind = get(), get(), get()
    if type(end) is not DocumentEndEvent or end.explicit or behind is not None:
        raise uncertain(file)
