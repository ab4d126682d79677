"""Words that nobody has written, as often as words of a language are: the text of generated datasets."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from random import Random
from typing import NamedTuple

_ONSETS = ("b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pr", "r", "s",
           "st", "t", "tr", "v", "w", "z")  # fmt: skip
_NUCLEI = ("a", "a", "e", "e", "e", "i", "i", "o", "o", "u", "ai", "ea", "ou")
_CODAS = ("", "", "", "", "n", "r", "s", "l", "t", "nd", "m")
# B. Mandelbrot's form of Zipf's law: the word of rank r is as frequent as 1 / (r + 2.7).
_OFFSET = 2.7


class Vocabulary(NamedTuple):
    """Words by falling frequency; `cumulative` are their weights, summed up for `Random.choices`."""

    words: tuple[str, ...]
    cumulative: tuple[float, ...]

    def draw(self, random: Random, count: int) -> list[str]:
        """So many words, each as likely as it is frequent."""
        return random.choices(self.words, cum_weights=self.cumulative, k=count)


def vocabulary_size(events: int) -> int:
    """How many words a dataset of so many events draws from."""
    return min(100_000, 10_000 + events // 10)


@lru_cache(maxsize=2)
def vocabulary(size: int, seed: int) -> Vocabulary:
    """So many distinct words; the frequent ones tend to be short."""
    random = Random(f"vocabulary {seed}")
    words: dict[str, None] = {}
    while len(words) < size:
        # From one syllable to four, as the rank grows.
        most = 1 + min(3, len(words) * 4 // 2000)
        words[_word(random, random.randint(1, most) if len(words) > 300 else 1)] = None
    weights = accumulate(1 / (rank + _OFFSET) for rank in range(1, size + 1))
    return Vocabulary(tuple(words), tuple(weights))


def _word(random: Random, syllables: int) -> str:
    return "".join(
        random.choice(_ONSETS) + random.choice(_NUCLEI) + random.choice(_CODAS) for _ in range(syllables)
    )
