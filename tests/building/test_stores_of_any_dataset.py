"""What a store answers is what its dataset and evidence say, worked out the slow way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.building import sections_of
from explorer.dates import parse, sort_key
from explorer.dates.order import certainly_within, possibly_within
from explorer.event_types import BUILT_IN_TYPES
from explorer.evidence import Evidence, disputed, paragraphs, verify, witnesses
from explorer.folding import tokens
from explorer.model import Citation, Country, Dataset, Document, Event, EventType, Place, StatedDate
from explorer.opening.cache import temporary_snapshot
from explorer.problems import Problem
from explorer.store import OWN_FIELDS, Store

# Words that share their beginnings, and characters that are easily lost on the way.
WORDS = [
    "ab",
    "abc",
    "abd",
    "a",
    "Ábc",
    "ÀB",
    "Ж",
    "жар",
    "北京",
    "ｆ",
    "x1",
    "e\u0301t",
    "\U0001f600",
    "-",
    "\x85",
]
ODD = [
    "\0",
    "\x1f",
    "\u2028",
    "\ud800",
    "\udcff",
    "\ud83d\ude00",
    "\\",
    '"',
    "\n",
    "\n\n",
    "\r\n\r\n",
    "_",
    " ",
]
TEXTS = st.lists(st.sampled_from([*WORDS, *WORDS, *ODD]), max_size=6).map(" ".join)
# Enough words with one beginning for a set of that prefix.
MANY = st.lists(st.integers(0, 60).map("ab{}".format), max_size=12).map(" ".join)
IDS = st.text("aAbÀ\u0130-\udcff", min_size=1, max_size=3)
DATES = st.sampled_from(
    ["1960", "1960-09-28", "1960-09~", "1961?", "196X", "1959/1962", "../1960", "1960/..", "XXXX-04",
     "-0043-03-15", "Y170000002", "-5000", "Y1E30", "1960/", "[1957,1960]"]
).map(parse)  # fmt: skip
COUNTRIES, DOCUMENTS, TYPES = ("CUB", "CHN", "\udcff"), ("doc", "Doc", "北"), (*BUILT_IN_TYPES, "own")
PLACES = st.builds(Place, st.sampled_from(["a.yaml", "b\udcff.yaml"]), st.integers(0, 99), st.integers(0, 9))
STATED = st.none() | st.builds(StatedDate, text=TEXTS, calendar=st.just("julian"))


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Document]:
    found = draw(st.lists(st.sampled_from(DOCUMENTS), unique=True))
    return {
        id_: Document(
            id=id_,
            title=draw(TEXTS),
            author=draw(TEXTS),
            date=draw(st.none() | DATES),
            stance=draw(TEXTS),
            derived_from=tuple(draw(st.lists(st.sampled_from(found), max_size=1))),
            file=draw(st.none() | TEXTS),
            text=draw(st.lists(TEXTS, max_size=5).map("\n\n".join)),
            place=draw(PLACES),
        )
        for id_ in found
    }


@st.composite
def citations(draw: st.DrawFn, known: dict[str, Document]) -> Citation:
    document = known[draw(st.sampled_from([*known]))]
    start = draw(st.integers(0, len(document.text)))
    taken = document.text[start : start + draw(st.integers(0, 12))]
    return Citation(
        document=document.id,
        quote=draw(st.just(taken) | TEXTS),
        prefix=draw(TEXTS),
        suffix=draw(TEXTS),
        date=draw(st.none() | DATES),
        date_stated=draw(STATED),
        voice=draw(TEXTS),
        note=draw(TEXTS),
        place=draw(PLACES),
    )


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    known = draw(documents())
    sources = st.lists(citations(known), max_size=3) if known else st.just([])
    events = []
    for id_ in draw(st.lists(IDS, unique=True, max_size=8)):
        place = draw(PLACES)
        events.append(
            Event(
                id=id_,
                date=draw(DATES),
                date_stated=draw(STATED),
                countries=tuple(draw(st.lists(st.sampled_from(COUNTRIES), unique=True))),
                type=draw(st.sampled_from(TYPES)),
                tone=draw(st.none() | st.integers(-5, 5)),
                title=draw(TEXTS | MANY),
                summary=draw(TEXTS | MANY),
                tags=tuple(draw(st.lists(TEXTS, unique=True, max_size=2))),
                sources=tuple(_in_file(source, place) for source in draw(sources)),
                place=place,
            )
        )
    own = EventType(id="own", label="Ábc own", plover="?", tone=3, place=Place("c.yaml", 1, 1))
    names = st.lists(TEXTS, max_size=2).map(tuple)
    countries = {
        id_: Country(
            id=id_, name=draw(TEXTS), aliases=draw(names), exists=draw(st.none() | DATES), place=draw(PLACES)
        )
        for id_ in COUNTRIES
    }
    problem = st.builds(
        Problem,
        file=st.sampled_from(["a.yaml", "z\udcff"]),
        line=st.integers(0, 5),
        column=st.integers(0, 5),
        severity=st.sampled_from(["error", "warning"]),
        code=st.just("odd"),
        message=TEXTS,
        hint=TEXTS,
        event=st.none() | IDS,
    )
    return Dataset(
        path=Path("any"),
        title=draw(TEXTS),
        countries=countries,
        documents=known,
        types={**BUILT_IN_TYPES, "own": own},
        events=tuple(events),
        problems=tuple(draw(st.lists(problem, max_size=3))),
    )


def _in_file(source: Citation, place: Place) -> Citation:
    """The citation, written in the file of its event, as every one is."""
    return replace(source, place=source.place._replace(file=place.file))


class Naive:
    """A dataset, its evidence, and the store that is made of both."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.evidence: Evidence = verify(dataset)
        self.store = Store(temporary_snapshot(sections_of(dataset, self.evidence)))
        pairs = zip(dataset.events, self.evidence.passages, strict=True)
        self.pairs = sorted(pairs, key=lambda pair: sort_key(pair[0].date))
        self.events = [event for event, _ in self.pairs]

    def numbers(self, holds: Callable[[Event], bool]) -> list[int]:
        return [number for number, event in enumerate(self.events) if holds(event)]

    def texts(self, event: Event, field: str) -> Iterator[str]:
        if field in ("title", "event"):
            yield event.title
        if field in ("quote", "event"):
            yield from (source.quote for source in event.sources)
        if field == "event":
            yield event.summary
            for source in event.sources:
                yield from (source.voice, source.note)
            for country in event.countries:
                yield from (self.dataset.countries[country].name, *self.dataset.countries[country].aliases)
            yield self.dataset.types[event.type].label
            yield " ".join(event.tags)

    def words(self, event: Event, field: str) -> set[str]:
        return {word for text in self.texts(event, field) for word, _, _ in tokens(text)}


