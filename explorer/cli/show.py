"""`detente show`: one event, with the passages that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from explorer.cli import streams
from explorer.cli.dataset import dataset_options, named_dataset, open_store
from explorer.cli.place import dataset_path

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from explorer.store import Store


def _event_ids(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    from click.shell_completion import CompletionItem

    from explorer.loading import load
    from explorer.printable import printable
    from explorer.problems import DatasetError

    try:
        events = load(dataset_path(named_dataset(ctx))).events
    except DatasetError:
        return []
    return [
        CompletionItem(printable(event.id), help=printable(event.title))
        for event in events
        if event.id.startswith(incomplete)
    ]


@click.command(
    short_help="Show an event and the passages that say so.",
    epilog="""\b
Examples:
  detente show cuba-recognises-prc
  detente show cuba-recognises-prc --format yaml > event.yaml
""",
)
@click.argument("event_id", shell_complete=_event_ids)
@dataset_options
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "yaml"]),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs, YAML for a dataset.",
)
@click.pass_context
def show(ctx: click.Context, /, event_id: str, format_: str, **_: object) -> int:
    """Show an event with its sources: who says so, and the quoted passage between » and « in its paragraph.

    The exit status is 0 where the event is found, 1 where it is not, 2 where the dataset cannot be read.
    """
    store = open_store(ctx)
    number = store.number_of(event_id)
    if number is None:
        streams.talk(_unknown(store, event_id))
        return 1
    streams.write(_formatted(store, number, format_))
    return 0


def _formatted(store: Store, number: int, format_: str) -> str:
    if format_ == "json":
        from explorer.formats.json_records import event_record
        from explorer.formats.json_text import to_json

        record = event_record(store, number)
        return to_json(record, indent=2, ascii_only=not streams.takes_unicode()) + "\n"
    if format_ == "yaml":
        from explorer.formats.event_yaml import event_to_yaml

        return event_to_yaml(store.events[number], ascii_only=not streams.takes_unicode())
    from explorer.formats.event_text import event_text

    return event_text(store, number, width=streams.terminal_width(), styled=streams.styled())


def _unknown(store: Store, event_id: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(event_id, [event.id for event in store.events], n=3)
    meant = f" Did you mean {' or '.join(near)}?" if near else " `detente search WORDS` finds events."
    return f"detente: there is no event {event_id!r}.{meant}"
