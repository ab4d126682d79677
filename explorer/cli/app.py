"""Opening the app; the only place outside it where it is imported, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.cli import streams
from explorer.cli.dataset import dataset_path, is_there
from explorer.problems import DatasetError

if TYPE_CHECKING:
    import click


def open_app(ctx: click.Context, *, theme: str | None, event: str | None) -> int:
    """Open the app on the dataset that the command line is about; returns the app's exit status.

    Without a terminal that can show it this says so and returns 2.
    """
    path = dataset_path(ctx)
    if not is_there(path):
        raise DatasetError(f"there is no dataset {str(path)!r}")
    obstacle = streams.obstacle_to_a_screen()
    if obstacle is not None:
        streams.talk(f"detente: {obstacle}; `detente search QUERY` answers without one.")
        return 2
    from explorer.tui.app import run

    return run(path, theme=theme, event=event)
