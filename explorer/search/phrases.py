"""Finding words in sequence in folded text."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from explorer.search.syntax import Phrase, Term, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

# A word is letters and digits, each with its combining marks: the words of `explorer.store.folding`.
_COMBINING = "[\u0300-\u036f]"
_HAS_COMBINING = re.compile(_COMBINING)
_WORD_BEGINS = rf"(?<![^\W_])(?<!{_COMBINING})"
_WORD_ENDS = r"(?![^\W_])"
# Anything but letters and digits may part the words of a phrase, but not the blank line between paragraphs.
_LINE_END = r"(?>\r\n?|\n)"
_GAP = rf"(?:(?!{_LINE_END}[ \t]*+{_LINE_END})[\W_])++"


class Finder:
    """Finds some terms in folded texts."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        # Of the terms that stand at one place, the one with more words, or more of its last one, is longest.
        self._terms = sorted(terms, key=lambda term: (len(term.words), len(term.words[-1])), reverse=True)

    def found_in(self, folded: str) -> bool:
        """Whether a text holds one of the terms."""
        return self._pattern_for(folded).search(folded) is not None

    def places(self, folded: str) -> Iterator[tuple[int, int]]:
        """The (start, end) of the longest term at each place; places rise, and may overlap."""
        for match in self._pattern_for(folded).finditer(folded):
            yield match.span(1)

    def _pattern_for(self, folded: str) -> re.Pattern[str]:
        marked = not folded.isascii() and _HAS_COMBINING.search(folded)
        return self._with_combining if marked else self._plain

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


def _source(term: Term, after_letter: str) -> str:
    words = ("".join(re.escape(letter) + after_letter for letter in word) for word in term.words)
    return _GAP.join(words) + ("" if term.prefix else _WORD_ENDS)