def is_phrase(wanted: list[str], text: str, *, prefix: bool) -> bool:
    for start, end in paragraphs(text):
        found = [word for word, _, _ in tokens(text[start:end])]
        for first in range(len(found) - len(wanted) + 1):
            *middle, last = found[first : first + len(wanted)]
            if middle == wanted[:-1] and (last.startswith(wanted[-1]) if prefix else last == wanted[-1]):
                return True
    return False


def any_dataset() -> st.SearchStrategy[Naive]:
    return datasets().map(Naive)


@settings(max_examples=25)
@given(any_dataset())
def test_records_come_back_as_they_were(naive: Naive) -> None:
    store, dataset = naive.store, naive.dataset
    assert [*store.events] == naive.events
    assert [store.events[number] for number in store.everything] == naive.events
    assert [store.passages(number) for number in store.everything] == [found for _, found in naive.pairs]
    assert [*store.dataset.events] == [*dataset.events]
    assert [*store.evidence.passages] == [*naive.evidence.passages]
    assert dict(store.dataset.types) == dict(dataset.types)


@settings(max_examples=25)
@given(any_dataset())
def test_records_other_than_events_come_back_as_they_were(naive: Naive) -> None:
    store, dataset = naive.store, naive.dataset
    assert dict(store.dataset.countries) == dict(dataset.countries)
    assert dict(store.documents) == dict(dataset.documents)
    assert (store.dataset.title, store.dataset.path) == (dataset.title, dataset.path)
    assert [*store.problems] == by_place([*dataset.problems, *naive.evidence.problems])
    assert [*store.documents] == [*dataset.documents]


