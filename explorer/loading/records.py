"""Countries, documents and event types: from YAML to records."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, cast

from explorer.event_types import PLOVER_CATEGORIES
from explorer.loading.documents import document_text
from explorer.loading.files import UnreadableFileError
from explorer.loading.wording import quoted
from explorer.model import COUNTRY_KINDS, DOCUMENT_FORMS, Country, Document, EventType

if TYPE_CHECKING:
    from explorer.loading.collected import Collected
    from explorer.loading.fields import Fields
    from explorer.loading.nodes import Scalar
    from explorer.model import CountryKind, DocumentForm


def read_country(fields: Fields, collected: Collected) -> Country | None:
    """A country; None, with an error reported, where it has no usable id or name."""
    id_, name = fields.identifier(), fields.text("name", required=True)
    successor = fields.scalar("succeeded_by")
    country = Country(
        id=id_ or "",
        name=name,
        aliases=tuple(intern(alias.value) for alias in fields.words("aliases")),
        kind=cast("CountryKind", fields.choice("kind", COUNTRY_KINDS, "state")),
        exists=fields.date("exists"),
        succeeded_by=collected.refer("country", successor, fields, "it is dropped") if successor else None,
        place=fields.place,
    )
    return country if id_ and name else None


def read_document(fields: Fields, collected: Collected) -> Document | None:
    """A document with its text; None, with an error reported, where it has no usable id, title or text."""
    id_, title = fields.identifier(), fields.text("title", required=True)
    file, text = _text(fields, collected)
    document = Document(
        id=id_ or "",
        title=title,
        author=fields.text("author"),
        publisher=fields.text("publisher"),
        date=fields.date("date"),
        url=fields.text("url"),
        language=fields.text("language"),
        license=fields.text("license"),
        stance=fields.text("stance"),
        form=cast("DocumentForm", fields.choice("form", DOCUMENT_FORMS, "original")),
        derived_from=tuple(
            collected.refer("document", origin, fields, "it is dropped")
            for origin in fields.words("derived_from")
        ),
        file=file,
        text=text or "",
        place=fields.place,
    )
    return document if id_ and title and text is not None else None


def read_event_type(fields: Fields, _: Collected) -> EventType | None:
    """An event type, which may stand for a built-in one of the same id; None where it has no usable id."""
    id_ = fields.identifier()
    if id_ is None:
        return None
    tone = fields.tone()
    return EventType(
        id=id_,
        label=fields.text("label") or id_.replace("-", " ").capitalize(),
        plover=fields.choice("plover", PLOVER_CATEGORIES, ""),
        tone=0 if tone is None else tone,
        place=fields.place,
    )


def _text(fields: Fields, collected: Collected) -> tuple[str | None, str | None]:
    """The file and the text of a document; no text where none can be had."""
    inline, file = fields.scalar("text"), fields.scalar("file")
    if inline is not None:
        if file is not None:
            message = f"{fields.name} has both text and file; the text stands"
            fields.error(file, "text-and-file", message, "Delete one of them.")
        return None, inline.value
    if file is not None:
        return file.value, _text_of_file(file, fields, collected)
    if not fields.has("text") and not fields.has("file"):
        message = f"{fields.name} has neither text nor file; it is left out"
        fields.error(
            fields.node, "missing-key", message, "Write text: | and the text below it, or file: and its path."
        )
    return None, None


def _text_of_file(file: Scalar, fields: Fields, collected: Collected) -> str | None:
    try:
        return document_text(collected.folder, file.value, collected.seen)
    except UnreadableFileError as error:
        message = f"{quoted(file.value)} {error.message}; {fields.name} is left out"
        fields.error(file, error.code, message, error.hint)
        return None
