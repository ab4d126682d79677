"""A status in words: the one way to say it, on the screen and in a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.dates import describe
from explorer.relations.status import STATE_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.relations.pair import Pair
    from explorer.relations.status import Status


def status_in_words(status: Status) -> str:
    """`severed since 3 Jan 1961`, `relations by 2002`, with a flash where sources conflict on the date."""
    if status.since is None:
        return f"{STATE_NAMES[status.state]} at first"
    date = describe(status.since)
    word = "by " if status.by else "since "
    if not status.placed or date.startswith(("since ", "until ")):
        word = ""
    return f"{STATE_NAMES[status.state]} {word}{date}{' ⚡' if status.disputed else ''}"


def statuses_in_words(statuses: Sequence[Status]) -> str:
    """`recognised since 28 Sep 1960, relations by 2002`; where no event tells, why."""
    told = [status for status in statuses if status.event is not None or _is_end(status)]
    if any(status.event is not None for status in told):
        return ", ".join(map(status_in_words, told))
    unknown = next(status for status in statuses if status.state == "unknown")
    return f"{STATE_NAMES['unknown']}: {unknown.reason}"


def status_note(pair: Pair, status: Status) -> str:
    """What is to be said of a status: the event that tells it, and how far it can be trusted."""
    notes = [status.reason]
    if status.event is not None:
        notes.insert(0, f"{pair.store.events[status.event].title}.")
    if status.by:
        notes.append("It may have been so before: this is the first event that shows it.")
    if status.disputed:
        notes.append("Sources conflict on the date.")
    return " ".join(filter(None, notes))


def _is_end(status: Status) -> bool:
    return status.state == "none" and status.since is not None
