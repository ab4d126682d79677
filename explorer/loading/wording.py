"""How messages speak of what a file says."""

from __future__ import annotations

from explorer.printable import printable

_LONGEST = 60


def quoted(text: str) -> str:
    """A text from a file as a message shows it: on one line, in quotation marks, no longer than needed."""
    shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return f'"{printable(shown)}"'
