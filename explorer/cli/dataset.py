"""Which dataset a command is about, and opening it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from explorer.cli.place import dataset_path

if TYPE_CHECKING:
    from explorer.store import Store

_Command = TypeVar("_Command", bound=Callable[..., Any])


def text_or_json(command: _Command) -> _Command:
    """Give a command the option --format, for people or for programs."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="Text for people, JSON for programs.",
    )(command)


def dataset_options(command: _Command) -> _Command:
    """Give a command the options --data and --no-cache."""
    no_cache = click.option(
        "--no-cache", is_flag=True, help="Read the dataset's files, and keep nothing for the next time."
    )
    data = click.option(
        "--data",
        metavar="DATASET",
        type=click.Path(),
        help="The dataset: a folder with a dataset.yaml, or one YAML file.",
    )
    return data(no_cache(command))


def dataset_argument(command: _Command) -> _Command:
    """Let a command take its dataset as a word, too."""
    return click.argument("dataset", required=False, type=click.Path())(command)


def named_dataset(ctx: click.Context) -> str | None:
    """The dataset that the command line names: the command's argument or --data, or --data before it."""
    word, option = ctx.params.get("dataset"), ctx.params.get("data")
    if word is not None and option is not None and not ctx.resilient_parsing:
        ctx.fail("DATASET and --data are two ways to say the same; give one of them.")
    named: str | None = word if option is None else option
    if named is None and ctx.parent is not None:
        return named_dataset(ctx.parent)
    return named


def uses_cache(ctx: click.Context) -> bool:
    """Whether the command line lets the cache be used: no --no-cache, not even before the command."""
    return not ctx.params.get("no_cache") and (ctx.parent is None or uses_cache(ctx.parent))


def open_store(ctx: click.Context) -> Store:
    """Open the dataset that a command is about; raises DatasetError where that cannot be done."""
    from explorer import opening

    return opening.open_store(dataset_path(named_dataset(ctx)), use_cache=uses_cache(ctx))
