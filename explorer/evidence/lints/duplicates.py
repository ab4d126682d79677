"""Lints on repetition: events that are told twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from explorer.evidence.cited_paragraphs import searched
from explorer.evidence.lints.warning import event_warning

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from explorer.model import Event, Place
    from explorer.problems import Problem

    _Titles = dict[Hashable, "_Earlier"]

_WORD = re.compile(r"[^\W_]+")
_LITTLE_WORDS = frozenset(
    ["a", "an", "the", "of", "in", "on", "at", "and", "its", "their", "his", "her", "s"]
)
_GAPS = frozenset("X[{")
# How one word is spelled or inflected: recognises, recognizes, recognised, recognise.
_ENDING = re.compile(r"(?<=[^\W\d_]{3})(?:es|ed|ing|e|s|d)$")


class _Earlier(NamedTuple):
    """What is kept of an event that a later one may repeat."""

    id: str
    title: str
    place: Place


class Repetitions:
    """`duplicate-event`, at the later one: an event of the same days and countries has nearly the same title.

    Titles are nearly the same that have the same words in the same order, whatever their case, accents and
    endings (`recognises`, `recognized`); articles, possessives and some prepositions do not count.
    """

    def __init__(self) -> None:
        # By days and countries: the one event there was, or of several the first by the words of its title.
        self._alike: dict[Hashable, _Earlier | _Titles] = {}

    def look_at(self, event: Event) -> Iterator[Problem]:
        """The problem of an event that seems to repeat one that was looked at before."""
        key = _days(event), frozenset(event.countries)
        this = _Earlier(event.id, event.title, event.place)
        alike = self._alike.setdefault(key, this)
        if alike is this:
            return
        if isinstance(alike, _Earlier):
            alike = self._alike[key] = {_words(alike.title): alike}
        earlier = alike.setdefault(_words(event.title), this)
        if earlier is not this:
            yield _repeats(event, earlier)


def _repeats(event: Event, earlier: _Earlier) -> Problem:
    return event_warning(
        event,
        "duplicate-event",
        f'the event "{event.id}" seems to repeat "{earlier.id}": date, countries and title agree',
        f'"{earlier.id}" is at {earlier.place.file}:{earlier.place.line}. Put the sources of both'
        " into one event, or tell in the titles what sets them apart.",
    )


def _days(event: Event) -> Hashable:
    date = event.date
    # In a date with gaps (`XXXX-04`, `[1957,1960]`) the bounds do not tell the days.
    has_gaps = not _GAPS.isdisjoint(date.text)
    return date.text if has_gaps else (date.earliest, date.latest)


def _words(title: str) -> Hashable:
    words = [word for word in _WORD.findall(searched(title)) if word not in _LITTLE_WORDS]
    return tuple(_ENDING.sub("", word.replace("z", "s")) for word in words) or title
