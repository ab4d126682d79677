"""Finding a text as it is written, and not by its words: for somebody who looks through one document."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from explorer.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

# White space, but not the blank line between paragraphs; each line end is matched in one way only.
_LINE_END = r"(?:\r\n|\r(?!\n)|(?<!\r)\n)"
_GAP = rf"(?:(?!{_LINE_END}[^\S\r\n]*{_LINE_END})\s)+"
# What may stand behind a character without being one that somebody would type.
_UNTYPED = "[\u0300-\u036f\u00ad]"
_HAS_UNTYPED = re.compile(_UNTYPED)


class Literal:
    """Some text to look for: without case and accents, its blanks for any white space within a paragraph.

    Blanks at its ends are left out, so that nothing is lost while somebody types the next word.
    """

    def __init__(self, wanted: str) -> None:
        self.wanted = wanted
        folded = _HAS_UNTYPED.sub("", fold(wanted))
        self._words = folded.split()

    def __bool__(self) -> bool:
        return bool(self._words)

    def places(self, folded: str) -> Iterator[tuple[int, int]]:
        """The (start, end) of each place in a folded text: rising and disjoint."""
        if self._words:
            pattern = _pattern(tuple(self._words), _HAS_UNTYPED.search(folded) is not None)
            for match in pattern.finditer(folded):
                yield match.span()


@lru_cache(maxsize=32)
def _pattern(words: tuple[str, ...], has_untyped: bool) -> re.Pattern[str]:
    # Without what nobody types the words are plain text, which is looked for much faster.
    behind = f"{_UNTYPED}*" if has_untyped else ""
    return re.compile(_GAP.join("".join(re.escape(letter) + behind for letter in word) for word in words))
