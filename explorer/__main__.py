"""The program `detente`, also `python -m explorer`."""

from __future__ import annotations

import sys

from explorer import __version__
from explorer.cli import streams

_REFUSED = 2
_INTERRUPTED = 128 + 2  # as a shell tells of SIGINT


def main() -> None:
    """Run the command line on sys.argv and exit with its status; the console script starts here."""
    try:
        status = _run(sys.argv[1:])
        streams.flush()
    except streams.WriteError as error:
        streams.talk(f"detente: the result could not be written: {error}")
        status = _REFUSED
    except KeyboardInterrupt:
        status = _INTERRUPTED
    sys.exit(status)


def _run(arguments: list[str]) -> int:
    # Answered before click is imported: that alone takes three times as long as starting Python.
    if arguments in (["--version"], ["-V"], ["version"]):
        streams.write(f"detente {__version__}\n")
        return 0
    from explorer.cli.commands import run

    return run(arguments)


if __name__ == "__main__":
    main()
