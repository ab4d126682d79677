"""Loading a dataset in parts: lists of events are cut at their items, to be read one by one in any order.

`begin` reads all but these lists, `read_part` one part of one, `Beginning.finish` puts them together as
`load` would have read them.  A part that cannot be understood without the others is a surprise, told by None;
then the dataset is to be loaded as a whole.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from stringzilla import count
from yaml import YAMLError

from explorer.collector import collector_paused
from explorer.loading.collected import usual_id_place
from explorer.loading.event_items import collect_events
from explorer.loading.event_list import EventList, cuts, holds_nothing
from explorer.loading.files import Stamp, read_slice
from explorer.loading.links import settle_references
from explorer.loading.log import ProblemLog
from explorer.loading.reading import Reading, read_dataset
from explorer.loading.refusal import RefusalError
from explorer.loading.reporting import DUPLICATE_HINT, duplicate_message
from explorer.loading.suggestions import MOST_COMPARISONS, Suggester
from explorer.loading.wording import quoted
from explorer.loading.yaml_file import YamlFile
from explorer.problems import Problem
from explorer.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from explorer.loading.collected import Collected
    from explorer.model import Dataset, Event, Place

# Large enough that what a part costs by itself (a process's message, a file opened) does not count.
PART_BYTES = 2**19


class Part(NamedTuple):
    """Some items of a file's list of events, from byte `start` (the line break before them) to `end`.

    `lines` counts the line breaks before `start`; the items' dashes stand after `indent` spaces, in a file
    that may have `extras`.  `before` is the number of events, among those that were read already, that come
    before these in the dataset.
    """

    path: Path
    start: int
    end: int
    lines: int
    indent: int
    extras: bool
    stamp: Stamp
    before: int

    @property
    def size(self) -> int:
        """In bytes."""
        return self.end - self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class PartContents:
    """What a part holds.

    `events` have their references settled; of several with one id the first stands, and `repeats` has the id
    of each other and where that is written.  `problems` are in the order in which they were found, without
    those of repeated ids.  `id_places` says where the ids of `events` are written that are not their first
    keys; `comparisons` counts those made for suggestions.
    """

    events: list[Event]
    repeats: list[tuple[str, Place]]
    problems: tuple[Problem, ...]
    id_places: dict[str, Place]
    comparisons: int

    def place_of_id(self, event: Event) -> Place:
        """Where the id of an event is written."""
        return self.id_places.get(event.id) or usual_id_place(event)


@dataclass(frozen=True, slots=True)
class Beginning:
    """All of a dataset but the `parts`, which are in its order; the events among it stand in `collected`.

    `lists_alone` names the files that hold nothing but a list of events, cut into parts.
    """

    reading: Reading
    parts: tuple[Part, ...]
    lists_alone: tuple[str, ...]

    @property
    def collected(self) -> Collected:
        """The countries, documents and types, complete, and the events of files that were read whole."""
        return self.reading.collected

    @property
    def size(self) -> int:
        """The bytes of all YAML files."""
        return self.reading.size

    def finish(self, contents: Sequence[PartContents]) -> Dataset | None:
        """The dataset, just as `load` gives it, from the contents of all parts in their order.

        None where a bound on problems or suggestions was met: then only `load` can tell which are left.
        """
        suggester, log = self.reading.suggester, ProblemLog()
        made = MOST_COMPARISONS - suggester.left + sum(part.comparisons for part in contents)
        log.extend(self.reading.log.noted)
        for part in contents:
            log.extend(part.problems)
        events = self._events(contents, log)
        if (
            events is None
            or log.is_full
            or self.reading.log.is_full
            or suggester.has_refused
            or made > MOST_COMPARISONS
        ):
            return None
        return self.reading.dataset(events, log.problems())

    def events_before(self, number: int) -> list[Event]:
        """The events read already that come between the part of this number and the one before.

        With the number of parts for a number, those behind the last.
        """
        bounds = [0, *(part.before for part in self.parts), len(self.collected.events)]
        return self.collected.events[bounds[number] : bounds[number + 1]]

    def _events(self, contents: Sequence[PartContents], log: ProblemLog) -> list[Event] | None:
        """The events in order, each id once; None where one of those read already repeats another."""
        places: dict[str, Place] = {}
        events: list[Event] = []
        repeats: list[tuple[str, Place]] = []
        for number in range(len(contents) + 1):
            for event in self.events_before(number):
                if places.setdefault(event.id, event.place) is not event.place:
                    return None
                events.append(event)
            for event in contents[number].events if number < len(contents) else ():
                first = places.setdefault(event.id, event.place)
                if first is event.place:
                    events.append(event)
                else:
                    repeats.append((event.id, contents[number].place_of_id(event)))
            repeats += contents[number].repeats if number < len(contents) else ()
        log.extend(repeated(id_, place, places[id_]) for id_, place in repeats)
        return events


def begin(
    path: Path, most: int = PART_BYTES, seen: list[Path] | None = None, known: Collection[str] = ()
) -> Beginning:
    """Read a dataset but for its lists of events, which are cut into parts of about `most` bytes.

    Files whose events cannot be read apart are read whole, and those whose names are `known` not at all.
    `seen` and DatasetError are those of `load`.
    """
    parts: list[Part] = []
    with collector_paused():
        cutter = _Cutter(most, parts)
        reading = read_dataset(path, seen=seen, defer=cutter, known=known)
    return Beginning(reading, tuple(parts), tuple(cutter.lists_alone))


def read_part(part: Part, beginning: Beginning) -> PartContents | None:
    """Read a part; None where that is not possible without the rest of the dataset.

    So it is if its file has changed or cannot be read, if an item is not valid YAML by itself, and if there
    are too many problems or suggestions.
    """
    data = read_slice(part.path, part.start, part.end, part.stamp)
    if data is None:
        return None
    log, suggester = ProblemLog(), Suggester()
    collected = beginning.collected.with_other_events()
    file = YamlFile(part.path, log, suggester, lines=part.lines)
    with collector_paused():
        try:
            collect_events(data, part.indent, file, collected, extras=part.extras)
        except (RefusalError, YAMLError):
            return None
        settle_references(collected, log, suggester)
    if log.is_full or suggester.has_refused:
        return None
    return PartContents(
        events=collected.events,
        repeats=collected.repeats or [],
        problems=log.noted,
        id_places=collected.id_places,
        comparisons=MOST_COMPARISONS - suggester.left,
    )


def repeated(id_: str, place: Place, first: Place) -> Problem:
    """The problem with an id, written at `place`, that an earlier event has, which stands at `first`."""
    return Problem(
        file=place.file,
        line=place.line,
        column=place.column,
        severity="error",
        code="duplicate-id",
        message=duplicate_message(f"the event {quoted(id_)}", first),
        hint=DUPLICATE_HINT,
        event=id_,
    )


class _Cutter:
    """Takes over the lists of events that it is offered: adds their parts to a list."""

    def __init__(self, most: int, parts: list[Part]) -> None:
        self._most = most
        self._parts = parts
        self.lists_alone: list[str] = []

    def __call__(self, file: YamlFile, collected: Collected, data: bytes, found: EventList) -> bool:
        if file.stamp is None or file.stamp.size != len(data):
            return False
        if holds_nothing(data[: found.head]):
            self.lists_alone.append(file.name)
        lines, before, view = found.lines, len(collected.events), memoryview(data)
        for start, end in pairwise(cuts(data, found, self._most)):
            # The line break before the next item may belong to the value before it as well.
            behind = min(end + 1, len(data))
            part = Part(file.path, start, behind, lines, found.indent, found.extras, file.stamp, before)
            self._parts.append(part)
            lines += count(view[start:end], b"\n") if end < len(data) else 0
        return True
