"""The figures of a dataset: what it counts, how well it is proved, how much of its documents it uses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, TypedDict, get_args

from explorer.dates import iso_day
from explorer.evidence import Verdict, sentence_coverage
from explorer.store import FLAGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from explorer.dates import DateMention
    from explorer.model import Document
    from explorer.store import Store

_LINE_END = re.compile(r"\r\n|\r|\n")


class Lead(TypedDict):
    """A date in a document where nothing is cited, as written and as EDTF.

    `line` counts from 1, `start` and `end` count characters; `inferred` tells that the year is taken from the
    text before it.
    """

    text: str
    date: str
    inferred: bool
    line: int
    start: int
    end: int


class Coverage(TypedDict):
    """How much of a document is cited.

    `cited` are characters in passages that were found and `share` is their share, `events` the events that
    cite it; `sentences`, `sentences_cited` and `sentence_share` tell the same by sentences, `leads` are the
    dates in sentences of which nothing is cited.
    """

    id: str
    title: str
    form: str
    characters: int
    cited: int
    share: float
    events: int
    sentences: int
    sentences_cited: int
    sentence_share: float
    leads: list[Lead]


class Statistics(TypedDict):
    """The figures; the keys of the JSON.

    `types` are those that events have; `first` and `last` are the days on which the first and the last dated
    event begin (ISO 8601, null without one); `by_type` counts no zeros.
    """

    title: str
    events: int
    countries: int
    documents: int
    types: int
    citations: int
    first: str | None
    last: str | None
    verdicts: dict[str, int]
    flags: dict[str, int]
    problems: dict[str, int]
    by_country: dict[str, int]
    by_type: dict[str, int]
    coverage: list[Coverage]


def statistics(store: Store) -> Statistics:
    """Count what a store holds."""
    everything, dataset = store.everything, store.dataset
    first, last = store.axis.span or (None, None)
    verdicts = Counter(store.events.verdicts())
    severities = Counter(problem.severity for problem in store.all_problems)
    by_type = {id_: count for id_, count in everything.counts_by_type().items() if count}
    return {
        "title": dataset.title,
        "events": len(everything),
        "countries": len(dataset.countries),
        "documents": len(dataset.documents),
        "types": len(by_type),
        "citations": verdicts.total(),
        "first": iso_day(first),
        "last": iso_day(last),
        "verdicts": {verdict: verdicts[verdict] for verdict in get_args(Verdict)},
        "flags": {flag: len(store.flagged(flag)) for flag in FLAGS},
        "problems": {"error": severities["error"], "warning": severities["warning"]},
        "by_country": everything.counts_by_country(),
        "by_type": by_type,
        "coverage": [_coverage(store, document) for document in dataset.documents.values()],
    }


def _coverage(store: Store, document: Document) -> Coverage:
    spans = store.cited_passages(document.id).spans
    cited = sum(end - start for start, end in spans)
    by_sentence = sentence_coverage(document.text, spans)
    return {
        "id": document.id,
        "title": document.title,
        "form": document.form,
        "characters": len(document.text),
        "cited": cited,
        "share": round(cited / len(document.text), 4) if document.text else 0.0,
        "events": len(store.citing(document.id)),
        "sentences": by_sentence.sentences,
        "sentences_cited": by_sentence.cited,
        "sentence_share": round(by_sentence.share, 4),
        "leads": [*_leads(document.text, by_sentence.leads)],
    }


def _leads(text: str, mentions: Iterable[DateMention]) -> Iterator[Lead]:
    ends = [end.end() for end in _LINE_END.finditer(text)]
    for mention in mentions:
        yield {
            "text": text[mention.start : mention.end],
            "date": mention.date.text,
            "inferred": mention.inferred,
            "line": bisect_right(ends, mention.start) + 1,
            "start": mention.start,
            "end": mention.end,
        }
