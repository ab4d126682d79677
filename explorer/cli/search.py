"""`detente search`: the events that a query finds."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import click

from explorer.cli import streams
from explorer.cli.dataset import dataset_options, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from explorer.search import Result
    from explorer.store import Selection, Store


class _QueryCommand(click.Command):
    """Takes words that begin with a single dash for negations: they are part of the query."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse unknown options all the same: no query has a word with two dashes in front."""
        rest = super().parse_args(ctx, ["--help" if arg == "-h" else arg for arg in args])
        for word in ctx.params.get("query") or ():
            if word.startswith("--") and not ctx.resilient_parsing:
                raise click.NoSuchOption(word.partition("=")[0], ctx=ctx)
        return rest


def _fields(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    from explorer.search import field_help

    names = (field.name for field in field_help())
    return [name for name in names if name.startswith(incomplete)]


@click.command(
    cls=_QueryCommand,
    short_help="Find events.",
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
    epilog="""\b
Examples:
  detente search guevara
  detente search 'country:china recognition' --format json
  detente search between:cuba,mexico year:1959..1964 -visit
  detente search '"missile crisis" OR type:crisis' --sort relevance --limit 5
  detente search is:disputed --format csv > disputed.csv
  detente search country:mexico --format markdown > mexico.md
""",
)
@click.argument("query", nargs=-1, required=True, shell_complete=_fields)
@dataset_options
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "json", "jsonl", "csv", "markdown"]),
    default="table",
    show_default=True,
    help="A table for people; JSON, JSON Lines or CSV for programs; Markdown with footnotes for a text.",
)
@click.option("--limit", metavar="N", type=click.IntRange(min=0), help="Give no more than N events.")
@click.option(
    "--sort",
    type=click.Choice(["date", "relevance"]),
    default="date",
    show_default=True,
    help="Earliest first, or best match first.",
)
@click.pass_context
def search(
    ctx: click.Context, /, query: Sequence[str], format_: str, limit: int | None, sort: str, **_: object
) -> int:
    """Find events by words, "a phrase", -not, OR, parentheses and fields.

    The words of QUERY need no quotation marks where the shell leaves them alone; '' finds every event. The
    exit status is 0 where events are found, 1 where none are, 2 where the query or the dataset is bad.

    \b
    Fields:
      country:china  between:cuba,china  type:visit  tone:<0  tag:embargo
      date:1960-09  year:1960..1964  before:1960  after:1960  within:1960..1964
      title:guevara  quote:"people's republic"  text:embassy  doc:bloody  id:cuba
      is:disputed, approximate, uncertain, unsourced, single-source, problem
    """
    from explorer.search import parse, relevance, run

    asked = parse(" ".join(query))
    store = open_store(ctx)
    result = run(store, asked)
    _comment(asked.text, result)
    if result.selection is None:
        return 2
    numbers = relevance(store, asked, result.selection) if sort == "relevance" else result.selection
    shown = list(islice(numbers, limit))
    for piece in _formatted(store, shown, format_):
        streams.write(piece)
    if format_ == "table":
        streams.talk(_count(store, result.selection, len(shown)))
    return 0 if result.selection else 1


def _formatted(store: Store, numbers: Sequence[int], format_: str) -> Iterator[str]:
    if format_ == "table":
        from explorer.formats.table import event_table

        return event_table(store, numbers, streams.terminal_width()) if numbers else iter(())
    if format_ == "csv":
        from explorer.formats.event_csv import event_csv

        return map(streams.escaped, event_csv(store, numbers))
    if format_ == "markdown":
        from explorer.formats.markdown import events_markdown

        return events_markdown(store, sorted(numbers)) if numbers else iter(())
    from explorer.formats.json_records import event_record
    from explorer.formats.json_text import json_array, json_lines

    written = json_array if format_ == "json" else json_lines
    records = (event_record(store, number) for number in numbers)
    return written(records, ascii_only=not streams.takes_unicode())


def _comment(query: str, result: Result) -> None:
    from explorer.formats.query_text import message_text, suggestions_text

    for message in result.messages:
        streams.talk(message_text(query, message))
    if result.suggestions:
        streams.talk(suggestions_text(result.suggestions))


def _count(store: Store, found: Selection, shown: int) -> str:
    events = f"{len(found):,} of {len(store.events):,} events"
    return events if shown == len(found) else f"{events}; {shown:,} shown"
