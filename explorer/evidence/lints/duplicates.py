"""Lints on repetition: events that are told twice."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from explorer.evidence.cited_paragraphs import searched
from explorer.evidence.lints.warning import warning

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from explorer.model import Event
    from explorer.problems import Problem

_WORD = re.compile(r"[^\W_]+")
_LITTLE_WORDS = frozenset(
    ["a", "an", "the", "of", "in", "on", "at", "and", "its", "their", "his", "her", "s"]
)
_GAPS = frozenset("X[{")
# How one word is spelled or inflected: recognises, recognizes, recognised, recognise.
_ENDING = re.compile(r"(?<=[^\W\d_]{3})(?:es|ed|ing|e|s|d)$")


def duplicates(events: Sequence[Event]) -> Iterator[Problem]:
    """`duplicate-event`, at the later one: an event of the same days and countries has nearly the same title.

    Titles are nearly the same that have the same words in the same order, whatever their case, accents and
    endings (`recognises`, `recognized`); articles, possessives and some prepositions do not count.
    """
    alike: defaultdict[Hashable, list[Event]] = defaultdict(list)
    for event in events:
        alike[_days(event), frozenset(event.countries)].append(event)
    for group in alike.values():
        if len(group) > 1:
            yield from _repeated(group)


def _repeated(events: Sequence[Event]) -> Iterator[Problem]:
    first: dict[Hashable, Event] = {}
    for event in events:
        earlier = first.setdefault(_words(event.title), event)
        if earlier is not event:
            yield warning(
                event.place,
                "duplicate-event",
                f'the event "{event.id}" seems to repeat "{earlier.id}": date, countries and title agree',
                f'"{earlier.id}" is at {earlier.place.file}:{earlier.place.line}. Put the sources of both'
                " into one event, or tell in the titles what sets them apart.",
                event.id,
            )


def _days(event: Event) -> Hashable:
    date = event.date
    # In a date with gaps (`XXXX-04`, `[1957,1960]`) the bounds do not tell the days.
    has_gaps = not _GAPS.isdisjoint(date.text)
    return date.text if has_gaps else (date.earliest, date.latest)


def _words(title: str) -> Hashable:
    words = [word for word in _WORD.findall(searched(title)) if word not in _LITTLE_WORDS]
    return tuple(_ENDING.sub("", word.replace("z", "s")) for word in words) or title
