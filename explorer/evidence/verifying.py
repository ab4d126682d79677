"""The verdicts on all quotes of a dataset."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from explorer.evidence.complaints import complaint
from explorer.evidence.document import DocumentText
from explorer.evidence.locating import locate
from explorer.evidence.passage import Passage
from explorer.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from explorer.model import Citation, Dataset, Event
    from explorer.problems import Problem

# For a quote that cannot be sought: it is empty, or its document is unknown; the loader has said so.
_UNSOUGHT = Passage("missing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The verdicts on the quotes of a dataset.

    `passages` has one tuple for each event of the dataset, in its order, with one passage for each citation.
    `documents` holds the prepared documents by id, `problems` one problem for each quote that is changed,
    ambiguous or missing, in the order of the events.
    """

    events: Sequence[Event]
    passages: Sequence[tuple[Passage, ...]]
    documents: Mapping[str, DocumentText]
    problems: tuple[Problem, ...]


def verify(dataset: Dataset, earlier: Evidence | None = None) -> Evidence:
    """Find every quote of the dataset in its document.

    With the evidence of an earlier state of the dataset, only quotes of events whose citations or documents
    have changed are sought again.
    """
    documents = _prepared(dataset, earlier)
    known = _known(dataset.events, documents, earlier) if earlier else {}
    citations = [
        s for number, event in enumerate(dataset.events) if number not in known for s in event.sources
    ]
    found = [_UNSOUGHT] * len(citations)
    for id_, wanted in _by_document(citations, documents).items():
        document = documents[id_]
        for at in wanted:
            found[at] = locate(document, citations[at].quote, citations[at].prefix, citations[at].suffix)
        # One document after the other, so that no two folds are held at a time.
        document.release()
    passages = tuple(_by_event(dataset.events, known, found))
    problems = tuple(_complaints(dataset.events, passages, documents))
    return Evidence(events=dataset.events, passages=passages, documents=documents, problems=problems)


def _prepared(dataset: Dataset, earlier: Evidence | None) -> dict[str, DocumentText]:
    """The documents by id; one that has not changed is that of the earlier evidence."""
    documents = {id_: DocumentText(document.text) for id_, document in dataset.documents.items()}
    if earlier:
        for id_, document in earlier.documents.items():
            if id_ in documents and documents[id_].text == document.text:
                documents[id_] = document
    return documents


def _known(
    events: Sequence[Event], documents: dict[str, DocumentText], earlier: Evidence
) -> dict[int, tuple[Passage, ...]]:
    """The passages of events (by number) whose quotes and documents are as they were."""
    unchanged = {id_ for id_, document in documents.items() if earlier.documents.get(id_) is document}
    before = {event.id: at for at, event in enumerate(earlier.events)}
    known: dict[int, tuple[Passage, ...]] = {}
    for number, event in enumerate(events):
        at = before.get(event.id)
        if at is None or not unchanged.issuperset(source.document for source in event.sources):
            continue
        if _same_quotes(earlier.events[at], event):
            known[number] = earlier.passages[at]
    return known


def _same_quotes(a: Event, b: Event) -> bool:
    return a.sources is b.sources or [*map(_selector, a.sources)] == [*map(_selector, b.sources)]


def _selector(source: Citation) -> tuple[str, str, str, str]:
    return source.document, source.quote, source.prefix, source.suffix


def _by_document(citations: Sequence[Citation], documents: Container[str]) -> dict[str, list[int]]:
    """The numbers of the citations whose quotes can be sought, by the id of their document."""
    wanted: defaultdict[str, list[int]] = defaultdict(list)
    for number, source in enumerate(citations):
        if source.document in documents and source.quote.strip():
            wanted[source.document].append(number)
    return wanted


def _by_event(
    events: Sequence[Event], known: dict[int, tuple[Passage, ...]], found: list[Passage]
) -> Iterator[tuple[Passage, ...]]:
    """The passages of each event: those that are known, else the next of those that were found."""
    done = 0
    for number, event in enumerate(events):
        if number in known:
            yield known[number]
        else:
            yield tuple(found[done : done + len(event.sources)])
            done += len(event.sources)


def _complaints(
    events: Sequence[Event], passages: Sequence[tuple[Passage, ...]], documents: dict[str, DocumentText]
) -> Iterator[Problem]:
    for event, found in zip(events, passages, strict=True):
        for source, passage in zip(event.sources, found, strict=True):
            if not passage.is_verified and passage is not _UNSOUGHT:
                yield complaint(source, passage, documents[source.document], event.id)
