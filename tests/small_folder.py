"""A dataset of three events with something of everything, small enough to damage it at every byte."""

from __future__ import annotations

from pathlib import Path

from explorer.dates import parse
from explorer.event_types import BUILT_IN_TYPES
from explorer.model import Citation, Country, Dataset, Document, Event, Place, StatedDate
from explorer.problems import Problem

SMALL_YAML = """
title: Small
version: 1
countries:
  - {id: CUB, name: Cuba, aliases: [Havana]}
  - {id: CHN, name: China}
documents:
  - {id: paper, title: A paper, text: "Havana recognised Beijing.\\n\\nThey met in 1960."}
events:
  - id: recognition
    date: 1960-09-28
    countries: [CUB, CHN]
    type: recognition
    title: Cuba recognises China
    tags: [diplomacy]
    sources: [{document: paper, quote: Havana recognised Beijing}]
  - {id: later, date: 1961~, countries: [CUB], type: visit, title: Díaz in Havana}
"""


def small_dataset() -> Dataset:
    here = Place("small.yaml", 1, 1)
    source = Citation(
        document="paper", quote="Havana recognised", date=parse("1960"), voice="a reader", place=here
    )
    lost = Citation(document="paper", quote="a walrus in Havana", note="?", place=here)
    events = (
        Event(
            id="recognition",
            date=parse("1960-09-28"),
            countries=("CUB", "CHN"),
            type="recognition",
            title="Cuba recognises China",
            tags=("diplomacy",),
            sources=(source, lost),
            place=here,
        ),
        Event(
            id="later",
            date=parse("1961~"),
            date_stated=StatedDate(text="Anno 1961", calendar="julian"),
            countries=("CUB",),
            type="visit",
            tone=-2,
            title="Díaz in Havana",
            summary="A summary.\n\nOf two paragraphs.",
            place=here,
        ),
        Event(id="undated", date=parse("XXXX"), countries=(), type="other", title="So it was", place=here),
    )
    document = Document(
        id="paper", title="A paper", text="Havana recognised Beijing.\n\nThey met.", place=here
    )
    return Dataset(
        path=Path("small.yaml"),
        title="Small",
        countries={
            "CUB": Country(id="CUB", name="Cuba", aliases=("Havana",), place=here),
            "CHN": Country(id="CHN", name="China", exists=parse("1949/.."), place=here),
        },
        documents={"paper": document},
        types=BUILT_IN_TYPES,
        events=events,
        problems=(
            Problem(file="small.yaml", line=1, column=1, severity="warning", code="odd", message="Odd."),
        ),
    )
