"""The records of a dataset other than its events as rows of JSON, which is how a snapshot keeps them.

Dates stand as they are written, places as [number of the file, line, column].
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.dates import parse
from explorer.model import Country, Document, EventType, Place
from explorer.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from explorer.dates import EdtfDate

Row = list[Any]


def encode_country(country: Country, files: Mapping[str, int]) -> Row:
    """The row of a country."""
    return [
        country.id,
        country.name,
        country.aliases,
        country.kind,
        country.exists and country.exists.text,
        country.succeeded_by,
        _place_row(country.place, files),
    ]


def decode_country(row: Row, files: Sequence[str]) -> Country:
    """The country that a row holds."""
    id_, name, aliases, kind, exists, succeeded_by, place = row
    return Country(
        id=id_,
        name=name,
        aliases=tuple(aliases),
        kind=kind,
        exists=_date(exists),
        succeeded_by=succeeded_by,
        place=_place(place, files),
    )


def encode_type(kind: EventType, files: Mapping[str, int]) -> Row:
    """The row of an event type."""
    return [kind.id, kind.label, kind.plover, kind.tone, kind.place and _place_row(kind.place, files)]


def decode_type(row: Row, files: Sequence[str]) -> EventType:
    """The event type that a row holds."""
    id_, label, plover, tone, place = row
    return EventType(id=id_, label=label, plover=plover, tone=tone, place=place and _place(place, files))


def encode_document(document: Document, files: Mapping[str, int]) -> Row:
    """The row of a document, without its text."""
    return [
        document.id,
        document.title,
        document.author,
        document.publisher,
        document.date and document.date.text,
        document.url,
        document.language,
        document.license,
        document.stance,
        document.form,
        document.derived_from,
        document.file,
        _place_row(document.place, files),
    ]


def decode_document(row: Row, text: str, files: Sequence[str]) -> Document:
    """The document that a row holds, with its text."""
    (
        id_,
        title,
        author,
        publisher,
        date,
        url,
        language,
        license_,
        stance,
        form,
        derived_from,
        file,
        place,
    ) = row
    return Document(
        id=id_,
        title=title,
        author=author,
        publisher=publisher,
        date=_date(date),
        url=url,
        language=language,
        license=license_,
        stance=stance,
        form=form,
        derived_from=tuple(derived_from),
        file=file,
        text=text,
        place=_place(place, files),
    )


def encode_problem(problem: Problem) -> Row:
    """The row of a problem; it names its file."""
    return [
        problem.file,
        problem.line,
        problem.column,
        problem.severity,
        problem.code,
        problem.message,
        problem.hint,
        problem.event,
    ]


def decode_problem(row: Row) -> Problem:
    """The problem that a row holds."""
    file, line, column, severity, code, message, hint, event = row
    return Problem(
        file=file,
        line=line,
        column=column,
        severity=severity,
        code=code,
        message=message,
        hint=hint,
        event=event,
    )


def _place_row(place: Place, files: Mapping[str, int]) -> Row:
    return [files[place.file], place.line, place.column]


def _place(row: Row, files: Sequence[str]) -> Place:
    return Place(files[row[0]], row[1], row[2])


def _date(text: str | None) -> EdtfDate | None:
    return None if text is None else parse(text)
