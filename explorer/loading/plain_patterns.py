"""Patterns for records in the plainest YAML, where it has one reading: each key on a line of its own.

What does not match is not wrong; it is only for the parser to say what it means.  Patterns match text that
`clean_utf8` has passed, without carriage returns, from the line break before a record's dash on.

No group of several parts is possessive: Python before 3.11.5 loses captures there.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Sequences within one line: a plain scalar has no sign of YAML's at its beginning, and no blank at its end.
# What it must not have within is looked for in `plain_scalars`: any character but some costs a pattern six
# times as much as any character at all.
_PLAIN = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`].*(?<! )"
_QUOTED = r"'(?:[^'\n\t]|'')+'" + r"|\"[^\"\\\n\t]+\""
_WORD = r"\w[\w./-]*+"
_WORDS = f"{_WORD}(?: {_WORD})*"
_LIST = rf"\[{_WORDS}(?:, {_WORDS})*\]"
_TONE = r"[-+]?[0-5]"

EVENT_KEYS = ("id", "date", "countries", "type", "tone", "title", "summary", "tags", "sources")
CITATION_KEYS = ("document", "quote", "prefix", "suffix", "date", "voice", "note")

# Deeper lists are for the parser: each indentation has its own pattern, which takes milliseconds to make.
INDENTS = range(9)


@lru_cache(maxsize=len(INDENTS))
def event_pattern(indent: int) -> re.Pattern[str]:
    """An event whose dash stands after so many spaces, with a group for each of EVENT_KEYS.

    The group `sources` holds the lines below that key, each with the line break before it.
    """
    return re.compile(_record(indent, _event_lines(indent)) + r"\n*")


@lru_cache(maxsize=len(INDENTS))
def usual_event_pattern(indent: int) -> re.Pattern[str]:
    """Those events whose keys stand in the order of EVENT_KEYS, found in two thirds of the time."""
    first, *others = _event_lines(indent)
    margin = " " * indent
    rest = "".join(rf"(?:\n{margin}  {line}(?![^\n]))?" for line in others)
    return re.compile(rf"\n{margin}- {first}(?![^\n]){rest}\n*")


def _event_lines(indent: int) -> list[str]:
    text = _text(indent + 2)
    values = (_WORD, text, _LIST, _WORD, _TONE, text, text, _LIST)
    lines = [f"{key}: (?P<{key}>{value})" for key, value in zip(EVENT_KEYS, values, strict=False)]
    lines.append(rf"sources:(?P<sources>(?:\n{' ' * (indent + 2)}[ -].*)+)")
    return lines


@lru_cache(maxsize=len(INDENTS))
def citation_pattern(indent: int) -> re.Pattern[str]:
    """A citation whose dash stands after so many spaces, with a group for each of CITATION_KEYS."""
    values = (_WORD, *[_text(indent + 2)] * (len(CITATION_KEYS) - 1))
    lines = [f"{key}: (?P<{key}>{value})" for key, value in zip(CITATION_KEYS, values, strict=True)]
    return re.compile(_record(indent, lines))


def _text(indent: int) -> str:
    """A scalar below a key that stands after so many spaces; a folded one (`>-`) may have several lines."""
    folded = rf">-(?:\n{' ' * indent} +\S.*)+"
    return f"(?:{_PLAIN}|{_QUOTED}|{folded})"


def _record(indent: int, lines: list[str]) -> str:
    """Some of the lines, none twice; each has one group."""
    margin = " " * indent
    once = "|".join(f"(?({group})(?!)|{line})" for group, line in enumerate(lines, start=1))
    return rf"\n{margin}-(?:(?:\n{margin} )? (?:{once})(?![^\n]))+"
