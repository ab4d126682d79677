"""Events in the plainest YAML, read without a parser: most of those of a large dataset."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING

from explorer.dates import EdtfError, parse
from explorer.loading.collected import Reference
from explorer.loading.events import LOST_COUNTRY, LOST_DOCUMENT, LOST_TYPE
from explorer.loading.fields import TONES
from explorer.loading.plain_patterns import INDENTS, citation_pattern, event_pattern, usual_event_pattern
from explorer.loading.plain_scalars import NotPlainError, names_of, text_of
from explorer.model import Citation, Event, Place
from explorer.records import maker

if TYPE_CHECKING:
    import re

    from explorer.loading.collected import Collected

_make_event, _make_citation = maker(Event), maker(Citation)

_DASH = len("- ")
_TO_QUOTE = len("- quote: ")


class PlainEvents:
    """Reads those events of a text that are plain and have no defect.

    Their dashes stand after `indent` spaces, one of INDENTS; `file` is the name of the text's file, of which
    the text begins on `line`.
    """

    def __init__(self, text: str, indent: int, file: str, collected: Collected, line: int) -> None:
        self._text = text
        self._usual = usual_event_pattern(indent).fullmatch
        self._any = event_pattern(indent).fullmatch
        self._column = indent + _DASH + 1
        self._file = file
        self._collected = collected
        # Where the event begins, and which line a place is on that was asked for last.
        self._start = self._known = 0
        self._line = line
        self._unknown: list[Reference] = []

    def match(self, start: int, end: int) -> re.Match[str] | None:
        """The event of a span, which begins with a line break; None where it is not plain."""
        return self._usual(self._text, start, end) or self._any(self._text, start, end)

    def collect(self, found: re.Match[str]) -> bool:
        """Collect an event that was matched.

        False, with nothing done, where the parser is needed after all, or there is something to report
        besides ids that are not known yet.
        """
        self._start = found.start()
        try:
            event = self._event(found)
        except (NotPlainError, EdtfError):
            self._unknown.clear()
            return False
        if self._unknown:
            self._collected.references += self._unknown
            self._unknown.clear()
        at = found.start("id")
        usual = at == self._start + self._column + len("id: ")
        self._collected.add_event(event, None if usual else self._place(at))
        return True

    def _event(self, found: re.Match[str]) -> Event:
        id_, date, countries, type_, tone, title, summary, tags, sources = found.groups()
        if not (id_ and date and countries and type_ and title and sources):
            raise NotPlainError
        known, names = self._collected.places, names_of(countries)
        if id_ in known["event"]:
            raise NotPlainError
        if type_ not in known["type"] or not known["country"].keys() >= set(names):
            self._note_unknown(found, names, type_)
        place = Place(self._file, self.line_at(self._start + 1), self._column)
        return _make_event(
            id=id_,
            date=parse(text_of(date)),
            countries=names,
            type=intern(type_),
            tone=TONES[tone] if tone else None,
            title=text_of(title),
            summary=text_of(summary) if summary else "",
            tags=names_of(tags) if tags else (),
            sources=tuple(self._citations(id_, *found.span("sources"))),
            place=place,
        )

    def _citations(self, event: str, at: int, end: int) -> list[Citation]:
        text, documents = self._text, self._collected.places["document"]
        indent = text.index("-", at) - at - 1
        if indent not in INDENTS:
            raise NotPlainError
        match, column = citation_pattern(indent).match, indent + _TO_QUOTE + 1
        citations, line, known = [], self._line, self._known
        while at < end:
            found = match(text, at, end)
            if found is None:
                raise NotPlainError
            document, quote, prefix, suffix, date, voice, note = found.groups()
            if not (document and quote):
                raise NotPlainError
            name = intern(document)
            if name not in documents:
                self._refer("document", name, event, found.start("document"), LOST_DOCUMENT)
            # As `line_at` does, without a call for each of the most frequent records.
            quoted_at = found.start("quote")
            line += text.count("\n", known, quoted_at)
            known = quoted_at
            citations.append(
                _make_citation(
                    document=name,
                    quote=text_of(quote),
                    prefix=text_of(prefix) if prefix else "",
                    suffix=text_of(suffix) if suffix else "",
                    date=parse(text_of(date)) if date else None,
                    voice=text_of(voice) if voice else "",
                    note=text_of(note) if note else "",
                    place=Place(self._file, line, column),
                )
            )
            at = found.end()
        self._line, self._known = line, known
        return citations

    def _note_unknown(self, found: re.Match[str], countries: tuple[str, ...], type_: str) -> None:
        event, at = found["id"], found.start("countries") + 1
        for country in countries:
            if country not in self._collected.places["country"]:
                self._refer("country", country, event, at, LOST_COUNTRY)
            at += len(country) + len(", ")
        if type_ not in self._collected.places["type"]:
            self._refer("type", type_, event, found.start("type"), LOST_TYPE)

    def _refer(self, noun: str, id_: str, event: str, at: int, loss: str) -> None:
        owner = len(self._collected.events)
        self._unknown.append(Reference(noun, id_, self._place(at), event, owner, loss))

    def _place(self, offset: int) -> Place:
        return Place(self._file, self.line_at(offset), offset - self._text.rindex("\n", 0, offset))

    def line_at(self, offset: int) -> int:
        """The number of the line that an offset is on; fast where the one asked for before was not far."""
        known = self._known
        if known <= offset:
            self._line += self._text.count("\n", known, offset)
        else:
            self._line -= self._text.count("\n", offset, known)
        self._known = offset
        return self._line
