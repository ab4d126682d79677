"""Plain characters for what has no more than ASCII, one for one: columns stay aligned."""

from __future__ import annotations

import unicodedata

# What is replaced, by what it becomes.
_LOOKS = {
    '"': "“”„«»",
    "'": "‘’‚",
    "-": "–—‐‑−─━▔",
    ".": "…·▁▂",
    ":": "▃▄",
    "+": "▅▆",
    "#": "▇█▉▐",
    "|": "│┃▊▋▍▎",
    ">": "→▌",
    "<": "←",
    "^": "↑",
    "v": "↓",
    "~": "≈",
    "0": "∅",
    "x": "✗",
    "!": "⚡",
    "*": "●",
}
_PLAIN = {ord(character): look for look, characters in _LOOKS.items() for character in characters}


def plain(character: str) -> str:
    """The ASCII character nearest in looks or meaning; `?` where there is none."""
    character = character.translate(_PLAIN)
    if character.isascii():
        return character
    base = unicodedata.normalize("NFKD", character)[0]
    if base.isascii():
        return base
    return "+" if unicodedata.name(character, "").startswith("BOX DRAWINGS") else "?"
