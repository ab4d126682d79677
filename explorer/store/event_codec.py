"""An event and its passages as one row of JSON, which is how a snapshot keeps them.

A row is [id, date, date_stated, countries, type, tone, title, summary, tags, file, line, column, sources], a
source [document, quote, prefix, suffix, date, date_stated, voice, note, line, column, passage], a passage
[verdict, start, end, places, nearest, why]; what is not there is null.  Files stand by number: an event names
the file that it is written in, and its sources are in the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.dates import parse
from explorer.evidence.passage import Passage
from explorer.model import Citation, Event, Place, StatedDate
from explorer.snapshot import decode_row, encode_row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from explorer.dates import EdtfDate
    from explorer.evidence.passage import Verdict


def encode_event(event: Event, passages: Sequence[Passage], files: Mapping[str, int]) -> bytes:
    """The row of an event of a file that has a number."""
    sources = [
        [
            source.document,
            source.quote,
            source.prefix,
            source.suffix,
            source.date and source.date.text,
            _stated(source.date_stated),
            source.voice,
            source.note,
            source.place.line,
            source.place.column,
            _passage(passage),
        ]
        for source, passage in zip(event.sources, passages, strict=True)
    ]
    place = event.place
    row = [
        event.id,
        event.date.text,
        _stated(event.date_stated),
        event.countries,
        event.type,
        event.tone,
        event.title,
        event.summary,
        event.tags,
        files[place.file],
        place.line,
        place.column,
        sources,
    ]
    return encode_row(row)


def _stated(stated: StatedDate | None) -> tuple[str, str] | None:
    return (stated.text, stated.calendar) if stated else None


def _passage(passage: Passage) -> list[Any]:
    if passage.places or passage.nearest or passage.why:
        nearest = passage.nearest
        return [passage.verdict, passage.start, passage.end, passage.places, nearest, passage.why]
    return [passage.verdict, passage.start, passage.end]


def decode_event(row: bytes, files: Sequence[str]) -> tuple[Event, tuple[Passage, ...]]:
    """The event and the passages of its sources that a row holds."""
    (id_, date, stated, countries, type_, tone, title, summary, tags, file, line, column, sources) = (
        decode_row(row)
    )
    name = files[file]
    event = Event(
        id=id_,
        date=parse(date),
        date_stated=stated and StatedDate(text=stated[0], calendar=stated[1]),
        countries=tuple(countries),
        type=type_,
        tone=tone,
        title=title,
        summary=summary,
        tags=tuple(tags),
        sources=tuple(_citation(source, name) for source in sources),
        place=Place(name, line, column),
    )
    return event, tuple(_decoded_passage(*source[-1]) for source in sources)


def decode_verdicts(row: bytes) -> list[Verdict]:
    """The verdicts alone on the sources that a row holds, a third of the work."""
    return [source[-1][0] for source in decode_row(row)[-1]]


def _citation(row: list[Any], file: str) -> Citation:
    document, quote, prefix, suffix, date, stated, voice, note, line, column, _ = row
    return Citation(
        document=document,
        quote=quote,
        prefix=prefix,
        suffix=suffix,
        date=_date(date),
        date_stated=stated and StatedDate(text=stated[0], calendar=stated[1]),
        voice=voice,
        note=note,
        place=Place(file, line, column),
    )


def _date(text: str | None) -> EdtfDate | None:
    return None if text is None else parse(text)


def _decoded_passage(
    verdict: Any, start: int | None, end: int | None, places: Any = (), nearest: Any = None, why: str = ""
) -> Passage:
    spans = tuple((first, last) for first, last in places)
    return Passage(verdict, start, end, spans, nearest and (nearest[0], nearest[1]), why)
