"""Reading a large dataset in several processes, with snapshots of what is there already.

Its parts are read by forked processes, which inherit what was read before; only batches come back.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from explorer.building.assembling import assemble
from explorer.building.batch import Batch, batch_of
from explorer.building.indexing import names_of_word_sections, sets_in, word_sections
from explorer.building.joined import Joined
from explorer.building.later import made_later
from explorer.building.paragraphs import (
    IndexedParagraphs,
    paragraph_starts,
    paragraph_words,
    paragraph_words_later,
)
from explorer.building.relay import Relay
from explorer.building.spool import Spool
from explorer.building.spooled import leave, left
from explorer.building.surprise import SurpriseError
from explorer.building.whole import file_numbers, known_of
from explorer.building.words import FIELDS, REST, event_sections, part_sets
from explorer.building.workers import forked
from explorer.evidence import verify
from explorer.loading.parts import PartContents, read_part
from explorer.snapshot import encode_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from mmap import mmap

    from explorer.building.batch import Known
    from explorer.building.indexing import Pieces
    from explorer.building.joined import Reordered
    from explorer.building.kept import Kept
    from explorer.building.spooled import Places
    from explorer.building.words import Part
    from explorer.building.workers import Task, Team, Workers
    from explorer.loading.parts import Beginning
    from explorer.model import Dataset, Event

# The section that names the files which hold nothing but a list of events.
LISTS_ALONE = "lists-alone"
# A snapshot of what is there is published again when there is so many times as much, but not of so many
# events that making it would keep the whole waiting.
_GROWTH, _MOST_PUBLISHED = 8, 20_000
# What one task reads, in bytes: the first ones little, so that there is soon something to be shown, the
# others so much that a task's own costs do not count; fewer and fewer, so that all processes end together.
_FIRST_BYTES, _LEAST_BYTES, _MOST_BYTES = 1 << 19, 1 << 19, 1 << 22
_FIRST_TASKS, _TASKS_LEFT_FOR_A_PROCESS = 2, 3
# In a dataset of more bytes the documents are indexed last, while this process puts the events in order and
# the others would have nothing to do.
_LARGE = 1 << 25
# In a smaller one they are begun first and give way to all others so much (`os.nice`): they fill what is left
# of the processors, and are hardly waited for.  What gives way to the user's other programs already does so
# by less: by as much again they would stand still while anything else is running.
_GIVING_WAY, _GIVING_WAY_AGAIN = 10, 2
# The C library gives memory back to the system, to have it page by page once more for the next text, until it
# has got back as much in one piece; this much at most.  Forked processes know that, too.
_KEPT_WHEN_FREED = 31 << 20

_Used = TypeVar("_Used")


class _Handed(NamedTuple):
    """Where the words of a field of the events are."""

    field: Part
    places: Places


class _Inherited(NamedTuple):
    """What the forked processes know.

    In `batches` they put the texts of the batches, and in `phrases` they find those of all events in order.
    In `words` they leave the sections of the words; who indexes a field of the events tells so through
    `relay` to who indexes the rest.
    """

    beginning: Beginning
    dataset: Dataset
    known: Known
    batches: Spool
    phrases: Spool
    words: Spool
    relay: Relay[_Handed]


class _Read(NamedTuple):
    """What came of some parts: their events as a batch, and the rest of their contents."""

    batch: Batch
    rest: list[PartContents]


class _Teams(NamedTuple):
    """Processes by what they do: so each is gone, with what it has piled up, when that is done."""

    documents: Team
    reading: Team
    indexing: Team


# Set before the processes are forked, so that nothing large is sent to them.
_inherited: _Inherited | None = None


def build_in_parts(
    beginning: Beginning,
    use: Callable[[Pieces], _Used],
    kept: Kept | None,
    processes: int,
    progress: Callable[[int, int, int], None] | None,
    publish: Callable[[Pieces], None] | None,
) -> _Used:
    """What is made with `use` of the sections of a dataset that is read in parts; raises SurpriseError.

    It takes at least two `processes`: who indexes the rest of the events waits for who indexes their fields.
    Words are still being indexed when `use` is called, and waited for where it looks at their sections.
    The events of files that `beginning` passed over are `kept` from an earlier snapshot.
    `progress` is called with the bytes read so far, the bytes in all and the events read so far; `publish`
    with the sections of what has been read so far, now and then.
    """
    global _inherited
    bytes(_KEPT_WHEN_FREED)
    dataset = beginning.reading.dataset((), ())
    files = file_numbers(dataset, kept.names if kept else (), beginning.reading.names)
    try:
        with Spool() as batches, Spool() as phrases, Spool() as words, Relay[_Handed]() as relay:
            known = known_of(dataset, files)
            _inherited = _Inherited(beginning, dataset, known, batches, phrases, words, relay)
            gathering = _Gathering(_inherited, files, kept, processes)
            with forked() as workers:
                teams = _Teams(*map(workers.team, (not kept, processes, processes)))
                for done in gathering.read(workers, teams):
                    if progress:
                        progress(*done)
                    if publish and gathering.has_grown():
                        publish(gathering.so_far())
                return use(gathering.finished(teams.indexing))
    finally:
        _inherited = None


class _Gathering:
    """The batches of the parts, as they come."""

    def __init__(
        self, inherited: _Inherited, files: Mapping[str, int], kept: Kept | None, processes: int
    ) -> None:
        self._inherited = inherited
        self._kept = kept
        self._files = files
        self._processes = processes
        self._tasks = [*_tasks(inherited.beginning, processes)]
        self._read: dict[int, _Read] = {}
        self._between: dict[int, Sequence[Batch]] = {}
        self._paragraphs: Task[Places] | None = None
        self._events = self._published = 0

    def read(self, workers: Workers, teams: _Teams) -> Iterator[tuple[int, int, int]]:
        """Read every part; yields the bytes read so far, the bytes in all, and the events read so far."""
        parts, size = self._inherited.beginning.parts, self._inherited.beginning.size
        done = size - sum(part.size for part in parts)
        waiting = {teams.reading.submit(_read, task): place for place, task in enumerate(self._tasks)}
        teams.reading.dismiss()
        self._index_documents(teams, len(waiting))
        yield done, size, self._events
        for task in workers.as_completed(waiting):
            read = task.result()
            if read is None:
                raise SurpriseError
            place = waiting[task]
            self._read[place] = read
            self._index_documents(teams, len(waiting) - len(self._read))
            self._events += len(read.batch.ids)
            done += sum(parts[number].size for number in self._tasks[place])
            yield done, size, self._events

    def _index_documents(self, teams: _Teams, left: int) -> None:
        """Begin with the documents, in a large dataset once few tasks are left."""
        is_large = self._inherited.beginning.size > _LARGE
        if self._paragraphs is None and self._kept is None and (left <= self._processes or not is_large):
            self._paragraphs = teams.documents.submit(_paragraph_words, not is_large)
            teams.documents.dismiss()

    def _indexed(self) -> IndexedParagraphs:
        """The index of the documents; its words are waited for when they are looked into."""
        if self._kept:
            return self._kept.paragraphs
        assert self._paragraphs is not None
        # Where they begin is needed before the other process can tell, and soon found once more.
        starts = paragraph_starts(_texts())
        words = partial(_left, self._inherited.words, self._paragraphs)
        return IndexedParagraphs(starts, paragraph_words_later(words))

    def has_grown(self) -> bool:
        """Whether it is worth while to show what has come since it was last shown."""
        missing = len(self._tasks) - len(self._read)
        if (
            not missing
            or not self._events
            or not _GROWTH * self._published <= self._events <= _MOST_PUBLISHED
        ):
            return False
        self._published = self._events
        return True

    def so_far(self) -> Pieces:
        """The sections of what has been read; words around passages are not looked for yet."""
        batches = self._batches()
        return assemble(self._inherited.dataset, batches, self._files, None, self._ranks(batches))

    def finished(self, team: Team) -> Pieces:
        """The sections of the whole; raises SurpriseError where only that can tell what is in it."""
        batches = self._batches()
        ids = [id_ for batch in batches for id_ in batch.ids]
        rest = [contents for place in range(len(self._tasks)) for contents in self._read[place].rest]
        dataset = self._inherited.beginning.finish(rest)
        if dataset is None or len(ids) > len(set(ids)):
            raise SurpriseError
        index = partial(_indexed_by, team, self._inherited)
        sections = assemble(dataset, batches, self._files, self._indexed, self._ranks(batches), index)
        lists = {*self._inherited.beginning.lists_alone}
        if self._kept:
            lists |= {self._kept.names[file] for file in {*self._kept.files}}
        return {**sections, LISTS_ALONE: [encode_row(sorted(lists))]}

    def _batches(self) -> Sequence[Batch]:
        """The batches that are there, those of events read at the beginning where they belong."""
        beginning, texts = self._inherited.beginning, self._inherited.batches.read()
        batches = [self._kept.batch] if self._kept else []
        for place, task in enumerate(self._tasks):
            batches += self._read_whole(task.start)
            if place in self._read:
                batches.append(_found(self._read[place].batch, texts))
        return [*batches, *self._read_whole(len(beginning.parts))]

    def _read_whole(self, number: int) -> Sequence[Batch]:
        """The events between a part and the one before, if there are any: those read with their file."""
        if number not in self._between:
            events = self._inherited.beginning.events_before(number)
            self._between[number] = [_batch(self._inherited, events)] if events else []
        return self._between[number]

    def _ranks(self, batches: Sequence[Batch]) -> Sequence[int] | None:
        """The place of each event's file among the files, where the batches are not in their order."""
        if self._kept is None:
            return None
        rank = {name: place for place, name in enumerate(self._inherited.beginning.reading.names)}
        if not rank.keys() >= {self._kept.names[file] for file in {*self._kept.files}}:
            raise SurpriseError  # one of the files has just vanished
        ranks = [rank[self._kept.names[file]] for file in self._kept.files]
        for batch in batches[1:]:
            ranks += map(rank.__getitem__, batch.files)
        return ranks


