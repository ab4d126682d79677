"""The ids of events, sorted without regard to case, each with the event's number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from explorer.folding import fold
from explorer.snapshot import Numbers, Texts
from explorer.utf8 import decoded, encoded

if TYPE_CHECKING:
    from explorer.snapshot import Container


class EventIds(Sequence[tuple[str, str]]):
    """Pairs of (folded id, id), sorted; read where they are looked at.

    Sections: `ids`, each pair parted by a NUL, and `ids.numbers`.
    """

    def __init__(self, container: Container) -> None:
        self._ids = Texts(container, "ids")
        self._numbers = Numbers(container, "ids.numbers", "I")

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, index: int) -> tuple[str, str]: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[tuple[str, str]]: ...

    def __getitem__(self, index: int | slice) -> tuple[str, str] | Sequence[tuple[str, str]]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        folded, id_ = decoded(self._ids[index]).split("\0")
        return folded, id_

    def beginning(self, text: str) -> range:
        """The places of the ids that begin so, whatever their case."""
        return self._ids.beginning(encoded(fold(text)))

    def numbers(self, places: range) -> Sequence[int]:
        """The numbers of the events whose ids are at some places."""
        return self._numbers.piece(places.start, places.stop)

    def number_of(self, event_id: str) -> int | None:
        """The number of the event with this id."""
        same = self._ids.beginning(encoded(f"{fold(event_id)}\0{event_id}"))
        return next((self._numbers[place] for place in same if self[place][1] == event_id), None)
