"""Where in an English text dates can be: around digits, names of months and centuries.

Every date has one of them, and what makes it one stands so near that nothing else needs to be read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explorer.dates.calendar import MONTH_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

# A phrase has up to 17 tokens before the first of these, and what comes up to 8 behind the last one tells
# whether it is a date; a word is at least one token, but for the three of `B. C. E.`.
_WORDS_BEFORE, _WORDS_AFTER = 24, 12
# A digit, or a word that is a month (without a capital a month needs a year) or a century.  A pattern that
# begins with a set of characters is sought several times as fast as one beginning with a group.
_MONTH_ENDINGS = "|".join(f"{name[1:3]}(?:{name[3:]})?" for name in MONTH_NAMES)
_OF_A_DATE = re.compile(rf"[0-9cCJFMASOND](?:(?<=[0-9])|(?i:{_MONTH_ENDINGS}|ept|entury|enturies)\b)")
_WORDS_BEHIND = re.compile(rf"\S*(?:\s+\S+){{0,{_WORDS_AFTER}}}")
_SPACE = re.compile(r"\s")
_WINDOW = 192


def stretches_with_dates(text: str) -> Iterator[tuple[int, int]]:
    """Where whole words stand that may tell dates, with the words around them: rising, disjoint spans.

    Takes time linear in the text.
    """
    start = end = last = 0
    for hint in _OF_A_DATE.finditer(text):
        if hint.start() >= end:
            end = _after(text, last) if last else 0
            if hint.start() >= end:
                first = _before(text, hint.start(), end)
                if first > end:
                    if last:
                        yield start, end
                    start = first
        last = hint.end()
    if last:
        yield start, _after(text, last)


def _before(text: str, at: int, floor: int) -> int:
    """Where the words begin that stand before a place and count for it, not before `floor`."""
    width = _WINDOW
    while at - width > floor:
        cut = _SPACE.search(text, at - width, at)
        if cut and len(text[cut.start() : at].split()) >= _WORDS_BEFORE:
            return cut.start()
        width *= 8
    return floor


def _after(text: str, at: int) -> int:
    """Where the words end that stand behind a place and count for it."""
    match = _WORDS_BEHIND.match(text, at)
    return match.end() if match else at
