"""A small dataset, built in code: enough events to tell the fields of the query language apart."""

from __future__ import annotations

from pathlib import Path

from explorer.dates import parse
from explorer.event_types import BUILT_IN_TYPES
from explorer.model import Citation, Country, Dataset, Document, Event, Place
from explorer.problems import Problem

HERE = Place("dataset.yaml", 1, 1)

ORIGINS = """Havana recognised the People’s Republic of China on 28 September 1960.
The embassy opened soon after.

Ernesto Guevara met Mao Zedong in Peking in November. They spoke of sugar and of the
revolution in Latin America.

Nothing that is told in this last paragraph is cited: the word zebra stands only here."""

QUARREL = """The Sino-Soviet quarrel broke into the open. Havana, a reader comments,
had seen it coming in 1957.

Relations cooled in 1964, says the article, and rice was the reason."""

MEXICO = """México never broke with Cuba. In April the ambassador, Señor Díaz, offered exile.

The vote of the OAS found Mexico alone."""


def country(id_: str, name: str, *aliases: str) -> Country:
    return Country(id=id_, name=name, aliases=aliases, place=HERE)


def document(id_: str, title: str, text: str) -> Document:
    return Document(id=id_, title=title, text=text, place=HERE)


def cited(document_: str, quote: str, date: str | None = None, voice: str = "", note: str = "") -> Citation:
    stated = parse(date) if date else None
    return Citation(document=document_, quote=quote, date=stated, voice=voice, note=note, place=HERE)


def event(
    id_: str,
    date: str,
    countries: str,
    type_: str,
    title: str,
    *sources: Citation,
    summary: str = "",
    tags: tuple[str, ...] = (),
    tone: int | None = None,
) -> Event:
    return Event(
        id=id_,
        date=parse(date),
        countries=tuple(countries.split()),
        type=type_,
        tone=tone,
        title=title,
        summary=summary,
        tags=tags,
        sources=sources,
        place=HERE,
    )


COUNTRIES = (
    country("CUB", "Cuba", "Havana"),
    country("CHN", "China", "Peking", "People's Republic of China", "PRC"),
    country("CHL", "Chile"),
    country("MEX", "Mexico", "México"),
    country("SUN", "Soviet Union", "USSR", "Moscow"),
    country("USA", "United States", "U.S."),
)

DOCUMENTS = (
    document("origins", "Cuba and China: the bloody origins", ORIGINS),
    document("quarrel", "The quarrel of the two giants", QUARREL),
    document("mexico", "Mexico and Cuba, a long friendship", MEXICO),
)

EVENTS = (
    event(
        "cuba-recognises-prc", "1960-09-28", "CUB CHN", "recognition",
        "Cuba recognises the People's Republic",
        cited("origins", "recognised the People’s Republic of China on 28 September 1960.", "1960-09-28"),
        cited("quarrel", "Havana, a reader comments", "1960-09", voice="reader comment"),
        tags=("embassy", "first-contacts"),
    ),
    event(
        "guevara-meets-mao", "1960-11", "CUB CHN", "visit", "Guevara meets Mao in Peking",
        cited("origins", "Ernesto Guevara met Mao Zedong"), summary="They speak of sugar.", tone=4,
    ),
    event(
        "relations-cool", "1964~", "CUB CHN SUN", "cooling", "Relations cool",
        cited("quarrel", "Relations cooled in 1964", "1964", note="The year is the article's."),
        tags=("rice",),
    ),
    event(
        "sino-soviet-split", "1957?/1964", "CHN SUN", "rupture", "The Sino-Soviet split",
        cited("quarrel", "The Sino-Soviet quarrel broke into the open.", "1964"),
        cited("quarrel", "had seen it coming in 1957", "1957", voice="reader comment"),
    ),
    event(
        "exile-in-mexico", "XXXX-04", "CUB MEX", "exile", "Mexico offers exile",
        cited("mexico", "In April the ambassador, Señor Díaz, offered exile.", "XXXX-04"), tone=0,
    ),
    event(
        "oas-vote", "1962", "MEX USA CUB", "vote", "Mexico votes alone",
        summary="The United States press for it.", tone=-3,
    ),
    event(
        "missing-quote", "1960/..", "CHL CUB", "trade", "Chile trades sugar with Cuba",
        cited("mexico", "words that stand nowhere"),
    ),
    event("old-friends", "-0043", "CHN CHL", "other", "A friendship of old: C++ and O'Higgins",
        tone=-5,
    ),
    event("chile-visit", "1971-11", "CHL CUB", "visit", "Visit of a month to Chile",
        tags=("embassy",), tone=5,
    ),
)  # fmt: skip

PROBLEMS = (
    Problem(file="dataset.yaml", line=9, column=1, severity="error", code="x", message="x", event="oas-vote"),
)


def small_dataset() -> Dataset:
    return Dataset(
        path=Path("small"),
        title="Small",
        countries={one.id: one for one in COUNTRIES},
        documents={one.id: one for one in DOCUMENTS},
        types=BUILT_IN_TYPES,
        events=EVENTS,
        problems=PROBLEMS,
    )
