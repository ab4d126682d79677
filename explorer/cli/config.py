"""`detente config`: where the config file is, and what is wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from explorer.cli import streams

if TYPE_CHECKING:
    from explorer.config import Preferences


@click.group(
    short_help="Say where the config file is, or check it.",
    epilog="""\b
Examples:
  detente config path
  detente config check
""",
)
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
    from explorer.config import config_path

    if told_preferences().problems:
        return 1
    streams.talk(f"detente: no problems in {config_path()}")
    return 0


def told_preferences() -> Preferences:
    """What the config file says; what is wrong in it is told."""
    from explorer.config import read_preferences
    from explorer.tui.actions import ACTIONS

    found = read_preferences(ACTIONS, use_cache=False)
    if found.problems:
        from explorer.formats.problem_text import problem_text

        for problem in found.problems:
            streams.talk(problem_text(problem, streams.terminal_width()).rstrip("\n"))
    return found
