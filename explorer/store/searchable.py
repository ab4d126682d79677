"""What is searched: the words of an event, of its citations, and of the passages that it cites."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Literal

from explorer.evidence import paragraphs
from explorer.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.evidence import Passage
    from explorer.model import Dataset, Event

Field = Literal["title", "quote", "event", "passage", "text"]
# Where a word is looked for if no field is named: in the first of these in which any event has it.
ANYWHERE: tuple[Field, ...] = ("event", "passage", "text")


class CitedText:
    """The paragraphs of a document, with the words of each; a passage is found by its offsets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._spans = paragraphs(text)
        self._starts = [start for start, _ in self._spans]
        self._words: dict[int, set[str]] = {}

    def around(self, start: int, end: int) -> range:
        """The paragraphs (by number) that the characters from start to end touch."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        return range(first, bisect_right(self._starts, max(start, end - 1)))

    def words_of(self, paragraph: int) -> set[str]:
        """The folded words of a paragraph."""
        if paragraph not in self._words:
            self._words[paragraph] = words(self.paragraph(paragraph))
        return self._words[paragraph]

    def paragraph(self, number: int) -> str:
        """The text of a paragraph."""
        start, end = self._spans[number]
        return self.text[start:end]


class SearchableTexts:
    """Gives the texts and the words of each event, by field.

    "event" is what is written in the event itself, with the names and aliases of its countries and its type;
    "passage" the paragraphs in which its cited passages stand; "text" the whole documents that it cites.
    They are kept apart because a word of a document would match every event that cites it.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._documents = {id_: CitedText(document.text) for id_, document in dataset.documents.items()}
        self._names = {id_: " ".join((c.name, *c.aliases)) for id_, c in dataset.countries.items()}

    def own(self, event: Event) -> Iterator[str]:
        """The texts that are written in the event itself, and the names of what it refers to."""
        yield event.title
        yield event.summary
        for source in event.sources:
            yield source.quote
            yield source.voice
            yield source.note
        for country in event.countries:
            yield self._names[country]
        yield self._dataset.types[event.type].label
        yield " ".join(event.tags)

    def context(self, event: Event, passages: tuple[Passage, ...]) -> Iterator[tuple[CitedText, int]]:
        """The paragraphs around the event's passages, each once."""
        seen: set[tuple[str, int]] = set()
        for source, passage in zip(event.sources, passages, strict=True):
            if passage.start is None or passage.end is None:
                continue
            document = self._documents[source.document]
            for number in document.around(passage.start, passage.end):
                if (source.document, number) not in seen:
                    seen.add((source.document, number))
                    yield document, number

    def folded(self, event: Event, passages: tuple[Passage, ...], field: Field) -> str:
        """The searched text of an event in a field, folded, its parts as paragraphs."""
        # Part by part: most are ASCII, which folds fast.
        return "\n\n".join(fold(part) for part in self._parts(event, passages, field))

    def words(self, event: Event, passages: tuple[Passage, ...], field: Field) -> set[str]:
        """The folded words of an event in a field, other than "text"."""
        if field == "passage":
            found: set[str] = set()
            for document, number in self.context(event, passages):
                found |= document.words_of(number)
            return found
        return words("\n".join(self._parts(event, passages, field)))

    def words_of_document(self, document: str) -> set[str]:
        """The folded words of a whole document."""
        return words(self._documents[document].text)

    def _parts(self, event: Event, passages: tuple[Passage, ...], field: Field) -> Iterator[str]:
        if field == "title":
            yield event.title
        elif field == "quote":
            yield from (source.quote for source in event.sources)
        elif field == "text":
            for document in dict.fromkeys(source.document for source in event.sources):
                yield self._documents[document].text
        elif field == "passage":
            yield from (document.paragraph(number) for document, number in self.context(event, passages))
        else:
            yield from self.own(event)
