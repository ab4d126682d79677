"""`detente relations`: how two countries stood to each other, and what tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from explorer.cli import streams
from explorer.cli.dataset import dataset_options, open_store, text_or_json

if TYPE_CHECKING:
    from explorer.store import Store


@click.command(
    short_help="Tell how two countries stood to each other.",
    epilog="""\b
Examples:
  detente relations cuba china
  detente relations mexico 'soviet union'
  detente relations CUB USA --format json
""",
)
@click.argument("first")
@click.argument("second")
@dataset_options
@text_or_json
@click.pass_context
def relations(ctx: click.Context, /, first: str, second: str, format_: str, **_: object) -> int:
    """Tell the relation of two countries: no relations, recognised, relations, severed, restored or unknown,
    since when, which event tells it, and the events that both have a part in.

    FIRST and SECOND are countries by id or any name. The exit status is 0 where they share events, 1 where
    they share none, 2 where a country is not known or the dataset cannot be read.
    """
    from explorer.relations import Pair

    store = open_store(ctx)
    ids = [_country(ctx, store, name) for name in (first, second)]
    if ids[0] == ids[1]:
        ctx.fail(f"{first!r} and {second!r} are the same country.")
    pair = Pair(store, *ids)
    if format_ == "json":
        from explorer.formats.json_text import to_json
        from explorer.formats.relation_text import relation_record

        record = to_json(relation_record(pair), indent=2, ascii_only=not streams.takes_unicode())
        streams.write(record + "\n")
    else:
        from explorer.formats.relation_text import relation_text

        for piece in relation_text(pair, streams.terminal_width()):
            streams.write(piece)
    return 0 if pair.shared else 1


def _country(ctx: click.Context, store: Store, name: str) -> str:
    """The id of the one country that a name means; ends the command where it means none or several."""
    from explorer.search.catalogue import catalogue_of

    names = catalogue_of(store).countries
    found = names.resolve(name)
    if len(found) > 1:
        ctx.fail(f"{name!r} can be {' or '.join(found)}.")
    if not found:
        near = names.nearest(name)
        ctx.fail(f"There is no country {name!r}." + (f" Did you mean {near}?" if near else ""))
    return found[0]
