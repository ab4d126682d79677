"""Search the plain way: every event is looked at by itself, and every text is read from its beginning."""

from __future__ import annotations

import re
import unicodedata

from explorer.model import Dataset, Event
from explorer.search import And, Days, Field, Node, Not, Or, Phrase, Tones, Word


def matches(dataset: Dataset, event: Event, node: Node) -> bool:
    match node:
        case And():
            return all(matches(dataset, event, operand) for operand in node.operands)
        case Or():
            return any(matches(dataset, event, operand) for operand in node.operands)
        case Not():
            return not matches(dataset, event, node.operand)
        case Field():
            return field_matches(dataset, event, node)
        case _:
            return event in found_anywhere(dataset, node)


def found_anywhere(dataset: Dataset, words: Word | Phrase) -> list[Event]:
    """The events that have it; if none does, those with it beside a quote; if none, in a document."""
    for texts in (own_texts, paragraphs, lambda dataset, event: texts_of(dataset, event, "text")):
        if found := [e for e in dataset.events if any(holds(text, words) for text in texts(dataset, e))]:
            return found
    return []


def field_matches(dataset: Dataset, event: Event, field: Field) -> bool:
    match field.value:
        case Word() | Phrase() as words:
            return any(holds(text, words) for text in texts_of(dataset, event, field.name))
        case Days(earliest, latest, certain):
            return days_match(event, earliest, latest, certain)
        case Tones(low, high):
            tone = dataset.types[event.type].tone if event.tone is None else event.tone
            return low <= tone <= high
        case names:
            return all(named(dataset, event, field.name, name.text) for name in names)


def days_match(event: Event, earliest: int | None, latest: int | None, certain: bool) -> bool:
    first, last = event.date.earliest, event.date.latest
    if first is None and last is None:
        return False
    lowest, highest = -(10**9), 10**9
    first, last = (lowest if first is None else first), (highest if last is None else last)
    low, high = (lowest if earliest is None else earliest), (highest if latest is None else latest)
    return low <= first and last <= high if certain else first <= high and last >= low


def named(dataset: Dataset, event: Event, field: str, text: str) -> bool:
    """Only for names that are written whole: how names begin has its own tests."""
    names = {
        "country": [n for id_ in event.countries for n in names_of(dataset, id_)],
        "between": [n for id_ in event.countries for n in names_of(dataset, id_)],
        "type": [event.type, dataset.types[event.type].label],
        "doc": [n for s in event.sources for n in (s.document, dataset.documents[s.document].title)],
        "tag": list(event.tags),
        "is": flags(event),
    }
    if field == "id":
        return event.id.startswith(text.lower())
    return squeezed(text) in map(squeezed, names[field])


def names_of(dataset: Dataset, id_: str) -> tuple[str, ...]:
    return (id_, dataset.countries[id_].name, *dataset.countries[id_].aliases)


def flags(event: Event) -> list[str]:
    """Written down by hand for the small dataset."""
    return {
        "cuba-recognises-prc": [],
        "guevara-meets-mao": ["single-source"],
        "relations-cool": ["approximate", "single-source"],
        "sino-soviet-split": ["uncertain", "disputed"],
        "exile-in-mexico": ["single-source"],
        "oas-vote": ["unsourced", "problem"],
        "missing-quote": ["single-source", "problem"],
        "old-friends": ["unsourced"],
        "chile-visit": ["unsourced"],
    }[event.id]


def texts_of(dataset: Dataset, event: Event, field: str) -> list[str]:
    if field == "title":
        return [event.title]
    if field == "quote":
        return [source.quote for source in event.sources]
    return [dataset.documents[source.document].text for source in event.sources]


def own_texts(dataset: Dataset, event: Event) -> list[str]:
    texts = [event.title, event.summary, dataset.types[event.type].label, *event.tags]
    for source in event.sources:
        texts += [source.quote, source.voice, source.note]
    return texts + [name for id_ in event.countries for name in names_of(dataset, id_)[1:]]


def paragraphs(dataset: Dataset, event: Event) -> list[str]:
    texts = [(dataset.documents[source.document].text, source.quote) for source in event.sources]
    return [p for text, quote in texts for p in text.split("\n\n") if quote in p]


def holds(text: str, words: Word | Phrase) -> bool:
    wanted = [words.text] if isinstance(words, Word) else list(words.words)
    for paragraph in text.split("\n\n"):
        found = plain_words(paragraph)
        for place in range(len(found) - len(wanted) + 1):
            *whole, last = found[place : place + len(wanted)]
            ends = last.startswith(wanted[-1]) if words.prefix else last == wanted[-1]
            if whole == wanted[:-1] and ends:
                return True
    return False


def plain_words(text: str) -> list[str]:
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return re.findall(r"[a-z0-9]+", bare.lower())


def squeezed(text: str) -> str:
    return "".join(plain_words(text))
