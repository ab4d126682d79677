"""An event and its passages as one row, which is how a snapshot keeps them.

A row is texts in UTF-8 with a NUL between two: first those of _FIRST, then the countries and the tags, of
which there are as many as two of these fields say, those of _FURTHER, and for each source _SOURCE_FIELDS.
What a list shows of an event stands in front: there the rest need not be parted.  Numbers are decimal, and
what is not there is empty.  A date of another calendar is JSON, [text, calendar], and so is what
a passage has besides its place, [places, nearest, why].  Files stand by number: an event names the file that
it is written in, and its sources are in the same.

Where a text holds a NUL itself, the row is a NUL and the same texts as a list in JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from explorer.dates import parse
from explorer.evidence.passage import Passage
from explorer.model import Citation, Event, Place, StatedDate
from explorer.records import dataclass, maker
from explorer.snapshot import decode_row, encode_row
from explorer.utf8 import decoded, encoded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from explorer.dates import EdtfDate
    from explorer.evidence.passage import Span, Verdict
    from explorer.evidence.standing import Standing

_FIRST = ("id", "file", "date", "title", "standing", "sources", "countries", "tags")
_FURTHER = ("date_stated", "type", "tone", "summary", "line", "column")
_SOURCE_FIELDS = (
    *("document", "quote", "prefix", "suffix", "date", "date_stated", "voice", "note", "line", "column"),
    *("verdict", "start", "end", "more"),
)
_COUNTRIES, _TAGS = map(_FIRST.index, ("countries", "tags"))
# Few events have more countries.
_FEW_COUNTRIES = 4
_VERDICT = _SOURCE_FIELDS.index("verdict")


@dataclass(frozen=True, slots=True)
class Brief:
    """What a list shows of an event: `countries` are ids, `sources` is how many are cited."""

    date: EdtfDate
    title: str
    countries: tuple[str, ...]
    standing: Standing
    sources: int


# A screen of them is decoded after a letter.
_make_brief = maker(Brief)
_make_event, _make_citation, _make_passage = maker(Event), maker(Citation), maker(Passage)


class Head(NamedTuple):
    """The id of an event, its date in EDTF, and the number of its file."""

    id: str
    date: str
    file: int


def encode_event(
    event: Event, passages: Sequence[Passage], standing: Standing, files: Mapping[str, int]
) -> bytes:
    """The row of an event of a file that has a number."""
    tone, place, countries, tags = event.tone, event.place, event.countries, event.tags
    fields = [
        event.id,
        str(files[place.file]),
        event.date.text,
        event.title,
        standing,
        str(len(event.sources)),
        str(len(countries)),
        str(len(tags)),
        *countries,
        *tags,
        _stated(event.date_stated) if event.date_stated else "",
        event.type,
        "" if tone is None else str(tone),
        event.summary,
        str(place.line),
        str(place.column),
    ]
    for source, passage in zip(event.sources, passages, strict=True):
        date, place, start, end = source.date, source.place, passage.start, passage.end
        has_more = passage.places or passage.nearest or passage.why
        fields += (
            source.document,
            source.quote,
            source.prefix,
            source.suffix,
            date.text if date else "",
            _stated(source.date_stated) if source.date_stated else "",
            source.voice,
            source.note,
            str(place.line),
            str(place.column),
            passage.verdict,
            "" if start is None else str(start),
            "" if end is None else str(end),
            _json([passage.places, passage.nearest, passage.why]) if has_more else "",
        )
    row = "\0".join(fields)
    is_plain = event.id and row.count("\0") == len(fields) - 1
    return encoded(row) if is_plain else b"\0" + encode_row(fields)


def decode_event(row: bytes, files: Sequence[str]) -> tuple[Event, tuple[Passage, ...]]:
    """The event and the passages of its sources that a row holds."""
    fields = _fields(row)
    id_, file, date, title, _, _, countries, tags = fields[: len(_FIRST)]
    tags_at = len(_FIRST) + int(countries)
    at = tags_at + int(tags)
    sources_at = at + len(_FURTHER)
    stated, type_, tone, summary, line, column = fields[at:sources_at]
    name, sources, passages = files[int(file)], list[Citation](), list[Passage]()
    for start in range(sources_at, len(fields), len(_SOURCE_FIELDS)):
        source, passage = _decoded_source(name, *fields[start : start + len(_SOURCE_FIELDS)])
        sources.append(source)
        passages.append(passage)
    event = _make_event(
        id=id_,
        date=parse(date),
        date_stated=_decoded_stated(stated) if stated else None,
        countries=tuple(fields[len(_FIRST) : tags_at]),
        type=type_,
        tone=int(tone) if tone else None,
        title=title,
        summary=summary,
        tags=tuple(fields[tags_at:at]),
        sources=tuple(sources),
        place=Place(name, int(line), int(column)),
    )
    return event, tuple(passages)


def decode_verdicts(row: bytes) -> list[Verdict]:
    """The verdicts alone on the sources that a row holds, a fraction of the work."""
    fields = _fields(row)
    at = len(_FIRST) + int(fields[_COUNTRIES]) + int(fields[_TAGS]) + len(_FURTHER)
    return fields[at + _VERDICT :: len(_SOURCE_FIELDS)]


def decode_brief(row: bytes) -> Brief:
    """What a list shows of the event that a row holds, a fraction of the work."""
    fields = _fields(row, len(_FIRST) + _FEW_COUNTRIES)
    _, _, date, title, standing, sources, countries, _ = fields[: len(_FIRST)]
    end = len(_FIRST) + int(countries)
    # The last one of them is not parted from what follows.
    if end >= len(fields):
        fields = _fields(row)
    return _make_brief(parse(date), title, tuple(fields[len(_FIRST) : end]), standing, int(sources))


def decode_head(row: bytes) -> Head:
    """What a row holds that can be told without the rest."""
    id_, file, date, *_ = _fields(row, len(_FIRST))
    return Head(id_, date, int(file))


def _fields(row: bytes, most: int = -1) -> list[Any]:
    """The texts of a row, in their order; behind the first `most`, if that is given, the rest may be one."""
    return decode_row(row[1:]) if row[:1] == b"\0" else decoded(row).split("\0", most)


def _json(value: object) -> str:
    return decoded(encode_row(value))


def _stated(stated: StatedDate) -> str:
    return _json([stated.text, stated.calendar])


def _decoded_stated(field: str) -> StatedDate:
    text, calendar = decode_row(encoded(field))
    return StatedDate(text=text, calendar=calendar)


def _decoded_source(
    file: str,
    document: str,
    quote: str,
    prefix: str,
    suffix: str,
    date: str,
    stated: str,
    voice: str,
    note: str,
    line: str,
    column: str,
    verdict: Any,
    start: str,
    end: str,
    more: str,
) -> tuple[Citation, Passage]:
    source = _make_citation(
        document=document,
        quote=quote,
        prefix=prefix,
        suffix=suffix,
        date=parse(date) if date else None,
        date_stated=_decoded_stated(stated) if stated else None,
        voice=voice,
        note=note,
        place=Place(file, int(line), int(column)),
    )
    span = int(start) if start else None, int(end) if end else None
    return source, _make_passage(verdict, *span, *(_decoded_more(more) if more else ()))


def _decoded_more(field: str) -> tuple[tuple[Span, ...], Span | None, str]:
    places, nearest, why = decode_row(encoded(field))
    return tuple((first, last) for first, last in places), nearest and (nearest[0], nearest[1]), why
