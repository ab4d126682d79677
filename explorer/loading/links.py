"""References between records, settled when every file has been read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from explorer.loading.wording import quoted

if TYPE_CHECKING:
    from explorer.loading.collected import Collected, Reference
    from explorer.loading.log import ProblemLog
    from explorer.loading.suggestions import Suggester
    from explorer.model import Event


def settle_references(collected: Collected, log: ProblemLog, suggester: Suggester) -> None:
    """Report each reference to a record that does not exist, and take it out of the record that has it."""
    names = _names_of_countries(collected)
    owners = set()
    for reference in collected.references:
        if reference.id not in collected.places[reference.noun]:
            owners.add(reference.owner)
            _report(reference, names, collected, log, suggester)
    if owners:
        _unlink(collected, owners)


def _report(
    reference: Reference, names: dict[str, str], collected: Collected, log: ProblemLog, suggester: Suggester
) -> None:
    noun, known = reference.noun, collected.places[reference.noun]
    lost = collected.left_out.get((noun, reference.id))
    if lost is not None:
        message = (
            f"the {noun} {quoted(reference.id)} was left out ({lost.file}:{lost.line}); {reference.loss}"
        )
        hint = f"Mend the {noun} first."
        log.error(reference.place, f"{noun}-unavailable", message, hint, reference.event)
        return
    message = f"there is no {noun} {quoted(reference.id)}; {reference.loss}"
    hint = suggester.hint(reference.id, known)
    if noun == "country" and (meant := names.get(reference.id.casefold())):
        hint = f"Did you mean {meant}?"
    log.error(reference.place, f"unknown-{noun}", message, hint, reference.event)


def _names_of_countries(collected: Collected) -> dict[str, str]:
    """The id that each name or alias of a country, without case, stands for."""
    return {
        name.casefold(): country.id
        for country in reversed(collected.countries.values())
        for name in (*country.aliases, country.name, country.id)
    }


def _unlink(collected: Collected, owners: set[int]) -> None:
    countries, documents, events = collected.countries, collected.documents, collected.events
    for id_, country in countries.items():
        if country.succeeded_by is not None and country.succeeded_by not in countries:
            countries[id_] = replace(country, succeeded_by=None)
    for id_, document in documents.items():
        if not documents.keys() >= set(document.derived_from):
            known = tuple(origin for origin in document.derived_from if origin in documents)
            documents[id_] = replace(document, derived_from=known)
    for owner in owners:
        if owner < len(events):
            events[owner] = _unlinked(events[owner], collected)


def _unlinked(event: Event, collected: Collected) -> Event:
    return replace(
        event,
        countries=tuple(country for country in event.countries if country in collected.countries),
        type=event.type if event.type in collected.types else "other",
        sources=tuple(source for source in event.sources if source.document in collected.documents),
    )
