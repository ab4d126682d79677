"""The words of a folded text, as spans: what quotes and passages are aligned by.

A number is one word with its sign, currency, separators and percent; so is a word with its apostrophes.  The
parts of a compound are words of their own, and so is each character of a script that puts no spaces.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from explorer.evidence.characters import SPACELESS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.evidence.folding import Folded
    from explorer.evidence.passage import Span

# White space and punctuation; symbols and emoji count as words, as a change of them must be seen.
_PARTING = (
    r"\s!-/:-@\[-`{-~\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u055a-\u055f\u0589\u05be\u05c0\u05c3"
    r"\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u1361-\u1368\u2010-\u2027\u2030-\u205e\u3001-\u3003"
    r"\u3008-\u3020\u3030\u30fb"
)
_LETTER = f"[^{_PARTING}{SPACELESS}]"
_SIGN_OF_NUMBER = rf"(?:(?<!{_LETTER})[-+±]?[$€£¥]?(?=\d))?"
_JOINED = rf"(?:(?:(?<=\d)[.,:/'\-](?=\d)|'(?={_LETTER})){_LETTER}+)*"
_NUMBER_OR_WORD = rf"{_SIGN_OF_NUMBER}{_LETTER}+{_JOINED}[%‰°]?"
_WORD = re.compile(f"{_NUMBER_OR_WORD}|[{SPACELESS}]")


def words(folded: Folded) -> list[Span]:
    """The spans of the words, in order."""
    return list(_spans(_WORD, folded))


def tokens(folded: Folded) -> list[Span]:
    """The spans of the words and of each mark of punctuation, in order."""
    return list(_spans(_token(), folded))


@cache
def _token() -> re.Pattern[str]:
    # Compiling it takes longer than most modules' imports, and few calls of the program need it.
    return re.compile(rf"{_NUMBER_OR_WORD}|\.+|\S")


def _spans(pattern: re.Pattern[str], folded: Folded) -> Iterator[Span]:
    joints, joint = folded.joints, 0
    for match in pattern.finditer(folded.text):
        start, end = match.span()
        while joint < len(joints) and joints[joint] < end:
            if joints[joint] > start:
                yield start, joints[joint]
                start = joints[joint]
            joint += 1
        yield start, end
