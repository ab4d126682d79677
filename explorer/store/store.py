"""The one event store: everything that is known of a dataset, and ways to select from it.

It reads a snapshot, where it is looked at; whatever is in memory is small at any size of the dataset.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pyroaring import BitMap, FrozenBitMap

from explorer.folding import fold
from explorer.model import Dataset
from explorer.snapshot import Numbers, decode_row
from explorer.store.cited import NOTHING_CITED, CitedPassages, Spans
from explorer.store.event_ids import EventIds
from explorer.store.facets import CLOSED, Facets, Flag
from explorer.store.fields import OWN_FIELDS
from explorer.store.paragraphs import Paragraphs
from explorer.store.phrases import Phrases
from explorer.store.record_codec import decode_country, decode_type
from explorer.store.records import (
    Documents,
    Events,
    Problems,
    events_in_file_order,
    passages_in_file_order,
)
from explorer.store.remembered import remembered
from explorer.store.selection import Selection
from explorer.store.time_axis import TimeAxis
from explorer.store.word_index import WordIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from explorer.evidence import DocumentText, Evidence, Passage
    from explorer.model import Document
    from explorer.problems import Problem
    from explorer.snapshot import Container
    from explorer.store.cited_text import CitedText
    from explorer.store.event_codec import Brief
    from explorer.store.fields import Field, OwnField


class Store:
    """The events of a dataset, numbered in time order, with the sets that every filter is made of.

    A selection is made from other selections; the store never hands out its sets to be changed.  Whatever
    looks at a damaged part of the snapshot raises DamagedSnapshotError.
    """

    def __init__(self, container: Container) -> None:
        self._container = container
        about = decode_row(container.section("about"))
        files: list[str] = about["files"]
        self.events = Events(container, files)
        self.documents = Documents(container, dict(about["documents"]), files)
        self.problems: Sequence[Problem] = Problems(container)
        self.facets = Facets(container)
        self.axis = TimeAxis(container, about["dated"], self.facets.spans)
        self.dataset = Dataset(
            path=Path(about["path"]),
            title=about["title"],
            description=about["description"],
            license=about["license"],
            countries={row[0]: decode_country(row, files) for row in about["countries"]},
            documents=self.documents,
            types={row[0]: decode_type(row, files) for row in about["types"]},
            events=events_in_file_order(container, self.events),
            problems=self.problems,
        )
        self.ids = EventIds(container)
        self._cited_bounds = Numbers(container, "cited.bounds", "Q")
        self._cited_rows = Numbers(container, "cited", "I")
        self._cited_reach = Numbers(container, "cited.reach", "I")
        self._span_bounds = Numbers(container, "cited.spans.bounds", "Q")
        self._spans = [Numbers(container, f"cited.spans.{name}", "I") for name in Spans._fields]
        self._phrases = Phrases(container)
        self._indexes: dict[Field, WordIndex] = {
            field: WordIndex(container, f"words.{field}") for field in OWN_FIELDS
        }
        self._paragraphs = Paragraphs(container)
        self.everything = Selection(self, FrozenBitMap(range(len(self.events))))
        self.nothing = Selection(self, FrozenBitMap())

    def beside(self, section: str) -> bytes:
        """What whoever wrote the snapshot has put into it beside the dataset, by name; empty if nothing."""
        return self._container.section(section)

    def check(self) -> None:
        """Make sure of the whole snapshot, which otherwise is checked where it is looked at."""
        self._container.check_all()

    @cached_property
    def evidence(self) -> Evidence:
        """The verdicts on all quotes, and the documents that they are in."""
        from explorer.evidence import Evidence

        return Evidence(
            events=self.dataset.events,
            passages=passages_in_file_order(self._container, self.events),
            documents=_DocumentTexts(self.documents),
            problems=(),
        )

    def number_of(self, event_id: str) -> int | None:
        """The number of the event with this id."""
        return self.ids.number_of(event_id)

    def brief(self, number: int) -> Brief:
        """What a list shows of an event."""
        return self.events.brief(number)

    def passages(self, number: int) -> tuple[Passage, ...]:
        """The passages of an event, one for each of its citations, in their order."""
        return self.events.passages(number)

    @remembered(16)
    def cited_passages(self, document: str) -> CitedPassages:
        """Where a document is cited, and for which events; nowhere for an id that no document has."""
        if document not in self.documents:
            return NOTHING_CITED
        place = self.documents.place(document)
        first, last = self._cited_bounds.piece(place, place + 2)
        begin, end = self._span_bounds.piece(place, place + 2)
        return CitedPassages(
            self._cited_rows.piece(4 * first, 4 * last),
            self._cited_reach.piece(first, last),
            Spans(*(column.piece(begin, end) for column in self._spans)),
        )

    def tone(self, number: int) -> int:
        """What an event did to the relation, from -5 to +5: its own tone, else its type's."""
        event = self.events[number]
        return self.dataset.types[event.type].tone_of(event)

    @cached_property
    def lints(self) -> tuple[Problem, ...]:
        """Warnings of what looks like a slip, by place; worked out when first asked for, in a few seconds."""
        from explorer.evidence import lint

        # Every document is looked at, many of them again and again.
        documents = dict(self.documents)
        dataset = replace(self.dataset, documents=documents)
        evidence = replace(self.evidence, documents=dict(_DocumentTexts(documents)))
        return by_place(lint(dataset, evidence))

    @cached_property
    def all_problems(self) -> tuple[Problem, ...]:
        """The problems met when the dataset was opened, and the lints, by place."""
        return by_place((*self.problems, *self.lints))

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
        wanted = [bits for tone, bits in self.facets.tones.items() if low <= int(tone) <= high]
        return self._chosen(FrozenBitMap.union(*wanted) if wanted else None)

    def flagged(self, flag: Flag) -> Selection:
        """The events that a flag holds for."""
        return self._chosen(self.facets.flags.get(flag))

    @cached_property
    def lasting(self) -> Selection:
        """The events whose date is an interval with a known beginning and a known end."""
        return self._chosen(self.facets.spans.get(CLOSED))

    def possibly_within(self, earliest: int | None, latest: int | None) -> Selection:
        """The events that may have happened between two days (ordinals, both included; None is open)."""
        return self._chosen(self.axis.possibly_within(earliest, latest))

    def certainly_within(self, earliest: int | None, latest: int | None) -> Selection:
        """The events that cannot have happened outside the days between the two."""
        return self._chosen(self.axis.certainly_within(earliest, latest))

    def with_word(self, word: str, field: Field, *, prefix: bool = False) -> Selection:
        """The events that hold a folded word, or one that begins so, in a field."""
        return Selection(self, self._with_word(word, field, prefix))

    @remembered(256)
    def _with_word(self, word: str, field: Field, prefix: bool) -> FrozenBitMap:
        index = self._index(field)
        found = index.with_prefix(word) if prefix else index.with_word(word)
        if field == "passage":
            return self._paragraphs.events_citing(found)
        return self._citing_any(self._paragraphs.documents_with(found)) if field == "text" else found

    def with_phrase(
        self, words: Sequence[str], field: OwnField, within: Selection, *, prefix: bool = False
    ) -> Selection:
        """The events of a selection that have folded words in sequence in a field."""
        return self.choose(self._phrases.holding(words, field, within.bits, prefix=prefix))

    def vocabulary(self, field: Field) -> Sequence[str]:
        """Every folded word of a field, sorted."""
        return self._index(field).vocabulary

    def text_around(self, number: int) -> str:
        """The paragraphs that the passages of an event stand in, each once, folded."""
        found: dict[tuple[str, int], str] = {}
        event = self.events[number]
        for source, passage in zip(event.sources, self.passages(number), strict=True):
            if passage.start is not None and passage.end is not None:
                text = self._cited_text(source.document)
                for place in text.around(passage.start, passage.end):
                    found[source.document, place] = text.paragraph(place)
        return "\n\n".join(map(fold, found.values()))

    @remembered(64)
    def _cited_text(self, document: str) -> CitedText:
        # Only words around a passage ask for it.
        from explorer.store.cited_text import CitedText

        return CitedText(self.documents[document].text)

    def choose(self, numbers: Iterable[int]) -> Selection:
        """The selection of these events."""
        return Selection(self, FrozenBitMap(numbers))

    def _index(self, field: Field) -> WordIndex:
        return self._indexes.get(field, self._paragraphs.words)

    def _citing_any(self, documents: Iterable[int]) -> FrozenBitMap:
        """The events that cite any of some documents, which are given by place."""
        ids = [*self.documents]
        cited = [bits for place in documents if (bits := self.facets.documents.get(ids[place]))]
        return FrozenBitMap(BitMap.union(*cited)) if cited else self.nothing.bits

    def _chosen(self, bits: FrozenBitMap | None) -> Selection:
        return self.nothing if bits is None else Selection(self, bits)


class _DocumentTexts(Mapping[str, "DocumentText"]):
    """The documents made ready for comparing what they say, by id."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents

    def __getitem__(self, id_: str) -> DocumentText:
        from explorer.evidence import DocumentText

        return DocumentText(self._documents[id_].text)

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)


def by_place(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems sorted by file, line and column."""
    return tuple(sorted(problems, key=lambda problem: (problem.file, problem.line, problem.column)))