def by_place(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: (problem.file, problem.line, problem.column))


@settings(max_examples=25)
@given(any_dataset())
def test_words_are_found_in_the_fields_that_have_them(naive: Naive) -> None:
    for field in OWN_FIELDS:
        by_event = [naive.words(event, field) for event in naive.events]
        vocabulary = sorted(set().union(*by_event), key=lambda word: word.encode("utf-8", "surrogatepass"))
        assert [*naive.store.vocabulary(field)] == vocabulary
        for word in [*vocabulary, "missing", "ab1"]:
            having = [number for number, words in enumerate(by_event) if word in words]
            assert [*naive.store.with_word(word, field)] == having
        for prefix in {word[:length] for word in vocabulary for length in range(1, len(word) + 1)} | {"ab"}:
            having = [n for n, words in enumerate(by_event) if any(word.startswith(prefix) for word in words)]
            assert [*naive.store.with_word(prefix, field, prefix=True)] == having


@settings(max_examples=25)
@given(any_dataset())
def test_words_around_passages_and_of_documents_are_found(naive: Naive) -> None:
    around: list[set[str]] = [set() for _ in naive.events]
    cited: list[set[str]] = [set() for _ in naive.events]
    for number, (event, passages) in enumerate(naive.pairs):
        for source, passage in zip(event.sources, passages, strict=True):
            if passage.start is None or passage.end is None:
                continue
            text = naive.dataset.documents[source.document].text
            for start, end in paragraphs(text):
                if start < max(passage.end, passage.start + 1) and passage.start < end:
                    around[number] |= {word for word, _, _ in tokens(text[start:end])}
    for number, event in enumerate(naive.events):
        for id_ in {source.document for source in event.sources}:
            cited[number] |= {word for word, _, _ in tokens(naive.dataset.documents[id_].text)}
    for word in set().union(*around, *cited):
        assert [*naive.store.with_word(word, "passage")] == [
            n for n, words in enumerate(around) if word in words
        ]
        assert [*naive.store.with_word(word, "text")] == [n for n, words in enumerate(cited) if word in words]


@settings(max_examples=25)
@given(any_dataset(), st.data(), st.booleans())
def test_phrases_are_found_where_their_words_stand_in_sequence(
    naive: Naive, data: st.DataObject, prefix: bool
) -> None:
    for field in OWN_FIELDS:
        texts = [text for event in naive.events for text in naive.texts(event, field)]
        found = [word for text in texts for word, _, _ in tokens(text)] or ["nothing"]
        first = data.draw(st.integers(0, len(found) - 1))
        wanted = found[first : first + data.draw(st.integers(1, 3))]
        if prefix:
            wanted[-1] = wanted[-1][: data.draw(st.integers(1, len(wanted[-1])))]
        having = naive.numbers(
            lambda event: any(is_phrase(wanted, text, prefix=prefix) for text in naive.texts(event, field))  # noqa: B023
        )
        assert [*naive.store.with_phrase(wanted, field, naive.store.everything, prefix=prefix)] == having


