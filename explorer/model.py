"""The records of a dataset: countries, documents, event types, events and their citations.

Records are frozen and hold what the YAML says, checked and with its ids resolved; what follows from them
(verdicts, counts, agreement of sources) is computed elsewhere.  `place` says where a record was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from explorer.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from explorer.dates import EdtfDate
    from explorer.problems import Problem

CountryKind = Literal["state", "organisation", "movement"]
COUNTRY_KINDS: tuple[str, ...] = get_args(CountryKind)

DocumentForm = Literal["original", "transcript", "translation", "digest"]
DOCUMENT_FORMS: tuple[str, ...] = get_args(DocumentForm)

FORMAT_VERSION = 1


class Place(NamedTuple):
    """Where something is written: the file as a person would open it, line and column from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state, an organisation of states or a movement: whatever an event can be about.

    `id` is ISO 3166-1 alpha-3 where there is one, ISO 3166-3 for states that are gone.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: CountryKind = "state"
    exists: EdtfDate | None = None
    succeeded_by: str | None = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source with its whole text; field names are CSL-JSON's where it has one.

    `text` is the document as it stands on disk, line ends included: every offset counts its characters.
    `stance` is one line of source criticism, `form` says what the text is, `derived_from` names the
    documents that this one only repeats.
    """

    id: str
    title: str
    author: str = ""
    publisher: str = ""
    date: EdtfDate | None = None
    url: str = ""
    language: str = ""
    license: str = ""
    stance: str = ""
    form: DocumentForm = "original"
    derived_from: tuple[str, ...] = ()
    file: str | None = None
    text: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """A kind of event, its PLOVER category, and the tone (-5 … +5) of an event that states none."""

    id: str
    label: str
    plover: str
    tone: int
    place: Place | None = None

    def tone_of(self, event: Event) -> int:
        """What an event of this type did to the relation, from -5 to +5: its own tone, else the type's."""
        return self.tone if event.tone is None else event.tone


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDate:
    """A date in the words of a source that uses another calendar, one of `explorer.dates.CALENDARS`."""

    text: str
    calendar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One source of one event: a W3C TextQuoteSelector (quote, prefix, suffix) into a document.

    `date` is what this source says, where it states one, and `date_stated` how, where that is in another
    calendar; `voice` is who speaks, where it is not the document's author.  `place` is where the quote is
    written.
    """

    document: str
    quote: str
    prefix: str = ""
    suffix: str = ""
    date: EdtfDate | None = None
    date_stated: StatedDate | None = None
    voice: str = ""
    note: str = ""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened between countries, with the editor's best date and the sources that say so.

    `date_stated` is that date as another calendar has it, where the editor took it from there.
    `tone` is None where the event states none; its type's tone then holds (-5 … +5: what it did to the
    relation).
    """

    id: str
    date: EdtfDate
    date_stated: StatedDate | None = None
    countries: tuple[str, ...]
    type: str
    tone: int | None = None
    title: str
    summary: str = ""
    tags: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """Everything that was read, in the order of the files, and every problem met on the way.

    `path` is the folder or the single file that was opened; `types` holds the built-in ones too.  Documents,
    events and problems may be decoded each time they are looked at.
    """

    path: Path
    title: str
    description: str = ""
    license: str = ""
    countries: Mapping[str, Country]
    documents: Mapping[str, Document]
    types: Mapping[str, EventType]
    events: Sequence[Event]
    problems: Sequence[Problem]
