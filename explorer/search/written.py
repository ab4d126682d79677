"""A piece of a query as somebody wrote it, and the words in it."""

from __future__ import annotations

import re
from typing import NamedTuple

from explorer.folding import tokens
from explorer.search.syntax import Name, Phrase, Word

# Whatever the keyboard or the word processor makes of a quotation mark.
QUOTES = '"“”„«»'
_UNQUOTE = str.maketrans(dict.fromkeys(QUOTES))
# Of one word or phrase; a paragraph between quotation marks is still looked up.
LONGEST = 4_000
# Of one word or phrase: a paragraph in quotation marks can still be looked up.
LONGEST = 4_000
_LONGEST_SHOWN = 40
_LISTED = re.compile(rf"(?:[{QUOTES}][^{QUOTES}]*+[{QUOTES}]?|[^,{QUOTES}]++)+")


class UnreadableError(ValueError):
    """A value that cannot be meant: why, at which character, what to do, what could stand instead."""

    def __init__(self, message: str, position: int = 0, hint: str = "", instead: str = "") -> None:
        super().__init__(message)
        self.message, self.position, self.hint, self.instead = message, position, hint, instead


class Written(NamedTuple):
    """Words or the value of a field, with their place in the query.

    `unfinished` says that nothing stands behind it: somebody may still be typing it.
    """

    raw: str
    start: int
    end: int
    unfinished: bool

    @classmethod
    def of(cls, query: str, start: int, end: int) -> Written:
        """What stands in the query from start to end."""
        raw = query[start:end]
        return cls(raw, start, end, end == len(query) and not _closed(raw))

    @property
    def quoted(self) -> bool:
        """Whether it begins with a quotation mark."""
        return self.raw[:1] in QUOTES and self.raw != ""

    @property
    def text(self) -> str:
        """What is written, without the quotation marks and the space around it."""
        return self.raw.translate(_UNQUOTE).strip()

    def words(self) -> Word | Phrase | None:
        """The words as they are to be searched; None where there are none.

        A word that stands alone is a prefix, one in quotation marks is not.  A word with punctuation inside
        is a phrase.  The last word may go on where nothing follows it: no quotation mark, no punctuation.
        A star at the end always says that it may go on.
        Raises UnreadableError for more than anybody writes: a pattern is made of it.
        """
        if len(self.raw) > LONGEST:
            raise UnreadableError(f"more than {LONGEST:,} characters in one piece", hint="search for less")
        if self.raw.isascii() and self.raw.isalnum():
            return Word(self.raw.lower(), True, self.start, self.end)
        found = tuple(tokens(self.raw))
        if not found:
            return None
        words = tuple(word for word, _, _ in found)
        prefix = found[-1][2] == len(self.raw) or self.raw.rstrip(QUOTES).endswith("*")
        if len(words) == 1:
            return Word(words[0], prefix, self.start, self.end)
        return Phrase(words, prefix, self.start, self.end)

    def names(self) -> tuple[Name, ...]:
        """The names in a list with commas; a name in quotation marks may hold a comma."""
        listed = (Written.of(self.raw, *match.span()) for match in _LISTED.finditer(self.raw))
        return tuple(
            Name(one.text, self.start + one.start, self.start + one.end) for one in listed if one.words()
        )


def shown(text: str) -> str:
    """A text as a message repeats it: not at any length."""
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _closed(raw: str) -> bool:
    """Whether it ends with a quotation mark that closes what another one opened."""
    return raw[-1:] != "" and raw[-1] in QUOTES and sum(map(raw.count, QUOTES)) % 2 == 0
