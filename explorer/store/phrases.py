"""Where words stand in sequence: the words of every event, folded, one after the other.

Of each event a snapshot keeps three parts, each ended by a NUL: its title; its quotes; and what else is
written in it, with the names of what it refers to.  A paragraph in a part is its folded words, each between
two blanks, ended by a line feed; so a phrase is found as plain text, and never across paragraphs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.snapshot import Texts
from explorer.utf8 import encoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyroaring import FrozenBitMap

    from explorer.snapshot import Container
    from explorer.store.fields import OwnField

# Which parts of an event a field is made of: the first, and the one behind the last.
PARTS: dict[OwnField, tuple[int, int]] = {"title": (0, 1), "quote": (1, 2), "event": (0, 3)}
# Above this many events it is faster to look through all of them at once.
_ONE_BY_ONE = 2_000


class Phrases:
    """The folded words of the events, in the sections `phrases` and `phrases.offsets`."""

    def __init__(self, container: Container) -> None:
        self._container = container
        self._texts = Texts(container, "phrases")

    def holding(
        self, words: Sequence[str], field: OwnField, within: FrozenBitMap, *, prefix: bool
    ) -> Iterator[int]:
        """Those of some events that have the folded words in sequence in a field.

        With `prefix` the last word need only begin so.
        """
        wanted = encoded(f" {' '.join(words)}{'' if prefix else ' '}")
        first, last = PARTS[field]
        if len(within) > _ONE_BY_ONE:
            return self._looked_through(wanted, first, last, within)
        return (n for n in within if _stands(wanted, self._texts[n].split(b"\0"), first, last))

    def _looked_through(self, wanted: bytes, first: int, last: int, within: FrozenBitMap) -> Iterator[int]:
        start, end = self._texts.bounds()
        self._container.check(start, end)
        find = self._container.buffer.find
        at = find(wanted, start, end)
        while at >= 0:
            number = self._texts.at(at)
            _, high = self._texts.span(number)
            if number in within and _stands(wanted, self._texts[number].split(b"\0"), first, last):
                yield number
            at = find(wanted, high, end)


def _stands(wanted: bytes, parts: Sequence[bytes], first: int, last: int) -> bool:
    return any(wanted in part for part in parts[first:last])
