"""Opening the app; the only place outside it where it is imported, and only then."""

from __future__ import annotations

import click

from explorer.cli import streams
from explorer.cli.dataset import dataset_path


def open_app(ctx: click.Context, *, theme: str | None, event: str | None) -> int:
    """Open the app on the dataset that the command line is about; returns the app's exit status.

    Without a terminal that can show it this says so and returns 2.
    """
    path = dataset_path(ctx)
    if not path.exists():
        ctx.fail(_neither(ctx, str(path)))
    obstacle = streams.obstacle_to_a_screen()
    if obstacle is not None:
        streams.talk(f"detente: {obstacle}; `detente search QUERY` answers without one.")
        return 2
    from explorer.tui.app import run

    return run(path, theme=theme, event=event)


def _neither(ctx: click.Context, word: str) -> str:
    from difflib import get_close_matches

    assert isinstance(ctx.command, click.Group)
    near = get_close_matches(word, ctx.command.list_commands(ctx), n=1)
    meant = f" Did you mean the command {near[0]}?" if near else ""
    return f"There is no dataset at {word!r}, and no command of this name.{meant}"
