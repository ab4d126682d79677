"""Plain characters for streams whose encoding lacks the real ones, one for one: columns still align."""

from __future__ import annotations

import codecs

from explorer.plain import plain

NAME = "detente-plain"


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(plain, error.object[error.start : error.end])), error.end


def register() -> str:
    """Make the error handler known to Python's codecs; returns its name, for `errors=`."""
    codecs.register_error(NAME, _replace)
    return NAME
