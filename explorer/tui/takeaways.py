"""What can be taken along of an event: each as text, ready for somewhere else."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING, NamedTuple

from explorer.formats.chicago import note
from explorer.formats.event_yaml import event_to_yaml
from explorer.formats.json_records import event_record
from explorer.formats.json_text import to_json
from explorer.formats.quotation import quoted_passage
from explorer.printable import printable

if TYPE_CHECKING:
    from explorer.store import Store


class Takeaway(NamedTuple):
    """Something to copy: what a menu calls it, and the text."""

    name: str
    text: str


def takeaways(store: Store, number: int, citation: int) -> list[Takeaway]:
    """What an event and one of its citations (counted round and round) offer; without sources, less."""
    event = store.events[number]
    offered = []
    if event.sources:
        place = citation % len(event.sources)
        source, passage = event.sources[place], store.passages(number)[place]
        document = store.dataset.documents[source.document]
        cited = note(document, source.voice)
        offered.append(Takeaway("Citation", cited))
        offered.append(
            Takeaway("Quote with citation", f"{quoted_passage(source, passage, document)}\n{cited}")
        )
    offered.append(Takeaway("Event as YAML", event_to_yaml(event)))
    offered.append(Takeaway("Event as JSON", to_json(event_record(store, number), indent=2) + "\n"))
    offered.append(Takeaway("Command that reopens it", command(store, event.id)))
    return offered


def command(store: Store, event: str) -> str:
    """The command line that opens the app at an event of this dataset, from any folder."""
    dataset = os.path.abspath(store.dataset.path)  # noqa: PTH100 - Path.absolute keeps the ..
    return printable(shlex.join(("detente", dataset, "--event", event)))
