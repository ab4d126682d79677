"""Plain characters for streams whose encoding lacks the real ones, one for one: columns still align."""

from __future__ import annotations

import codecs
import unicodedata

NAME = "detente-plain"
_PLAIN = str.maketrans("“”„‘’‚–—‐‑−…·»«≈→", '"""\'\',-----..><~>')


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    characters = error.object[error.start : error.end].translate(_PLAIN)
    return "".join(map(_plain, characters)), error.end


def _plain(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[0]
    return base if base.isascii() else "?"


def register() -> str:
    """Make the error handler known to Python's codecs; returns its name, for `errors=`."""
    codecs.register_error(NAME, _replace)
    return NAME
