"""Which dataset a command is about, and opening it."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

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


def data_option(command: _Command) -> _Command:
    """Give a command the option --data."""
    return click.option(
        "--data",
        metavar="DATASET",
        type=click.Path(),
        help="The dataset: a folder with a dataset.yaml, or one YAML file.",
    )(command)


def dataset_argument(command: _Command) -> _Command:
    """Let a command take its dataset as a word, too."""
    return click.argument("dataset", required=False, type=click.Path())(command)


def dataset_path(ctx: click.Context) -> Path:
    """The dataset that a command is about, whether or not it is there.

    In this order: the command's argument or --data, --data before the command, $DETENTE_DATA, the dataset of
    the working folder or one above it, the dataset that comes with the program.
    """
    named = _named(ctx) or os.environ.get("DETENTE_DATA")
    if named:
        return Path(named)
    from explorer.loading import find_dataset, shipped_dataset

    with suppress(FileNotFoundError):  # the working folder itself may be gone
        return find_dataset(Path()) or shipped_dataset()
    return shipped_dataset()


def is_there(path: str | Path) -> bool:
    """Whether there is anything at a path; a path that cannot be is not there."""
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises where a name is too long


def open_store(ctx: click.Context) -> Store:
    """Read the dataset that a command is about; raises DatasetError where that cannot be done."""
    from explorer.store import Store

    return Store.open(dataset_path(ctx))


def _named(ctx: click.Context) -> str | None:
    word, option = ctx.params.get("dataset"), ctx.params.get("data")
    if word is not None and option is not None and not ctx.resilient_parsing:
        ctx.fail("DATASET and --data are two ways to say the same; give one of them.")
    named: str | None = word if option is None else option
    if named is None and ctx.parent is not None:
        return _named(ctx.parent)
    return named
