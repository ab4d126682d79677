"""What is typed: words drawn as often as they are used, letter by letter."""

from __future__ import annotations

from random import Random

from generate import SEED
from vocabulary import vocabulary, vocabulary_size

WORDS = 20


def typed_words(events: int, round_: int, count: int = WORDS) -> list[str]:
    """Distinct words for a dataset of so many events; other ones in each round."""
    random = Random(f"typed {round_}")
    drawn: dict[str, None] = {}
    while len(drawn) < count:
        drawn.update(dict.fromkeys(vocabulary(vocabulary_size(events), SEED).draw(random, count)))
    return list(drawn)[:count]


def prefixes(words: list[str]) -> list[str]:
    """All that stands in the search line while the words are typed, each text once."""
    return list(dict.fromkeys(word[:length] for word in words for length in range(1, len(word) + 1)))
