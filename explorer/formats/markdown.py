"""Events as Markdown with footnotes: for a text that goes on being written elsewhere.

Footnotes are those of GitHub, Pandoc and PHP Markdown Extra: `[^1]` in the text, `[^1]: …` on its own line.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from explorer.dates import year_of
from explorer.evidence import comparisons, disputed
from explorer.formats.chicago import later_note, note_body
from explorer.formats.date_words import date_in_words
from explorer.formats.markdown_text import address, escaped
from explorer.formats.quotation import flow, quoted_passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from explorer.model import Citation, Event
    from explorer.store import Store


def events_markdown(store: Store, numbers: Iterable[int]) -> Iterator[str]:
    """A document in pieces: the events, given in time order, under the years in which they begin.

    Each has its date in words, its summary and the passages that say so, each with a footnote; where sources
    disagree on when it was, that is said.  The footnotes of a year stand at its end.
    """
    dataset = store.dataset
    yield f"# {escaped(flow(dataset.title))}\n"
    if dataset.description:
        yield f"\n{escaped(flow(dataset.description))}\n"
    notes = _Notes(store)
    for year, of_year in groupby(numbers, lambda number: _year(store.events[number])):
        yield f"\n## {year}\n"
        for number in of_year:
            yield _event(store, number, notes)
        yield notes.taken()


class _Notes:
    """The footnotes: numbered through the document, a document told in full by its first."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.count = 0
        self._first: dict[str, int] = {}
        self._waiting: list[str] = []

    def add(self, event: Event, citation: Citation) -> int:
        """The number of a new footnote on a citation of an event."""
        self.count += 1
        told = [self._source(citation)]
        if citation.date is not None and citation.date != event.date:
            told.append(f"Dates it {escaped(date_in_words(citation.date))}.")
        if citation.note:
            told.append(escaped(flow(citation.note)))
        self._waiting.append(f"[^{self.count}]: {' '.join(told)}\n")
        return self.count

    def taken(self) -> str:
        """The footnotes that have not been written yet, below a blank line."""
        waiting, self._waiting = self._waiting, []
        return "".join(("\n", *waiting)) if waiting else ""

    def _source(self, citation: Citation) -> str:
        document = self._store.dataset.documents[citation.document]
        first = self._first.setdefault(document.id, self.count)
        if first != self.count:
            return escaped(later_note(document, first, citation.voice))
        body = escaped(note_body(document, citation.voice))
        url = address(flow(document.url)) if document.url else ""
        told = ", ".join(filter(None, (body, url)))
        return told if told.endswith(".") else f"{told}."


def _event(store: Store, number: int, notes: _Notes) -> str:
    event, dataset = store.events[number], store.dataset
    countries = ", ".join(dataset.countries[id_].name for id_ in event.countries)
    facts = (_date(event), countries, dataset.types[event.type].label)
    blocks = [f"### {escaped(flow(event.title))}", escaped(flow(" · ".join(filter(None, facts))))]
    if event.summary:
        blocks.append(escaped(flow(event.summary)))
    first = notes.count + 1
    for citation, passage in zip(event.sources, store.passages(number), strict=True):
        document = dataset.documents[citation.document]
        said = escaped(quoted_passage(citation, passage, document))
        blocks.append(f"> {said}[^{notes.add(event, citation)}]")
    if not event.sources:
        blocks.append("No source is cited.")
    if disputed(event):
        blocks.append(_dispute(store, number, first))
    return "".join(f"\n{block}\n" for block in blocks)


def _dispute(store: Store, number: int, first: int) -> str:
    """A sentence on who says when, by the numbers of the footnotes, of which `first` is the event's first."""
    event = store.events[number]
    said = [
        f"note {first + each.citation} says {date_in_words(each.date)}"
        for each in comparisons(event, store.passages(number), store.evidence.documents)
        if each.date is not None
    ]
    return f"The sources disagree on when this was: {escaped(', '.join(said))}."


def _date(event: Event) -> str:
    told = date_in_words(event.date)
    stated = (
        f" (stated as {event.date_stated.text}, {event.date_stated.calendar})" if event.date_stated else ""
    )
    return f"{told[0].upper()}{told[1:]}{stated}"


def _year(event: Event) -> str:
    if event.date.earliest is None:
        return "Beginning unknown"
    year = year_of(event.date.earliest)
    return str(year) if year > 0 else f"{1 - year} BC"
