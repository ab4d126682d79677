"""Events as CSV (RFC 4180, but with plain line feeds); its columns are a promise to others' scripts."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from explorer.formats.json_records import event_record
from explorer.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from explorer.store import Store

COLUMNS = (
    "id", "date", "earliest", "latest", "precision", "approximate", "uncertain", "title", "summary",
    "countries", "type", "tone", "tags", "disputed", "sources", "documents", "verdicts", "file", "line",
)  # fmt: skip


def event_csv(store: Store, numbers: Iterable[int]) -> Iterator[str]:
    """A head and a line for each event, in pieces.

    Lists are joined by semicolons; `sources` is their number, `documents` and `verdicts` hold one entry for
    each; true and false are written so, and what is unknown is empty.
    """
    yield _line(COLUMNS)
    for number in numbers:
        record = event_record(store, number)
        event, passages = store.events[number], store.passages(number)
        record["sources"] = len(event.sources)
        record["documents"] = [source.document for source in event.sources]
        record["verdicts"] = [passage.verdict for passage in passages]
        yield _line(_cell(record[column]) for column in COLUMNS)


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list():
            return ";".join(map(_cell, value))
        case _:
            return printable(str(value))


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
