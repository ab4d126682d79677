"""`detente cache`: what is kept of datasets, so that they open at once."""

from __future__ import annotations

import click

from explorer.cli import streams


@click.group(
    short_help="Delete what is kept of datasets.",
    epilog="""\b
Examples:
  detente cache clear
""",
)
def cache() -> None:
    """Look after the cache: a snapshot of each dataset that was opened, so that it opens at once again.

    It is kept in $XDG_CACHE_HOME/detente, and is read only while the files of the dataset are as they were.
    With --no-cache a dataset is opened without it.
    """


@cache.command(short_help="Delete every snapshot.")
def clear() -> int:
    """Delete the snapshots of all datasets.

    Nothing is lost: the next start reads the files again. The exit status is 0, or 2 where a snapshot cannot
    be deleted.
    """
    from explorer.opening import clear_cache

    try:
        cleared = clear_cache()
    except OSError as error:
        streams.talk(f"detente: the cache cannot be cleared: {error.filename}: {error.strerror}")
        return 2
    streams.write(f"{cleared:,} snapshot{'' if cleared == 1 else 's'} deleted.\n")
    return 0
