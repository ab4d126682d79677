"""`detente config`: where the config file is, and what is wrong in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from explorer.cli import streams

if TYPE_CHECKING:
    from explorer.config import Config


@click.group(short_help="Say where the config file is, or check it.")
def config() -> None:
    """The config file: colours, keys, and how the app behaves. There need not be one."""


@config.command()
def path() -> int:
    """Print where the config file is, whether or not there is one."""
    from explorer.config import config_path

    streams.write(f"{config_path()}\n")
    return 0


@config.command()
def check() -> int:
    """List what is wrong in the config file; the exit status is 0 without problems, 1 with some."""
    found = told_config()
    if not found.problems:
        streams.talk(f"detente: nothing is wrong with {found.path}")
    return 1 if found.problems else 0


def told_config() -> Config:
    """The config file, of which it is told what is wrong; problems with its keys included."""
    found = checked_config()
    if found.problems:
        from explorer.formats.problem_text import problem_text

        for problem in found.problems:
            streams.talk(problem_text(problem, streams.terminal_width()).rstrip("\n"))
    return found


def checked_config() -> Config:
    """The config file with all its problems, those of its keys too."""
    from explorer.config import open_config, remapped
    from explorer.tui.actions import ACTIONS

    found = open_config()
    _, problems = remapped(ACTIONS, found.settings.keys)
    return replace(found, problems=(*found.problems, *problems))
