"""Lints on who: countries outside their lifetime, and countries that no passage names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.dates import certainly_within, compare, describe
from explorer.evidence.cited_paragraphs import searched
from explorer.evidence.lints.warning import event_warning
from explorer.evidence.naming import says

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from explorer.dates import EdtfDate
    from explorer.evidence.cited_paragraphs import CitedParagraphs
    from explorer.evidence.passage import Passage
    from explorer.model import Country, Event
    from explorer.problems import Problem


class Known:
    """The countries of a dataset as these lints ask for them."""

    def __init__(self, countries: Mapping[str, Country]) -> None:
        self.countries = countries
        self.predecessors = {c.succeeded_by: c for c in countries.values() if c.succeeded_by}
        self.names = {id_: _searched_names(country) for id_, country in countries.items()}

    def of(self, event: Event) -> list[Country]:
        """The countries of an event, without those that the dataset does not have."""
        return [self.countries[id_] for id_ in event.countries if id_ in self.countries]


def outside_lifetime(event: Event, known: Known) -> Iterator[Problem]:
    """`country-outside-lifetime`, at the event: a country has a part in it before or after it existed.

    Nothing is said where either date is approximate or uncertain.
    """
    for country in known.of(event):
        if country.exists and _certainly_apart(event.date, country.exists):
            yield event_warning(
                event,
                "country-outside-lifetime",
                f'the event "{event.id}" is dated {describe(event.date)}, but {_named(country)} existed'
                f" {describe(country.exists)}",
                _other(event.date, country, country.exists, known),
            )


def unnamed(
    event: Event, passages: Sequence[Passage], known: Known, around: CitedParagraphs
) -> Iterator[Problem]:
    """`country-not-named`, at the event: none of the paragraphs that it cites names one of its countries.

    A name or an alias counts as whole words, without regard to case and accents.  An editor who names the
    country in a note on the citation has seen that the passage does not.  Nothing is said of an event without
    sources, nor while one of its quotes has not been found.
    """
    spans = [passage.found for passage in passages]
    cited = [(s.document, span) for s, span in zip(event.sources, spans, strict=True) if span]
    if not cited or len(cited) < len(spans):
        return
    cited_paragraphs = [each for document, span in cited for each in around.of(document, span)]
    for country in known.of(event):
        names = known.names[country.id]
        if not any(each.says(names) for each in cited_paragraphs) and not _noted(event, names):
            yield _unnamed(event, country)


def _noted(event: Event, names: Sequence[str]) -> bool:
    notes = [searched(source.note) for source in event.sources if source.note]
    return any(says(note, name) for note in notes for name in names)


def _unnamed(event: Event, country: Country) -> Problem:
    return event_warning(
        event,
        "country-not-named",
        f'no paragraph that the event "{event.id}" cites names {_named(country)}',
        f"Cite a passage that does, add what the document calls it to the aliases of {country.id}, or say in"
        " a `note:` of the citation that it is meant.",
    )


def _searched_names(country: Country) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(searched, (country.name, *country.aliases)))))


def _certainly_apart(date: EdtfDate, life: EdtfDate) -> bool:
    # Most dates lie within, as their bounds tell at once.
    if certainly_within(date, life.earliest, life.latest):
        return False
    qualified = date.approximate or date.uncertain or life.approximate or life.uncertain
    return not qualified and compare(date, life) == "conflicts"


def _other(date: EdtfDate, country: Country, life: EdtfDate, known: Known) -> str:
    """Which country may be meant: one before or after it that existed then, else the nearest of them."""
    after = life.latest is not None and date.earliest is not None and date.earliest > life.latest
    chain = [*_line(country, known, after)]
    fitting = (c for c in chain if c.exists is None or compare(date, c.exists) != "conflicts")
    meant = next(fitting, chain[0] if chain else None)
    if meant is None:
        return "Mend the event's date or its countries, or the country's `exists`."
    relation = "Its successor" if after else "Before it there"
    return f"{relation} was {_named(meant)}; mend the date or the country."


def _line(country: Country, known: Known, after: bool) -> Iterator[Country]:
    """The countries that came after a country, or before it; a circle is gone round once."""
    seen = {country.id}
    current: Country | None = country
    while current:
        successor = current.succeeded_by or ""
        current = known.countries.get(successor) if after else known.predecessors.get(current.id)
        if current is None or current.id in seen:
            return
        seen.add(current.id)
        yield current


def _named(country: Country) -> str:
    return f"{country.name} ({country.id})"
