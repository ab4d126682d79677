"""Records as JSON objects; their keys, and the order of the keys, are a promise to other people's scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.dates import iso_day
from explorer.evidence import disputed

if TYPE_CHECKING:
    from explorer.evidence import Passage
    from explorer.model import Citation, StatedDate
    from explorer.problems import Problem
    from explorer.store import Store

JsonObject = dict[str, object]


def event_record(store: Store, number: int) -> JsonObject:
    """An event of a store.

    `date` is EDTF; `earliest` and `latest` are ISO 8601 days, null where open or unknown; `tone` is the
    event's own or its type's; `date_stated` is null where no other calendar is involved.
    """
    event, passages = store.events[number], store.passages(number)
    return {
        "id": event.id,
        "date": event.date.text,
        "earliest": iso_day(event.date.earliest),
        "latest": iso_day(event.date.latest),
        "precision": event.date.precision,
        "approximate": event.date.approximate,
        "uncertain": event.date.uncertain,
        "title": event.title,
        "summary": event.summary,
        "countries": list(event.countries),
        "type": event.type,
        "tone": store.tone(number),
        "tags": list(event.tags),
        "disputed": disputed(event),
        "sources": [_source(*pair) for pair in zip(event.sources, passages, strict=True)],
        "file": event.place.file,
        "line": event.place.line,
        "date_stated": _stated_date(event.date_stated),
    }


def _source(citation: Citation, passage: Passage) -> JsonObject:
    """A citation: `start` and `end` count the characters of the document, null where the quote was not found.

    `date`, `voice`, `note` and `date_stated` are null where the dataset says nothing.
    """
    return {
        "document": citation.document,
        "quote": citation.quote,
        "verdict": passage.verdict,
        "start": passage.start,
        "end": passage.end,
        "date": citation.date.text if citation.date else None,
        "voice": citation.voice or None,
        "note": citation.note or None,
        "date_stated": _stated_date(citation.date_stated),
    }


def _stated_date(stated: StatedDate | None) -> JsonObject | None:
    return {"text": stated.text, "calendar": stated.calendar} if stated else None


def problem_record(problem: Problem) -> JsonObject:
    """A problem; `line` and `column` count from 1, and are 0 where the whole file is meant."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }
