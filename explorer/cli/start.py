"""Where a call of the program is told apart, before the command-line library is imported.

That import takes twice as long as starting Python.  What needs no reading of options is answered without it.
"""

from __future__ import annotations

import gc
import os
import sys

from explorer import __version__
from explorer.cli import streams

COMMANDS = (
    "search",
    "show",
    "relations",
    "check",
    "stats",
    "init",
    "schema",
    "keys",
    "config",
    "cache",
    "completion",
    "version",
)
"""The words that are commands and no datasets."""

# Help is wrapped for at most so many columns; a narrower terminal gets it wrapped anew.
_HELP_COLUMNS = 80


def run(arguments: list[str]) -> int:
    """Run the command line on its arguments; returns the exit status.

    Raises KeyboardInterrupt, and WriteError where the result cannot be written.
    """
    if arguments in (["--version"], ["-V"], ["version"]):
        streams.write(f"detente {__version__}\n")
        return 0
    if "_DETENTE_COMPLETE" not in os.environ:  # a shell asks for completions: the library answers it
        if arguments in (["--help"], ["-h"]) and _columns() >= _HELP_COLUMNS:
            return _help()
        if _are_for_the_app(arguments):
            return _open_app(*arguments)
    from explorer.cli import commands

    return commands.run(arguments)


def _help() -> int:
    from explorer.cli.help_text import HELP

    streams.write(HELP)
    return 0


def _are_for_the_app(arguments: list[str]) -> bool:
    """Whether there is nothing, or one word that is a path: not an option, not a command, not a slip."""
    if not arguments:
        return True
    word, *more = arguments
    return not more and not word.startswith("-") and word not in COMMANDS and os.path.exists(word)  # noqa: PTH110


def _open_app(dataset: str | None = None) -> int:
    from explorer.imports.kept import KeptImports
    from explorer.imports.late import late_imports

    # What `open_app` would do later: collecting again and again takes long while the kept imports are read.
    gc.disable()
    imports = KeptImports()
    with late_imports():
        from explorer.cli.app import open_app
        from explorer.cli.place import dataset_path

    streams.prepare()
    return open_app(dataset_path(dataset), imports=imports)


def _columns() -> int:
    """The columns that help is wrapped for, as shutil.get_terminal_size has them; its import takes longer."""
    try:
        columns = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        columns = 0
    if columns <= 0:
        try:
            columns = os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else 0
        except (ValueError, OSError):
            columns = 0
    return columns or _HELP_COLUMNS
