"""`detente schema`: the dataset format for editors and other programs."""

from __future__ import annotations

import click

from explorer.cli import streams


@click.command(
    short_help="Print the format of a dataset as JSON Schema.",
    epilog="""\b
Examples:
  detente schema > dataset.schema.json
\b
With this as its first line, a YAML file is checked as you write it, offline,
by editors that know YAML's language server:
  # yaml-language-server: $schema=dataset.schema.json
""",
)
def schema() -> int:
    """Print JSON Schema (2020-12) for the files of a dataset, with what each key means.

    It checks keys and values. What only the whole dataset shows (ids, files, quotes) is for detente check.
    """
    from explorer.formats.dataset_schema import dataset_schema
    from explorer.formats.json_text import to_json

    streams.write(to_json(dataset_schema(), indent=2, ascii_only=not streams.takes_unicode()) + "\n")
    return 0