def _tasks(beginning: Beginning, processes: int) -> Iterator[range]:
    """Numbers of parts that are read together, none across events read already: small ones first and last."""
    first, size, made, left = 0, 0, 0, sum(part.size for part in beginning.parts)
    for number, part in enumerate(beginning.parts):
        share = left // (processes * _TASKS_LEFT_FOR_A_PROCESS)
        most = _FIRST_BYTES if made < _FIRST_TASKS else min(max(share, _LEAST_BYTES), _MOST_BYTES)
        if number > first and (size + part.size > most or beginning.events_before(number)):
            yield range(first, number)
            first, left, size, made = number, left - size, 0, made + 1
        size += part.size
    if beginning.parts:
        yield range(first, len(beginning.parts))


def _read(task: range) -> _Read | None:
    assert _inherited is not None
    rest, events = list[PartContents](), list["Event"]()
    for number in task:
        contents = read_part(_inherited.beginning.parts[number], _inherited.beginning)
        if contents is None or contents.repeats:
            return None
        events += contents.events
        rest.append(replace(contents, events=[]))
    batch = _batch(_inherited, events)
    batch.rows, batch.phrases = (_spooled(_inherited.batches, texts) for texts in (batch.rows, batch.phrases))
    return _Read(batch, rest)


def _spooled(spool: Spool, texts: Joined) -> Joined:
    """Texts that stand in a spool from now on."""
    return Joined(b"", spool.add([bytes(texts.blob)]).start, texts.lengths)


