"""The figures of a dataset as plain text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from explorer.formats.cells import fit
from explorer.formats.statistics import statistics
from explorer.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from explorer.formats.statistics import Coverage, Statistics
    from explorer.store import Store

_INDENT = "  "


def statistics_text(store: Store, width: int | None) -> Iterator[str]:
    """The figures in lines of at most `width` cells; without a width nothing is cut."""
    figures, dataset = statistics(store), store.dataset
    countries = {dataset.countries[id_].name: count for id_, count in figures["by_country"].items()}
    types = {dataset.types[id_].label: count for id_, count in figures["by_type"].items()}
    lines = [
        *(printable(figures["title"]), "", *_facts(figures)),
        *("", "Events by country", *_ranked(countries)),
        *("", "Events by type", *_ranked(types)),
        *("", "Documents", *_covered(figures["coverage"])),
    ]
    for line in lines:
        cut = width is not None and cell_len(line) > width
        yield (fit(line, width) if cut and width is not None else line) + "\n"


def _facts(figures: Statistics) -> Iterator[str]:
    yield f"Events     {figures['events']:,}, {_span(figures)}"
    yield f"Countries  {figures['countries']:,}"
    yield f"Types      {figures['types']:,}"
    yield f"Documents  {figures['documents']:,}, cited {figures['citations']:,} times"
    yield f"Evidence   {_counts(figures['verdicts'])}"
    yield f"Events     {_counts(figures['flags'])}"
    yield f"Problems   {_counts(figures['problems'])}"


def _span(figures: Statistics) -> str:
    if figures["first"] is None:
        return "none with a known date"
    return f"beginning between {figures['first']} and {figures['last']}"


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in counts.items() if count) or "none"


def _ranked(counts: Mapping[str, int]) -> Iterator[str]:
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    return _aligned((f"{count:,}", printable(name)) for name, count in ranked)


def _covered(documents: Iterable[Coverage]) -> Iterator[str]:
    return _aligned(
        (
            f"{document['share']:.0%} cited",
            f"of {document['characters']:,} characters",
            f"by {document['events']:,} events",
            printable(f"{document['id']} ({document['form']})"),
        )
        for document in documents
    )


def _aligned(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """The cells in columns, each to the right of its column but for the last one."""
    table = list(rows)
    widths = [max(map(cell_len, column)) for column in zip(*table, strict=True)]
    for *cells, last in table:
        padded = (" " * (width - cell_len(cell)) + cell for cell, width in zip(cells, widths, strict=False))
        yield _INDENT + "  ".join((*padded, last))
