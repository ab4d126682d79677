"""Finding words in sequence in folded text."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from explorer.search.query import Term
from explorer.search.syntax import Phrase, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

# A word is letters and digits, each with its combining marks: the words of `explorer.folding`.
_COMBINING = "[\u0300-\u036f]"
_HAS_COMBINING = re.compile(_COMBINING)
_WORD_BEGINS = rf"(?<![^\W_])(?<!{_COMBINING})"
_STRAY = re.compile(rf"{_WORD_BEGINS}{_COMBINING}+")
_WORD_ENDS = r"(?![^\W_])"
# Anything but letters and digits may part the words of a phrase, but not the blank line between paragraphs.
# Each line end in one way only, and no possessive quantifiers: Python 3.11.2, which Debian 12 has, gets an
# atomic group within a repeated lookahead wrong.
_LINE_END = r"(?:\r\n|\r(?!\n)|(?<!\r)\n)"
_GAP = rf"(?:(?!{_LINE_END}[^\S\r\n]*{_LINE_END})[\W_])+"


class Finder:
    """Finds some terms in folded texts."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        # Of the terms that stand at one place, the one with more words, or more of its last one, is longest.
        self._terms = sorted(terms, key=lambda term: (len(term.words), len(term.words[-1])), reverse=True)

    def found_in(self, folded: str) -> bool:
        """Whether a text holds one of the terms."""
        if _has_combining(folded):
            return self._with_combining.search(_without_stray(folded)) is not None
        return self._anywhere.search(folded) is not None

    def places(self, folded: str) -> Iterator[tuple[int, int]]:
        """The (start, end) of the longest term at each place; places rise, and may overlap."""
        combining = _has_combining(folded)
        pattern, text = (self._with_combining, _without_stray(folded)) if combining else (self._plain, folded)
        for match in pattern.finditer(text):
            yield match.span(1)

    @cached_property
    def _anywhere(self) -> re.Pattern[str]:
        """Begins with a word as it stands, which is much faster to look for than where any word begins."""
        sources = []
        for term in self._terms:
            first, source = term.words[0], _source(term)
            sources.append(f"{first}(?<![^\\W_]{first}){source[len(first) :]}")
        return re.compile("|".join(sources))

    @cached_property
    def _plain(self) -> re.Pattern[str]:
        return self._compiled("")

    @cached_property
    def _with_combining(self) -> re.Pattern[str]:
        """Slower: behind each letter there may be combining marks."""
        return self._compiled(f"{_COMBINING}*+")

    def _compiled(self, after_letter: str) -> re.Pattern[str]:
        # The match itself is empty, so that the search goes on at the next word and overlaps are seen.
        sources = (_source(term, after_letter) for term in self._terms)
        return re.compile(f"{_WORD_BEGINS}(?=({'|'.join(sources)}))")


@lru_cache(maxsize=128)
def finder_of(terms: tuple[Term, ...]) -> Finder:
    """The finder of some terms; compiling it costs more than using it, so it is kept."""
    return Finder(terms)


def term_of(words: Word | Phrase) -> Term:
    """What to look for in a text for a word or a phrase."""
    return Term((words.text,) if isinstance(words, Word) else words.words, words.prefix)


def _source(term: Term, after_letter: str = "") -> str:
    # Letters and digits mean themselves in a pattern: there is nothing to escape.
    words = ("".join(letter + after_letter for letter in word) for word in term.words)
    return _GAP.join(words) + ("" if term.prefix else _WORD_ENDS)


def _has_combining(folded: str) -> bool:
    return not folded.isascii() and _HAS_COMBINING.search(folded) is not None


def _without_stray(folded: str) -> str:
    """The text with spaces for the combining marks that belong to no letter."""
    return _STRAY.sub(lambda stray: " " * len(stray[0]), folded)
