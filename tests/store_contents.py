"""All that a store tells of a dataset, to compare two stores by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import get_args

from explorer.formats.json_records import event_record
from explorer.formats.json_text import json_lines
from explorer.store import OWN_FIELDS, Field, Store

YEAR_1960 = 715_509, 715_874


def lines(store: Store) -> str:
    """The events as `search '' --format jsonl` writes them."""
    return "".join(json_lines(event_record(store, number) for number in store.everything))


def questions(store: Store) -> Iterator[Callable[[], object]]:
    """Looks at every part of a store, one after the other."""
    yield lambda: lines(store)
    yield lambda: [store.passages(number) for number in store.everything]
    yield lambda: [*store.events]
    yield lambda: [*store.problems]
    yield lambda: dict(store.documents)
    yield lambda: [store.dataset.title, store.dataset.countries, store.dataset.types]
    yield lambda: [store.number_of(event.id) for event in store.dataset.events]
    yield lambda: [*store.ids]
    yield lambda: [store.cited_passages(id_).spans for id_ in store.documents]
    for field in get_args(Field):
        yield lambda field=field: _words(store, field)
    for field in OWN_FIELDS:
        yield lambda field=field: store.with_phrase(["cuba"], field, store.everything, prefix=True).bits
    for facet in ("countries", "types", "documents", "tags", "tones", "flags", "spans"):
        yield lambda facet=facet: dict(getattr(store.facets, facet))
    yield lambda: [store.axis.span, store.axis.periods("year"), store.axis.buckets(7)]
    yield lambda: [store.possibly_within(*YEAR_1960).bits, store.certainly_within(*YEAR_1960).bits]


def contents(store: Store) -> list[object]:
    """The answers to all questions."""
    return [question() for question in questions(store)]


def _words(store: Store, field: Field) -> list[object]:
    vocabulary = store.vocabulary(field)
    found = [(word, store.with_word(word, field).bits) for word in vocabulary]
    return [found, [store.with_word(word[:2], field, prefix=True).bits for word in vocabulary]]
