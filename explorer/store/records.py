"""The records of a snapshot as the sequences and mappings of a Dataset, each decoded when it is looked at."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, overload

from explorer.model import Document
from explorer.problems import Problem
from explorer.snapshot import Numbers, Texts, decode_row
from explorer.store.event_codec import decode_brief, decode_event, decode_verdicts
from explorer.store.record_codec import decode_document, decode_problem
from explorer.store.remembered import remembered
from explorer.utf8 import decoded

if TYPE_CHECKING:
    from explorer.evidence.passage import Passage, Verdict
    from explorer.model import Event
    from explorer.snapshot import Container
    from explorer.store.event_codec import Brief

# A screen of events many times over; each takes some 4 kB when it is decoded, and half a kB in brief.
_KEPT_EVENTS = 2048
_KEPT_DOCUMENTS = 16


class Events(Sequence["Event"]):
    """The events by number, in time order, and the passages of each."""

    def __init__(self, container: Container, files: Sequence[str]) -> None:
        self._rows = Texts(container, "events")
        self._files = files

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Event: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Event]: ...

    def __getitem__(self, index: int | slice) -> Event | Sequence[Event]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        return self._decoded(index if index >= 0 else index + len(self))[0]

    def __iter__(self) -> Iterator[Event]:
        return (decode_event(row, self._files)[0] for row in self._rows.all())

    def passages(self, number: int) -> tuple[Passage, ...]:
        """The passages of an event, one for each of its citations, in their order."""
        return self._decoded(number)[1]

    @remembered(_KEPT_EVENTS)
    def brief(self, number: int) -> Brief:
        """What a list shows of an event (numbered from 0), at a fraction of what the whole event costs."""
        return decode_brief(self._rows[number])

    def verdicts(self) -> Iterator[Verdict]:
        """The verdict of every citation."""
        return chain.from_iterable(map(decode_verdicts, self._rows.all()))

    @remembered(_KEPT_EVENTS)
    def _decoded(self, number: int) -> tuple[Event, tuple[Passage, ...]]:
        return decode_event(self._rows[number], self._files)


class _InFileOrder(Sequence[Any]):
    """What belongs to the events, in the order in which the files have them."""

    def __init__(self, container: Container, of_number: Any) -> None:
        self._container = container
        self._of_number = of_number

    @cached_property
    def _numbers(self) -> Sequence[int]:
        column = Numbers(self._container, "ordinals", "I")
        ordinals = column.piece(0, len(column))
        numbers = array("I", bytes(4 * len(ordinals)))
        for number, ordinal in enumerate(ordinals):
            numbers[ordinal] = number
        return numbers

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[Any]:
        return map(self._of_number, self._numbers)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self._of_number(number) for number in self._numbers[index]]
        return self._of_number(self._numbers[index])


def events_in_file_order(container: Container, events: Events) -> Sequence[Event]:
    """The events as the files have them."""
    return _InFileOrder(container, events.__getitem__)


def passages_in_file_order(container: Container, events: Events) -> Sequence[tuple[Passage, ...]]:
    """The passages of each event as the files have them."""
    return _InFileOrder(container, events.passages)


class Documents(Mapping[str, Document]):
    """The documents by id, in the order of the files; a text is read when its document is asked for."""

    def __init__(self, container: Container, titles: Mapping[str, str], files: Sequence[str]) -> None:
        # Titles by id: enough to name a document.
        self.titles = titles
        self._places = {id_: place for place, id_ in enumerate(titles)}
        self._rows = Texts(container, "documents")
        self._texts = Texts(container, "document-texts")
        self._files = files

    def __getitem__(self, id_: str) -> Document:
        return self._decoded(self._places[id_])

    def __contains__(self, id_: object) -> bool:
        return id_ in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def place(self, id_: str) -> int:
        """Which of the documents one is, from 0; raises KeyError for an id that none has."""
        return self._places[id_]

    @remembered(_KEPT_DOCUMENTS)
    def _decoded(self, place: int) -> Document:
        text = decoded(self._texts[place])
        return decode_document(decode_row(self._rows[place]), text, self._files)


class Problems(Sequence[Problem]):
    """Problems by place, each decoded when it is looked at."""

    def __init__(self, container: Container) -> None:
        self._rows = Texts(container, "problems")

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Problem: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Problem]: ...

    def __getitem__(self, index: int | slice) -> Problem | Sequence[Problem]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        return decode_problem(decode_row(self._rows[index if index >= 0 else index + len(self)]))

    def __iter__(self) -> Iterator[Problem]:
        return (decode_problem(decode_row(row)) for row in self._rows.all())
