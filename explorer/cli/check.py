"""`detente check`: what is wrong in a dataset, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from explorer.cli import streams
from explorer.cli.dataset import dataset_argument, dataset_options, open_store, text_or_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.problems import Problem
    from explorer.store import Store


@click.command(
    short_help="List the problems of a dataset.",
    epilog="""\b
Examples:
  detente check
  detente check my-dataset --strict
  detente check --format json | jq -r '.[].message'
""",
)
@dataset_argument
@dataset_options
@text_or_json
@click.option("--strict", is_flag=True, help="Let a warning count as a problem for the exit status.")
@click.pass_context
def check(ctx: click.Context, /, format_: str, strict: bool, **_: object) -> int:
    """List the problems of a dataset: file, line and column, what is wrong, what to do.

    Every quotation is looked up in its document. The exit status is 0 without problems (warnings alone are
    none unless --strict), 1 with some, 2 where the dataset cannot be read.
    """
    store = open_store(ctx)
    if format_ == "json":
        _write_json(store.all_problems)
    else:
        _write_text(store)
    counted = store.all_problems if strict else [p for p in store.all_problems if p.severity == "error"]
    return 1 if counted else 0


def _write_json(problems: Sequence[Problem]) -> None:
    from explorer.formats.json_records import problem_record
    from explorer.formats.json_text import json_array

    for piece in json_array(map(problem_record, problems), ascii_only=not streams.takes_unicode()):
        streams.write(piece)


def _write_text(store: Store) -> None:
    from explorer.formats.problem_text import problem_text, summary

    width = streams.terminal_width()
    for problem in store.all_problems:
        streams.write(problem_text(problem, width) + "\n")
    streams.talk(summary(store))
