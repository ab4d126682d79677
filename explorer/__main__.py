"""The program `detente`, also `python -m explorer`."""

from __future__ import annotations

import sys

from explorer import __version__

_INTERRUPTED = 128 + 2  # as a shell tells of SIGINT


def main() -> None:
    """Run the command line on sys.argv and exit with its status; the console script starts here."""
    try:
        sys.exit(_run(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


def _run(arguments: list[str]) -> int:
    # Answered before click is imported: that alone takes three times as long as starting Python.
    if arguments in (["--version"], ["-V"], ["version"]):
        from explorer.cli.streams import flush, write

        write(f"detente {__version__}\n")
        flush()
        return 0
    from explorer.cli.commands import run

    return run(arguments)


if __name__ == "__main__":
    main()
