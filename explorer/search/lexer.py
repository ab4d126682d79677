"""The lexer: cuts the text of a query into parentheses, operators, words, phrases and fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from explorer.search.fields import FIELDS, near_field
from explorer.search.written import QUOTES, Written

if TYPE_CHECKING:
    from collections.abc import Iterator

TokenKind = Literal["open", "close", "and", "or", "not", "words", "field"]

_TOKEN = re.compile(
    rf"""\s*+(?:
        (?P<open>\() | (?P<close>\)) | (?P<not>-(?=\S))
      | (?P<phrase>[{QUOTES}][^{QUOTES}]*+[{QUOTES}]?) | (?P<word>[^\s(){QUOTES}]++)
    )""",
    re.VERBOSE,
)
_VALUE = re.compile(rf"(?:[{QUOTES}][^{QUOTES}]*+[{QUOTES}]?|[^\s(){QUOTES}]++)*")
_OPERATORS: dict[str, TokenKind] = {"AND": "and", "OR": "or", "NOT": "not"}
_LONGEST_NAME = 20


class Token(NamedTuple):
    """A piece of a query; `written` is what stands behind a field's colon, or the words themselves."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    written: Written = Written("", 0, 0, False)


def lex(text: str) -> Iterator[Token]:
    """The tokens of a query in order; every text has some reading, so nothing is raised."""
    place = 0
    while match := _TOKEN.match(text, place):
        kind = match.lastgroup
        token = _word(text, *match.span("word")) if kind == "word" else _plain(text, match, str(kind))
        yield token
        place = token.end


def _plain(text: str, match: re.Match[str], kind: str) -> Token:
    start, end = match.span(kind)
    if kind == "phrase":
        return Token("words", start, end, written=Written.of(text, start, end))
    return Token("open" if kind == "open" else "close" if kind == "close" else "not", start, end)


def _word(text: str, start: int, end: int) -> Token:
    word = text[start:end]
    if word in _OPERATORS:
        return Token(_OPERATORS[word], start, end)
    colon = text.find(":", start, min(end, start + _LONGEST_NAME + 1))
    if colon > 0 and _is_field(name := text[start:colon].lower(), text[colon + 1 : colon + 2]):
        found = _VALUE.match(text, colon + 1)
        value_end = found.end() if found else end
        return Token("field", start, value_end, name, Written.of(text, colon + 1, value_end))
    return Token("words", start, end, written=Written.of(text, start, end))


def _is_field(name: str, following: str) -> bool:
    """Whether `name:` asks for a field, known or not, before the character that follows it.

    `http://x:80`, `10:30` and `Cuba: a history` are words; `foo:bar` asks for a field that there is none of.
    """
    if name in FIELDS:
        return True
    if len(name) < 2 or not name.isalpha() or following == "/":
        return False
    has_value = following != "" and following != ")" and not following.isspace()
    return has_value or near_field(name) is not None