@settings(max_examples=25)
@given(any_dataset())
def test_facets_hold_the_events_that_have_them(naive: Naive) -> None:
    store, types, known = naive.store, naive.dataset.types, naive.dataset.documents
    for id_ in naive.dataset.countries:
        assert [*store.involving(id_)] == naive.numbers(lambda event: id_ in event.countries)  # noqa: B023
    for id_ in types:
        assert [*store.of_type(id_)] == naive.numbers(lambda event: event.type == id_)  # noqa: B023
    for id_ in known:
        assert [*store.citing(id_)] == naive.numbers(lambda e: id_ in {s.document for s in e.sources})  # noqa: B023
    for tag in {tag for event in naive.events for tag in event.tags}:
        assert [*store.tagged(tag)] == naive.numbers(lambda event: tag in event.tags)  # noqa: B023
    tones = [types[e.type].tone if e.tone is None else e.tone for e in naive.events]
    assert [store.tone(number) for number in store.everything] == tones
    assert [*store.with_tone(-1, 3)] == [number for number, tone in enumerate(tones) if -1 <= tone <= 3]
    faulty = {problem.event for problem in (*naive.dataset.problems, *naive.evidence.problems)}
    assert [*store.flagged("problem")] == naive.numbers(lambda event: event.id in faulty)
    assert [*store.flagged("disputed")] == naive.numbers(disputed)
    assert [*store.flagged("approximate")] == naive.numbers(lambda event: event.date.approximate)
    assert [*store.flagged("uncertain")] == naive.numbers(lambda event: event.date.uncertain)
    assert [*store.flagged("unsourced")] == naive.numbers(lambda event: not event.sources)
    single = naive.numbers(lambda event: bool(event.sources) and len(witnesses(event, known)) == 1)
    assert [*store.flagged("single-source")] == single
    assert sum(store.everything.counts_by_type().values()) == len(naive.events)


DAYS = st.none() | st.integers(715_000, 716_500) | st.sampled_from([-(10**12), 10**12])


@settings(max_examples=40)
@given(any_dataset(), DAYS, DAYS)
def test_ranges_of_time_hold_what_may_or_must_lie_in_them(
    naive: Naive, earliest: int | None, latest: int | None
) -> None:
    # Unknown dates are in no range; nobody asks for one without bounds.
    dated = [e.date.earliest is not None or e.date.latest is not None for e in naive.events]
    possible = naive.numbers(lambda event: possibly_within(event.date, earliest, latest))
    assert [*naive.store.possibly_within(earliest, latest)] == [n for n in possible if dated[n]]
    certain = naive.numbers(lambda event: certainly_within(event.date, earliest, latest))
    assert [*naive.store.certainly_within(earliest, latest)] == certain


@settings(max_examples=25)
@given(any_dataset())
def test_events_are_found_by_their_ids(naive: Naive) -> None:
    ids = [event.id for event in naive.events]
    assert [naive.store.number_of(id_) for id_ in ids] == [*range(len(ids))]
    assert sorted(id_ for _, id_ in naive.store.ids) == sorted(ids)
    assert naive.store.number_of("not there") is None


@settings(max_examples=25)
@given(any_dataset())
def test_documents_know_where_they_are_cited(naive: Naive) -> None:
    for id_ in naive.dataset.documents:
        passages = [
            (passage.start, passage.end, number)
            for number, (event, found) in enumerate(naive.pairs)
            for source, passage in zip(event.sources, found, strict=True)
            if source.document == id_ and passage.verdict in ("exact", "typography")
        ]
        cited = naive.store.cited_passages(id_)
        for start, end, _ in passages:
            touching = {n for first, last, n in passages if first < end and start < last}
            assert cited.touching(start or 0, end or 0) == sorted(touching)
        covered = {place for start, end, _ in passages for place in range(start or 0, end or 0)}
        assert {place for start, end in cited.spans for place in range(start, end)} == covered
        for place in range(len(naive.dataset.documents[id_].text)):
            assert cited.is_cited(place, place + 1) == (place in covered)
        for (first, last), count in zip(cited.spans, cited.counts, strict=True):
            assert count == len({n for start, end, n in passages if first <= (start or 0) <= last})
            assert cited.most_citing(first, first + 1) == count
            assert cited.most_citing(first + 1, last) == 0
