"""Text that Markdown shows as it is: nothing in it becomes markup."""

from __future__ import annotations

import re

# Any ASCII punctuation may stand behind a backslash (CommonMark 0.31.2, 2.4); these can begin markup.
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$]")
_AT_THE_BEGINNING = re.compile(r"^(?:(#{1,6}|[-+=>])|(\d{1,9})([.)]))(?=\s|$|[-=])")
_ADDRESS = re.compile(r"https?://[^\s<>\\]+")


def escaped(text: str) -> str:
    """A line of text, with a backslash before what would be markup."""
    text = _MARKUP.sub(r"\\\g<0>", text)
    return _AT_THE_BEGINNING.sub(lambda found: f"{found[2] or ''}\\{found[3] or found[1]}", text)


def address(url: str) -> str:
    """An address as a link, or as plain text where it is none for a browser."""
    return f"<{url}>" if _ADDRESS.fullmatch(url) else escaped(url)