def _found(batch: Batch, texts: bytes | mmap) -> Batch:
    """A batch with its texts, among those of all batches."""
    return replace(batch, rows=batch.rows._replace(blob=texts), phrases=batch.phrases._replace(blob=texts))


def _batch(inherited: _Inherited, events: Sequence[Event]) -> Batch:
    evidence = verify(replace(inherited.dataset, events=events))
    return batch_of(events, evidence.passages, inherited.known, evidence.problems)


def _indexed_by(
    team: Team, inherited: _Inherited, phrases: Reordered
) -> tuple[Iterable[bytes], Callable[[], Pieces]]:
    """As `explorer.building.words.indexed_here`, while this process goes on; raises SurpriseError."""
    inherited.phrases.write(phrases)
    # Who indexes the rest waits for the others, so others do these: one does all, if there is but one.
    of_events, others = team.submit(_words_of_events), team.size - 1
    shares = (FIELDS[place::others] for place in range(others))
    of_fields = {share: team.submit(_words_of_fields, share) for share in shares if share}
    team.dismiss()
    sections: Pieces = {}
    for indexes, task in [*of_fields.items(), (["event"], of_events)]:
        names = [name for index in indexes for name in names_of_word_sections(index)]
        sections |= made_later(names, partial(_left, inherited.words, task))
    return inherited.phrases.pieces(), lambda: sections


def _left(words: Spool, task: Task[Places]) -> Pieces:
    """The sections that a process has left, once it is done."""
    return left(words, task.result())


def _words_of_fields(fields: Sequence[Part]) -> Places:
    assert _inherited is not None
    phrases, words = _inherited.phrases.read(), _inherited.words
    places: Places = {}
    for field in fields:
        of_field = leave(words, word_sections(field, part_sets(phrases, field)))
        _inherited.relay.hand(_Handed(field, of_field))
        places |= of_field
    return places


def _words_of_events() -> Places:
    """The words in any part of an event: those in the rest, and in the fields as these are handed on."""
    assert _inherited is not None
    words = _inherited.words
    rest = part_sets(_inherited.phrases.read(), REST)
    handed = (_inherited.relay.receive() for _ in FIELDS)
    fields = (sets_in(field, left(words, places)) for field, places in handed)
    return leave(words, event_sections(chain([rest.items()], fields)))


def _paragraph_words(gives_way: bool) -> Places:
    assert _inherited is not None
    if gives_way:
        os.nice(_GIVING_WAY_AGAIN if os.nice(0) > 0 else _GIVING_WAY)
    return leave(_inherited.words, paragraph_words(_texts()))


def _texts() -> Iterator[str]:
    assert _inherited is not None
    return (document.text for document in _inherited.dataset.documents.values())
