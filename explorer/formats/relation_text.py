"""The relation of two countries as text and as JSON: how it stood, what tells it, and the events of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explorer.formats.cells import wrap
from explorer.formats.json_records import event_record
from explorer.formats.table import event_table
from explorer.printable import printable
from explorer.relations import shown_mean, status_in_words, status_note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.relations import Pair, Status

_INDENT = "    "


def relation_text(pair: Pair, width: int | None) -> Iterator[str]:
    """The relation in lines of at most `width` cells; without a width nothing is cut or broken."""
    count, mean = pair.tones.count, shown_mean(pair.tones.mean)
    events = f"{count:,} shared event{'' if count == 1 else 's'}" + (f", mean tone {mean}" if mean else "")
    yield wrap(printable(f"{pair.name}: {events}"), width) + "\n\n"
    for status in pair.statuses:
        yield wrap(status_in_words(status), width) + "\n"
        if note := _note(pair, status):
            yield wrap(printable(note), width, _INDENT) + "\n"
    if count:
        yield "\n"
        yield from event_table(pair.store, pair.shared, width)


def _note(pair: Pair, status: Status) -> str:
    event = "" if status.event is None else f" ({pair.store.events[status.event].id})"
    return status_note(pair, status) + event


def relation_record(pair: Pair) -> dict[str, Any]:
    """The relation as JSON has it; dates are EDTF, events as `detente show --format json` gives them."""
    return {
        "countries": [country.id for country in pair.countries],
        "count": pair.tones.count,
        "mean_tone": pair.tones.mean,
        "statuses": [_status(pair, status) for status in pair.statuses],
        "events": [event_record(pair.store, number) for number in pair.shared],
    }


def _status(pair: Pair, status: Status) -> dict[str, Any]:
    return {
        "state": status.state,
        "since": status.since.text if status.since else None,
        "at_the_latest": status.by,
        "event": None if status.event is None else pair.store.events[status.event].id,
        "reason": status.reason,
        "disputed": status.disputed,
    }
