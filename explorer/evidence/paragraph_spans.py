"""The paragraphs of a text: what blank lines part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.evidence.passage import Span

# A line end and at least one line without anything but white space.  CRLF is never taken for two line ends.
# A pattern that begins with a set of characters is sought three times as fast as one beginning with a group.
_BLANK_LINES = re.compile(r"[\r\n](?:(?<=\r)\n|(?<!\r)|(?!\n))[^\S\r\n]*(?:\r\n|[\r\n])\s*")
# The same where no line ends with CR: one that begins with a single character is sought eight times as fast.
_BLANK_LINES_LF = re.compile(r"\n[^\S\n]*\n\s*")
_VISIBLE = re.compile(r"\S")
_WINDOW = 4096


def paragraphs(text: str) -> list[Span]:
    """The spans of the paragraphs of a text, without the white space around them.

    Lines end with LF, CRLF or a lone CR; one or more lines of white space part two paragraphs.
    """
    return list(_paragraphs(text, 0, _BLANK_LINES if "\r" in text else _BLANK_LINES_LF))


def paragraph_at(text: str, offset: int) -> Span:
    """The span of the paragraph at an offset; between two the next one, behind the last the last one.

    (0, 0) where the text has no paragraph.  Only the paragraph and its surroundings are looked at.
    """
    back = _WINDOW
    while True:
        start = _start_before(text, max(0, offset - back), offset)
        if start is not None:
            break
        back *= 8
    found = (0, 0)
    for found in _paragraphs(text, start, _BLANK_LINES):
        if offset < found[1]:
            break
    return found


def _start_before(text: str, floor: int, offset: int) -> int | None:
    """Where the paragraph at an offset may start; None where the text from `floor` on does not tell."""
    start = None if floor else 0
    for blank in _BLANK_LINES.finditer(text, floor, offset):
        if _VISIBLE.search(text, blank.end()):
            start = blank.end()
    return start


def _paragraphs(text: str, start: int, blank_lines: re.Pattern[str]) -> Iterator[Span]:
    for blank in blank_lines.finditer(text, start):
        yield from _trimmed(text, start, blank.start())
        start = blank.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    paragraph = text[start:end]
    start += len(paragraph) - len(paragraph.lstrip())
    if start < end:
        yield start, start + len(paragraph.strip())
