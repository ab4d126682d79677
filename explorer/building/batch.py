"""A batch: what a snapshot is told of some events, made without knowing the other events.

Within a batch events are numbered as they come; the numbers of the snapshot are known when all batches are.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from explorer.dates import sort_key
from explorer.evidence import disputed, witnesses
from explorer.folding import paragraphs_of_words
from explorer.store.event_codec import encode_event
from explorer.store.time_axis import day_bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from explorer.dates.order import SortKey
    from explorer.evidence import Passage
    from explorer.model import Document, Event, EventType
    from explorer.problems import Problem

_VERIFIED = ("exact", "typography")


class Postings(NamedTuple):
    """For each of some keys the numbers of events: `counts` tells how many of `numbers` are of which key."""

    keys: list[bytes]
    counts: array[int]
    numbers: array[int]


@dataclass(slots=True)
class Batch:
    """Some events as a snapshot keeps them, in the order in which they were read.

    `words` are those of "title", "quote" and "rest": what else is written in the event, without the names of
    what it refers to.  `cited` has, by document, four numbers for each passage that was found: start, end,
    event, and whether it was found as quoted.
    """

    keys: list[SortKey] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    days: list[tuple[int, int]] = field(default_factory=list)
    rows: list[bytes] = field(default_factory=list)
    phrases: list[bytes] = field(default_factory=list)
    words: dict[str, Postings] = field(default_factory=dict)
    facets: dict[str, Postings] = field(default_factory=dict)
    cited: dict[str, array[int]] = field(default_factory=dict)
    problems: Sequence[Problem] = ()


class Known(NamedTuple):
    """What the events of a batch refer to.

    `names` has the folded words of the names of each country, `labels` those of each type's label.
    """

    types: Mapping[str, EventType]
    documents: Mapping[str, Document]
    names: Mapping[str, bytes]
    labels: Mapping[str, bytes]
    files: Mapping[str, int]


def batch_of(
    events: Iterable[Event],
    passages: Iterable[Sequence[Passage]],
    known: Known,
    problems: Sequence[Problem] = (),
) -> Batch:
    """Make a batch of events and the passages of their citations."""
    batch = Batch(problems=problems)
    words, facets, cited = _Gathered(), _Gathered(), defaultdict[str, "array[int]"](lambda: array("I"))
    for number, (event, found) in enumerate(zip(events, passages, strict=True)):
        batch.keys.append(sort_key(event.date))
        batch.ids.append(event.id)
        batch.files.append(event.place.file)
        batch.days.append(day_bounds(event.date))
        batch.rows.append(encode_event(event, found, known.files))
        batch.phrases.append(_add_words(words, number, event, known))
        for facet, key in _facets(event, known):
            facets.add(facet, key.encode("utf-8", "surrogatepass"), number)
        for source, passage in zip(event.sources, found, strict=True):
            if passage.start is not None and passage.end is not None:
                verified = passage.verdict in _VERIFIED
                cited[source.document].extend((passage.start, passage.end, number, verified))
    batch.words, batch.facets, batch.cited = words.packed(), facets.packed(), dict(cited)
    return batch


class _Gathered:
    """Numbers by kind and key."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, defaultdict[bytes, list[int]]] = defaultdict(
            lambda: defaultdict(list)
        )

    def add(self, kind: str, key: bytes, number: int) -> None:
        self._numbers[kind][key].append(number)

    def add_all(self, kind: str, keys: Iterable[bytes], number: int) -> None:
        numbers = self._numbers[kind]
        for key in keys:
            numbers[key].append(number)

    def packed(self) -> dict[str, Postings]:
        return {kind: packed(numbers) for kind, numbers in self._numbers.items()}


def packed(gathered: Mapping[bytes, list[int]]) -> Postings:
    """Numbers by key, in two long arrays: so they are sent fast from one process to another."""
    numbers = array("I")
    for found in gathered.values():
        numbers.extend(found)
    return Postings([*gathered], array("I", map(len, gathered.values())), numbers)


def _add_words(words: _Gathered, number: int, event: Event, known: Known) -> bytes:
    """Note the words of an event; returns its text for `explorer.store.phrases`."""
    title, in_title = _folded((event.title,))
    quotes, in_quotes = _folded([source.quote for source in event.sources])
    remarks = [text for source in event.sources for text in (source.voice, source.note) if text]
    rest, in_rest = _folded([event.summary, *remarks] if event.summary else remarks)
    words.add_all("title", in_title, number)
    words.add_all("quote", in_quotes, number)
    words.add_all("rest", in_rest, number)
    named = b"".join([known.names[country] for country in event.countries])
    tags = folded_words((" ".join(event.tags),)) if event.tags else b""
    return b"%b\0%b\0%b%b%b%b\0" % (title, quotes, rest, named, known.labels[event.type], tags)


def folded_words(texts: Sequence[str]) -> bytes:
    """The words of some texts as `explorer.store.phrases` has them."""
    return _folded(texts)[0]


def _folded(texts: Iterable[str]) -> tuple[bytes, set[bytes]]:
    lines, words = list[bytes](), set[bytes]()
    for text in texts:
        for paragraph in paragraphs_of_words(text):
            words.update(paragraph)
            lines.append(b" ".join(paragraph))
    return b" %b \n" % b" \n ".join(lines) if lines else b"", words


def _facets(event: Event, known: Known) -> Iterator[tuple[str, str]]:
    for country in event.countries:
        yield "countries", country
    yield "types", event.type
    for document in dict.fromkeys(source.document for source in event.sources):
        yield "documents", document
    for tag in event.tags:
        yield "tags", tag
    tone = known.types[event.type].tone if event.tone is None else event.tone
    yield "tones", str(tone)
    for flag in _flags(event, known):
        yield "flags", flag


def _flags(event: Event, known: Known) -> Iterator[str]:
    if event.date.approximate:
        yield "approximate"
    if event.date.uncertain:
        yield "uncertain"
    if not event.sources:
        yield "unsourced"
    elif len(witnesses(event, known.documents)) == 1:
        yield "single-source"
    if disputed(event):
        yield "disputed"
