"""`detente stats`: the figures of a dataset."""

from __future__ import annotations

import click

from explorer.cli import streams
from explorer.cli.dataset import dataset_argument, dataset_options, open_store, text_or_json


@click.command(
    short_help="Count what a dataset holds.",
    epilog="""\b
Examples:
  detente stats
  detente stats my-dataset --format json
""",
)
@dataset_argument
@dataset_options
@text_or_json
@click.pass_context
def stats(ctx: click.Context, /, format_: str, **_: object) -> int:
    """Count a dataset: events, countries and types, span, verdicts on the evidence, and how much of each
    document is cited.
    """
    store = open_store(ctx)
    if format_ == "json":
        from explorer.formats.json_text import to_json
        from explorer.formats.statistics import statistics

        figures = to_json(statistics(store), indent=2, ascii_only=not streams.takes_unicode())
        streams.write(figures + "\n")
    else:
        from explorer.formats.statistics_text import statistics_text

        for line in statistics_text(store, streams.terminal_width()):
            streams.write(line)
    return 0
