"""Folding for search: text without case and accents, one character for one character.

Because nothing is inserted or dropped, an offset into the folded text is an offset into the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from explorer.utf8 import encoded

if TYPE_CHECKING:
    from collections.abc import Iterator

# Letters and digits, with the combining marks that belong to them; an underscore separates.
_TOKEN = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
# Two line ends; CRLF is one.  (Before Python 3.11.5 groups that give nothing back, `(?:…)?+`, do not hold.)
_BLANK_LINE = re.compile(r"[\r\n](?:(?<=\r)\n|(?<!\r)|(?!\n))[^\S\r\n]*(?:\r\n|[\r\n])")
# ASCII letters in lower case and digits; everything else parts words.
_ASCII_WORDS = bytes(code if code < 128 and chr(code).isalnum() else 32 for code in range(256)).lower()
_ASCII_LINES = bytes(code if code in b"\n\0" else _ASCII_WORDS[code] for code in range(256))
_MARKS = dict.fromkeys(range(0x300, 0x370))
# What people type for what typesetters set.
_TYPED = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-"}


class _FoldTable(dict[int, str]):
    """A table for str.translate that works out each character when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        base = unicodedata.normalize("NFKD", _TYPED.get(character, character))[0]
        lowered = base.lower()
        # A letter whose lower case is two characters, or a mark without a base, stays as it is.
        self[code] = folded = lowered if len(lowered) == 1 else character
        return folded


_TABLE = _FoldTable()


def fold(text: str) -> str:
    """The text in lower case and without accents, of the same length as before."""
    return text.lower() if text.isascii() else text.translate(_TABLE)


def tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word of the text as (folded word, start, end); offsets count the characters of the text."""
    for match in _TOKEN.finditer(fold(text)):
        word = match.group()
        yield (word if word.isascii() else word.translate(_MARKS)), match.start(), match.end()


def ascii_words(text: str) -> bytes:
    """An ASCII text with its words folded where they stand, and blanks for all else."""
    return text.encode().translate(_ASCII_WORDS)


def folded_paragraphs(text: str) -> list[bytes]:
    """The folded words of each paragraph of the text, one blank between two, in UTF-8.

    They are the words of `tokens`, many times as fast where the text is ASCII, which most is; blank lines
    part paragraphs.
    """
    is_one = "\n" not in text and "\r" not in text
    parts = [text] if is_one else _BLANK_LINE.split(text)
    if text.isascii():
        return [_squeezed(ascii_words(part).strip()) for part in parts]
    return [encoded(" ".join(_words(fold(part)))) for part in parts]


def folded_lines(text: str) -> bytes:
    """The folded words of each line of an ASCII text, one blank between two; line feeds and NULs stay."""
    return _squeezed(text.encode().translate(_ASCII_LINES))


def _squeezed(words: bytes) -> bytes:
    """Words with one blank between two; most have no more, and nothing is done for each word."""
    while b"  " in words:
        words = words.replace(b"  ", b" ")
    return words


def words(text: str) -> set[str]:
    """The folded words that occur in the text."""
    return set(_words(fold(text)))


def _words(folded: str) -> list[str]:
    """The words of a folded text, in their order, without the marks that folding leaves."""
    words: list[str] = _TOKEN.findall(folded)
    return words if folded.isascii() else [word.translate(_MARKS) for word in words]
