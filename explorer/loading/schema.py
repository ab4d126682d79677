"""Which keys a dataset's records have: the format, version 1."""

from __future__ import annotations

from typing import NamedTuple


class RecordKind(NamedTuple):
    """A kind of record: what it is called, alone and with its article, and the keys that it may have."""

    noun: str
    indefinite: str
    keys: frozenset[str]


COUNTRY = RecordKind(
    "country", "a country", frozenset({"id", "name", "aliases", "kind", "exists", "succeeded_by"})
)
DOCUMENT = RecordKind(
    "document",
    "a document",
    frozenset(
        {
            "id", "title", "author", "publisher", "date", "url", "language", "license", "stance", "form",
            "derived_from", "file", "text",
        }
    ),
)  # fmt: skip
EVENT_TYPE = RecordKind("type", "a type", frozenset({"id", "label", "plover", "tone"}))
EVENT = RecordKind(
    "event",
    "an event",
    frozenset(
        {"id", "date", "date_stated", "countries", "type", "tone", "title", "summary", "tags", "sources"}
    ),
)
CITATION = RecordKind(
    "source",
    "a source",
    frozenset({"document", "quote", "prefix", "suffix", "date", "date_stated", "voice", "note"}),
)
STATED_DATE = RecordKind("stated date", "a stated date", frozenset({"text", "calendar"}))

RECORD_KINDS = {"countries": COUNTRY, "documents": DOCUMENT, "types": EVENT_TYPE, "events": EVENT}
SECTIONS = frozenset(RECORD_KINDS)
DATASET = RecordKind("dataset", "a dataset", frozenset({"title", "description", "license", "version"}))
