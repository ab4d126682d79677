"""The figures of a dataset: what it counts, how well it is proved, how much of its documents it uses."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypedDict, get_args

from explorer.dates import iso_day
from explorer.evidence import Verdict
from explorer.store import FLAGS

if TYPE_CHECKING:
    from explorer.model import Document
    from explorer.store import Store


class Coverage(TypedDict):
    """How much of a document is cited: characters in passages that were found, their share, citing events."""

    id: str
    title: str
    form: str
    characters: int
    cited: int
    share: float
    events: int


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
    verdicts = Counter(passage.verdict for number in everything for passage in store.passages(number))
    severities = Counter(problem.severity for problem in store.problems)
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
    cited = sum(end - start for start, end in store.cited_passages(document.id).spans)
    return {
        "id": document.id,
        "title": document.title,
        "form": document.form,
        "characters": len(document.text),
        "cited": cited,
        "share": round(cited / len(document.text), 4) if document.text else 0.0,
        "events": len(store.citing(document.id)),
    }
