"""Going through the searches that were made, while one is typing another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence


class Recall:
    """Steps through earlier searches (the newest last) from a draft, which is there again at the end.

    Only searches that begin with the draft are offered, as in a shell; an empty one is the beginning of all.
    """

    def __init__(self, searches: Sequence[str], draft: str) -> None:
        begun = fold(draft)
        self._texts = [*(each for each in searches if each != draft and fold(each).startswith(begun)), draft]
        self._at = len(self._texts) - 1

    @property
    def text(self) -> str:
        """The text that is shown: an earlier search, or the draft."""
        return self._texts[self._at]

    def step(self, step: int) -> str | None:
        """An earlier text (-1) or a later one (+1); None where there is none."""
        if not 0 <= self._at + step < len(self._texts):
            return None
        self._at += step
        return self.text


def matching(texts: Sequence[str], typed: str) -> list[int]:
    """The places of the texts that hold each of some typed words, in whatever case, accents and order."""
    words = fold(typed).split()
    folded = [fold(text) for text in texts]
    return [place for place, text in enumerate(folded) if all(word in text for word in words)]
