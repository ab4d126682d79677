"""The program `detente`, also `python -m explorer`."""

from __future__ import annotations

import sys

from explorer.cli import start, streams

_REFUSED = 2
_INTERRUPTED = 128 + 2  # as a shell tells of SIGINT


def main() -> None:
    """Run the command line on sys.argv and exit with its status; the console script starts here."""
    try:
        status = start.run(sys.argv[1:])
        streams.flush()
    except streams.WriteError as error:
        streams.talk(f"detente: the result could not be written: {error}")
        status = _REFUSED
    except KeyboardInterrupt:
        status = _INTERRUPTED
    sys.exit(status)


if __name__ == "__main__":
    main()
