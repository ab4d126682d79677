"""The word indexes of the events, made by other processes while this one makes the other sections."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from explorer.building.words import own_words
from explorer.building.workers import forked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from explorer.building.indexing import Pieces
    from explorer.building.words import Indexing
    from explorer.store.fields import OwnField

# What each process indexes, about as much with what is left to this one: the last two are parts of the first.
_SHARES: tuple[Sequence[OwnField], ...] = (("event",), ("title", "quote"))

# Set before the processes are forked, so that it is not sent to them.
_phrases = b""


@contextmanager
def indexed_apart() -> Iterator[Indexing]:
    """Indexing as `explorer.building.words.indexed_here`; raises SurpriseError where a process fails."""
    global _phrases
    with forked(0) as workers:

        def begin(phrases: bytes) -> Callable[[], Pieces]:
            global _phrases
            _phrases = phrases
            for _ in _SHARES:
                workers.fork()
            tasks = [workers.submit(_indexed, fields) for fields in _SHARES]
            return lambda: {name: pieces for task in tasks for name, pieces in task.result().items()}

        try:
            yield begin
        finally:
            _phrases = b""


def _indexed(fields: Sequence[OwnField]) -> Pieces:
    return own_words(_phrases, fields)
