"""Anchors (`&name`) and aliases (`*name`), within a bound: values that a file writes once and uses again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.loading.nodes import Mapping, Node, Sequence, place_of
from explorer.loading.refusal import RefusalError
from explorer.printable import printable

if TYPE_CHECKING:
    from yaml.events import AliasEvent

# Each alias counts for all the values below it, so a file of nested aliases ("billion laughs") ends at once.
MAX_REPEATED_VALUES = 10_000


class Anchors:
    """The anchored values of one file.  An alias gives the very same node, never a copy."""

    def __init__(self, file: str, most: int = MAX_REPEATED_VALUES) -> None:
        self._file = file
        self._nodes: dict[str, Node] = {}
        self._left = most

    def define(self, name: str, node: Node) -> None:
        """Let a name stand for a value that has been read to its end; so no value can contain itself."""
        self._nodes[name] = node

    def repeat(self, alias: AliasEvent) -> Node:
        """The value that an alias stands for.

        Raises RefusalError: `undefined-alias`, or `too-many-aliases` beyond MAX_REPEATED_VALUES in one file.
        """
        name = alias.anchor or ""
        node = self._nodes.get(name)
        if node is None:
            raise RefusalError(
                place_of(alias, self._file),
                "undefined-alias",
                f'the alias "*{printable(name)[:60]}" names no value that ends before it',
                'A text that begins with "*" needs quotes.',
            )
        self._left -= _size(node, self._left)
        if self._left < 0:
            raise RefusalError(
                place_of(alias, self._file),
                "too-many-aliases",
                f"aliases repeat more than {MAX_REPEATED_VALUES:,} values in this file",
                "Write the values out.",
            )
        return node


def _size(node: Node, enough: int) -> int:
    """How many scalars and collections a node holds, itself included; counts little further than `enough`."""
    open_nodes, size = [node], 0
    while open_nodes and size <= enough:
        node = open_nodes.pop()
        size += 1
        if isinstance(node, Mapping):
            open_nodes.extend(node.values.values())
        elif isinstance(node, Sequence):
            open_nodes.extend(node.items)
    return size
