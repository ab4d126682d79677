"""The one in-memory event store: everything that is known of a dataset, and ways to select from it."""

from __future__ import annotations

from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from pyroaring import FrozenBitMap

from explorer.dates import sort_key
from explorer.evidence import Passage, lint, verify
from explorer.loading import load
from explorer.store.cited import CitedPassages
from explorer.store.facets import Facets, Flag, tone_of
from explorer.store.searchable import ANYWHERE, Field, SearchableTexts
from explorer.store.selection import Selection
from explorer.store.time_axis import TimeAxis
from explorer.store.word_index import WordIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from explorer.evidence import Evidence
    from explorer.model import Dataset, Event
    from explorer.problems import Problem


class Store:
    """The events of a dataset, numbered in time order, with the sets that every filter is made of.

    A selection is made from other selections; the store never hands out its sets to be changed.
    """

    def __init__(self, dataset: Dataset, evidence: Evidence) -> None:
        order = sorted(range(len(dataset.events)), key=lambda place: sort_key(dataset.events[place].date))
        self.dataset = dataset
        self.events: Sequence[Event] = tuple(dataset.events[place] for place in order)
        self.problems = _by_place((*dataset.problems, *evidence.problems))
        self.axis = TimeAxis([event.date for event in self.events])
        self.evidence = evidence
        self._passages = tuple(evidence.passages[place] for place in order)
        self._numbers = {event.id: number for number, event in enumerate(self.events)}
        # An index is built once, by whoever comes first; others wait for it.
        self._indexing = Lock()
        self._indexes: dict[Field, WordIndex] = {}
        self._cited: dict[str, CitedPassages] = {}
        self.everything = Selection(self, FrozenBitMap(range(len(self.events))))
        self.nothing = Selection(self, FrozenBitMap())

    @classmethod
    def open(cls, path: Path, progress: Callable[[int, int], None] | None = None) -> Store:
        """Read a dataset from a folder or a file; raises DatasetError where nothing can be read.

        `progress` is called with the bytes read so far and the bytes in all.
        """
        dataset = load(path, progress)
        return cls(dataset, verify(dataset))

    def number_of(self, event_id: str) -> int | None:
        """The number of the event with this id."""
        return self._numbers.get(event_id)

    def passages(self, number: int) -> tuple[Passage, ...]:
        """The passages of an event, one for each of its citations, in their order."""
        return self._passages[number]

    def cited_passages(self, document: str) -> CitedPassages:
        """Where a document is cited, and for which events."""
        if document not in self._cited:
            self._cited[document] = CitedPassages(
                (passage.start, passage.end, number)
                for number in self.citing(document)
                for source, passage in zip(self.events[number].sources, self._passages[number], strict=True)
                if source.document == document
                and passage.verdict in ("exact", "typography")
                and passage.start is not None
                and passage.end is not None
            )
        return self._cited[document]

    def tone(self, number: int) -> int:
        """What an event did to the relation, from -5 to +5."""
        return tone_of(self.events[number], self.dataset)

    @cached_property
    def lints(self) -> tuple[Problem, ...]:
        """Warnings of what looks like a slip, by place; worked out when first asked for, in a few seconds."""
        return _by_place(lint(self.dataset, self.evidence))

    @cached_property
    def all_problems(self) -> tuple[Problem, ...]:
        """The problems met when the dataset was opened, and the lints, by place."""
        return _by_place((*self.problems, *self.lints))

    @cached_property
    def facets(self) -> Facets:
        """The sets of events by country, type, document, tag, tone and flag."""
        return Facets(self.dataset, self.events, self.problems)

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """Every tag that an event bears, sorted."""
        return tuple(sorted(self.facets.tags))

    def involving(self, country: str) -> Selection:
        """The events that a country (its id) has a part in."""
        return self._chosen(self.facets.countries.get(country))

    def of_type(self, type_id: str) -> Selection:
        """The events of a type."""
        return self._chosen(self.facets.types.get(type_id))

    def citing(self, document: str) -> Selection:
        """The events that cite a document."""
        return self._chosen(self.facets.documents.get(document))

    def tagged(self, tag: str) -> Selection:
        """The events that bear a tag."""
        return self._chosen(self.facets.tags.get(tag))

    def with_tone(self, low: int, high: int) -> Selection:
        """The events whose tone lies from low to high, both included."""
        wanted = [bits for tone, bits in self.facets.tones.items() if low <= tone <= high]
        return self._chosen(FrozenBitMap.union(*wanted) if wanted else None)

    def flagged(self, flag: Flag) -> Selection:
        """The events that a flag holds for."""
        return self._chosen(self.facets.flags[flag])

    def possibly_within(self, earliest: int | None, latest: int | None) -> Selection:
        """The events that may have happened between two days (ordinals, both included; None is open)."""
        return self._chosen(self.axis.possibly_within(earliest, latest))

    def certainly_within(self, earliest: int | None, latest: int | None) -> Selection:
        """The events that cannot have happened outside the days between the two."""
        return self._chosen(self.axis.certainly_within(earliest, latest))

    def with_word(self, word: str, field: Field, *, prefix: bool = False) -> Selection:
        """The events that hold a folded word, or one that begins so, in a field."""
        index = self._index(field)
        return self._chosen(index.with_prefix(word) if prefix else index.with_word(word))

    def vocabulary(self, field: Field) -> Sequence[str]:
        """Every folded word of a field, sorted."""
        return self._index(field).vocabulary

    def searchable_text(self, number: int, field: Field) -> str:
        """The searched text of an event in a field, folded, its parts as paragraphs."""
        return self._texts.folded(self.events[number], self._passages[number], field)

    def choose(self, numbers: Iterable[int]) -> Selection:
        """The selection of these events."""
        return Selection(self, FrozenBitMap(numbers))

    def prepare(self) -> None:
        """Build what searching needs before somebody waits for it; safe in a thread of its own."""
        _ = self.facets
        for field in ANYWHERE:
            self._index(field)

    def _index(self, field: Field) -> WordIndex:
        with self._indexing:
            if field not in self._indexes:
                self._indexes[field] = self._document_index() if field == "text" else self._event_index(field)
            return self._indexes[field]

    def _event_index(self, field: Field) -> WordIndex:
        texts = self._texts
        return WordIndex.of_events(
            texts.words(event, passages, field)
            for event, passages in zip(self.events, self._passages, strict=True)
        )

    def _document_index(self) -> WordIndex:
        return WordIndex.of_groups(
            (self._texts.words_of_document(id_), citing)
            for id_, citing in self.facets.documents.items()
            if citing
        )

    @cached_property
    def _texts(self) -> SearchableTexts:
        return SearchableTexts(self.dataset)

    def _chosen(self, bits: FrozenBitMap | None) -> Selection:
        return self.nothing if bits is None else Selection(self, bits)


def _by_place(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: (problem.file, problem.line, problem.column)))
