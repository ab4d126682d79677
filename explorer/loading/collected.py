"""What has been read so far: the records by id, and the references that wait for the rest."""

from __future__ import annotations

from contextlib import contextmanager
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from explorer.event_types import BUILT_IN_TYPES
from explorer.model import Country, Document, Event, EventType

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from explorer.loading.fields import Fields
    from explorer.loading.nodes import Scalar
    from explorer.loading.reporting import RecordNode
    from explorer.model import Place

Record: TypeAlias = Country | Document | EventType | Event


class Reference(NamedTuple):
    """An id that was not known yet where it is written.

    `noun` is the kind of record that it names, `loss` says what follows if that never comes.  `owner` is the
    number, in `Collected.events`, of the event that has it, if one has.
    """

    noun: str
    id: str
    place: Place
    event: str | None
    owner: int
    loss: str


def usual_id_place(event: Event) -> Place:
    """Where an event's id is written if that is its first key."""
    return event.place._replace(column=event.place.column + len("id: "))


class Collected:
    """The records of a dataset, while it is read.

    `folder` is the dataset's own, `seen` gets the path of each document's file.  `places` says where each
    record begins, by noun and id (None for what is built in); `left_out` the same of the records that could
    not be used.  `id_places` says where the ids of events are written that do not stand where most do,
    `repeats` where an id is used again; None if that is reported at once.
    """

    def __init__(self, folder: Path, seen: list[Path]) -> None:
        self.folder = folder
        self.seen = seen
        self.countries: dict[str, Country] = {}
        self.documents: dict[str, Document] = {}
        self.types: dict[str, EventType] = dict(BUILT_IN_TYPES)
        self.events: list[Event] = []
        self.references: list[Reference] = []
        nouns = ("country", "document", "type", "event")
        self.places: dict[str, dict[str, Place | None]] = {noun: {} for noun in nouns}
        self.places["type"] = dict.fromkeys(BUILT_IN_TYPES)
        self.left_out: dict[tuple[str, str], Place] = {}
        self.id_places: dict[str, Place] = {}
        self.repeats: list[tuple[str, Place]] | None = None

    def with_other_events(self) -> Collected:
        """The same countries, documents and types, to which nothing must be added, and no events."""
        other = Collected(self.folder, self.seen)
        other.countries, other.documents, other.types = self.countries, self.documents, self.types
        other.places = self.places | {"event": {}}
        other.left_out = dict(self.left_out)
        other.repeats = []
        return other

    def refer(self, noun: str, scalar: Scalar, fields: Fields, loss: str) -> str:
        """The id that a scalar names, noted if there is no such record yet."""
        name = intern(scalar.value)
        if name not in self.places[noun]:
            place = fields.file.place(scalar)
            self.references.append(Reference(noun, name, place, fields.event, len(self.events), loss))
        return name

    def add(self, record: Record, fields: Fields) -> None:
        """Keep a record, unless there is one of its kind and id already."""
        places = self.places[fields.kind.noun]
        first = places.get(record.id)
        if first is not None:
            if self.repeats is None:
                fields.report_duplicate(first)
            else:
                self.repeats.append((record.id, fields.place_of("id")))
            return
        if isinstance(record, Event):
            self.add_event(record, fields.place_of("id"))
            return
        places[record.id] = record.place
        if isinstance(record, Country):
            self.countries[record.id] = record
        elif isinstance(record, Document):
            self.documents[record.id] = record
        else:
            self.types[record.id] = record

    def add_event(self, event: Event, id_place: Place | None = None) -> None:
        """Keep an event whose id is new; where that is written, unless it is right behind the dash."""
        self.places["event"][event.id] = event.place
        if id_place is not None and id_place != usual_id_place(event):
            self.id_places[event.id] = id_place
        self.events.append(event)

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """Within this context, forget what was collected since if there is an exception, which goes on."""
        growing: list[dict[Any, Any]] = [*self.places.values(), self.countries, self.documents]
        growing += [self.left_out, self.id_places]
        sizes = [len(records) for records in growing]
        types, places_of_types = dict(self.types), dict(self.places["type"])
        events, references = len(self.events), len(self.references)
        try:
            yield
        except BaseException:
            for records, size in zip(growing, sizes, strict=True):
                while len(records) > size:
                    records.popitem()
            self.types, self.places["type"] = types, places_of_types
            del self.events[events:], self.references[references:]
            raise

    def leave_out(self, record: RecordNode) -> None:
        """Note that a record cannot be used, so that references to it are told why."""
        if record.id:
            self.left_out.setdefault((record.kind.noun, record.id), record.place)
