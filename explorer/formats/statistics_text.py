"""The figures of a dataset as plain text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from explorer.formats.cells import fit, wrap
from explorer.formats.statistics import statistics
from explorer.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from explorer.formats.statistics import Coverage, Statistics
    from explorer.store import Store

_INDENT = "  "
_LABEL = 11
# So many leads of a document are told; the JSON has them all.
_LEADS = 4


def statistics_text(store: Store, width: int | None) -> Iterator[str]:
    """The figures in lines of at most `width` cells; without a width nothing is cut."""
    figures, dataset = statistics(store), store.dataset
    countries = {dataset.countries[id_].name: count for id_, count in figures["by_country"].items()}
    types = {dataset.types[id_].label: count for id_, count in figures["by_type"].items()}
    yield wrap(printable(figures["title"]), width) + "\n"
    yield "\n" + "".join(_labelled(label, fact, width) for label, fact in _facts(figures))
    yield from _block("Events by country", _ranked(countries), width)
    yield from _block("Events by type", _ranked(types), width)
    yield from _block(
        "Share of each document's sentences that are cited", _covered(figures["coverage"]), width
    )
    yield from _block("Dates in sentences that nothing cites", _leads(figures["coverage"]), width)


def _facts(figures: Statistics) -> Iterator[tuple[str, str]]:
    yield "Events", f"{figures['events']:,}, {_span(figures)}"
    yield "", _counts(figures["flags"])
    yield "Countries", f"{figures['countries']:,}"
    yield "Types", f"{figures['types']:,}"
    yield "Documents", f"{figures['documents']:,}, cited {figures['citations']:,} times"
    yield "Evidence", _counts(figures["verdicts"])
    yield "Problems", _counts({f"{kind}s" if n != 1 else kind: n for kind, n in figures["problems"].items()})


def _labelled(label: str, text: str, width: int | None) -> str:
    hanging = " " * _LABEL
    return f"{label:<{_LABEL}}" + wrap(text, width, hanging)[_LABEL:] + "\n"


def _span(figures: Statistics) -> str:
    if figures["first"] is None:
        return "none with a known date"
    return f"beginning between {figures['first']} and {figures['last']}"


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in counts.items() if count) or "none"


def _ranked(counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    for name, count in sorted(counts.items(), key=lambda item: -item[1]):
        yield f"{count:,}", name


def _covered(documents: Iterable[Coverage]) -> Iterator[tuple[str, str]]:
    for document in documents:
        events = f"{document['events']:,} event" + "s" * (document["events"] != 1)
        share = f"{document['sentences_cited']:,} of {document['sentences']:,}"
        text = f"{document['form']} of {document['characters']:,} characters"
        yield f"{document['sentence_share']:.0%}", f"{document['id']}, {share}, by {events}; {text}"


def _leads(documents: Iterable[Coverage]) -> Iterator[tuple[str, str]]:
    """The first few leads of each document that has any."""
    for document in documents:
        leads = document["leads"]
        if leads:
            told = [f"{' '.join(lead['text'].split())} (line {lead['line']:,})" for lead in leads[:_LEADS]]
            more = ["…"] * (len(leads) > _LEADS)
            yield f"{len(leads):,}", f"{document['id']}: {', '.join(told + more)}"


def _block(title: str, rows: Iterable[tuple[str, str]], width: int | None) -> Iterator[str]:
    """A title and rows of (figure, name), the figures to the right of their column, names cut to the line.

    Nothing without rows.
    """
    table = list(rows)
    if not table:
        return
    room = max((cell_len(figure) for figure, _ in table), default=0)
    yield f"\n{wrap(title, width)}\n"
    for figure, name in table:
        line = printable(f"{_INDENT}{figure:>{room}}  {name}")
        yield (line if width is None else fit(line, width).rstrip()) + "\n"
