"""Reading a large dataset in several processes, with snapshots of what is there already.

Its parts are read by forked processes, which inherit what was read before; only batches come back.
"""

from __future__ import annotations

import json
import signal
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import active_children, get_context
from typing import TYPE_CHECKING, NamedTuple

from explorer.building.assembling import assemble
from explorer.building.batch import Batch, batch_of
from explorer.building.documents import around_sections
from explorer.building.surprise import SurpriseError
from explorer.building.whole import file_numbers, known_of
from explorer.evidence import verify
from explorer.loading.parts import PartContents, read_part

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from explorer.building.batch import Known
    from explorer.building.indexing import Pieces
    from explorer.building.kept import Kept
    from explorer.loading.parts import Beginning
    from explorer.model import Dataset, Event

# The section that names the files which hold nothing but a list of events.
LISTS_ALONE = "lists-alone"
# A snapshot of what is there is published again when there is so many times as much.
_GROWTH = 8


class _Task(NamedTuple):
    """What the forked processes know."""

    beginning: Beginning
    dataset: Dataset
    known: Known


class _Read(NamedTuple):
    """What came of a part: its events as a batch, and the rest of its contents."""

    batch: Batch
    rest: PartContents


# Set before the processes are forked, so that nothing large is sent to them.
_task: _Task | None = None


def build_in_parts(
    beginning: Beginning,
    kept: Kept | None,
    processes: int,
    progress: Callable[[int, int, int], None] | None,
    publish: Callable[[Pieces], None] | None,
) -> Pieces:
    """The sections of the snapshot of a dataset that is read in parts; raises SurpriseError.

    The events of files that `beginning` passed over are `kept` from an earlier snapshot.

    `progress` is called with the bytes read so far, the bytes in all and the events read so far; `publish`
    with the sections of what has been read so far, now and then.
    """
    global _task
    dataset = beginning.reading.dataset((), ())
    files = file_numbers(dataset, kept.names if kept else (), beginning.reading.names)
    _task = _Task(beginning, dataset, known_of(dataset, files))
    gathering = _Gathering(_task, files, kept)
    try:
        with _pool(processes) as pool:
            for done in gathering.read(pool):
                if progress:
                    progress(*done)
                if publish and gathering.has_grown():
                    publish(gathering.so_far())
            return gathering.finished(pool)
    except BrokenProcessPool:
        raise SurpriseError from None
    finally:
        _task = None


class _Gathering:
    """The batches of the parts, as they come."""

    def __init__(self, task: _Task, files: Mapping[str, int], kept: Kept | None) -> None:
        self._task = task
        self._kept = kept
        self._files = files
        self._read: dict[int, _Read] = {}
        self._events = self._published = 0
        between = (task.beginning.events_before(place) for place in range(len(task.beginning.parts) + 1))
        self._between = [_batch(task, events) for events in between]

    def read(self, pool: ProcessPoolExecutor) -> Iterator[tuple[int, int, int]]:
        """Read every part; yields the bytes read so far, the bytes in all, and the events read so far."""
        parts, size = self._task.beginning.parts, self._task.beginning.size
        done = size - sum(part.size for part in parts)
        waiting = {pool.submit(_read_part, place): place for place in range(len(parts))}
        for future in as_completed(waiting):
            read = future.result()
            if read is None:
                raise SurpriseError
            place = waiting.pop(future)
            self._read[place] = read
            self._events += len(read.batch.ids)
            done += parts[place].size
            yield done, size, self._events

    def has_grown(self) -> bool:
        """Whether it is worth while to show what has come since it was last shown."""
        missing = len(self._task.beginning.parts) - len(self._read)
        if not missing or self._events < _GROWTH * self._published:
            return False
        self._published = self._events
        return True

    def so_far(self) -> Pieces:
        """The sections of what has been read; words around passages are not looked for yet."""
        batches = self._batches()
        return assemble(self._task.dataset, batches, self._files, lambda _: dict, self._ranks(batches))

    def finished(self, pool: ProcessPoolExecutor) -> Pieces:
        """The sections of the whole; raises SurpriseError where only the whole can tell what is in it."""
        batches = self._batches()
        ids = [id_ for batch in batches for id_ in batch.ids]
        dataset = self._task.beginning.finish([self._read[place].rest for place in sorted(self._read)])
        if dataset is None or len(ids) > len(set(ids)):
            raise SurpriseError

        def around(cited: Mapping[str, array[int]]) -> Callable[[], Pieces]:
            return pool.submit(_around, cited).result

        sections = assemble(dataset, batches, self._files, around, self._ranks(batches))
        lists = {*self._task.beginning.lists_alone}
        if self._kept:
            lists |= {self._kept.names[file] for file in {*self._kept.files}}
        return {**sections, LISTS_ALONE: [json.dumps(sorted(lists)).encode()]}

    def _batches(self) -> Sequence[Batch]:
        batches = [self._kept.batch] if self._kept else []
        for place, between in enumerate(self._between):
            batches.append(between)
            if place in self._read:
                batches.append(self._read[place].batch)
        return batches

    def _ranks(self, batches: Sequence[Batch]) -> Sequence[int] | None:
        """The place of each event's file among the files, where the batches are not in their order."""
        if self._kept is None:
            return None
        rank = {name: place for place, name in enumerate(self._task.beginning.reading.names)}
        ranks = [rank[self._kept.names[file]] for file in self._kept.files]
        for batch in batches[1:]:
            ranks += map(rank.__getitem__, batch.files)
        return ranks


def _read_part(place: int) -> _Read | None:
    assert _task is not None
    contents = read_part(_task.beginning.parts[place], _task.beginning)
    if contents is None or contents.repeats:
        return None
    return _Read(_batch(_task, contents.events), replace(contents, events=[]))


def _batch(task: _Task, events: Sequence[Event]) -> Batch:
    evidence = verify(replace(task.dataset, events=events))
    return batch_of(events, evidence.passages, task.known, evidence.problems)


def _around(cited: Mapping[str, array[int]]) -> Pieces:
    assert _task is not None
    return around_sections(_task.dataset.documents, cited)


@contextmanager
def _pool(processes: int) -> Iterator[ProcessPoolExecutor]:
    """Forked processes that are gone when they are no longer wanted, whatever the reason."""
    pool = ProcessPoolExecutor(processes, get_context("fork"), _ignore_interrupts)
    try:
        yield pool
    except BaseException:
        for process in active_children():
            process.kill()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _ignore_interrupts() -> None:
    """Leave it to the process that was started by a person what an interrupt means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
