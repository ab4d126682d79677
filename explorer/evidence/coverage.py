"""How much of a document is cited, sentence by sentence, and the dates in what nobody has cited yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from explorer.dates import find_dates
from explorer.evidence.sentence_ends import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from explorer.dates import DateMention
    from explorer.evidence.passage import Span


class SentenceCoverage(NamedTuple):
    """The sentences of a text, how many of them are cited, and the dates of the others, as leads."""

    sentences: int
    cited: int
    leads: tuple[DateMention, ...]

    @property
    def share(self) -> float:
        """The share of the sentences that is cited, from 0 to 1; 0 of a text without any."""
        return self.cited / self.sentences if self.sentences else 0.0


def sentence_coverage(text: str, cited: Sequence[Span]) -> SentenceCoverage:
    """Which sentences of an English text are cited, given rising, disjoint spans of the text.

    A sentence is cited if a span holds any character of it.  A date mention in one that is not is a lead.
    """
    parts = sentences(text)
    uncited = [*_apart(parts, cited)]
    leads = tuple(_within(find_dates(text), uncited)) if uncited else ()
    return SentenceCoverage(len(parts), len(parts) - len(uncited), leads)


def _apart(spans: Sequence[Span], others: Sequence[Span]) -> Iterator[Span]:
    """The spans that share nothing with the others; both rise and are disjoint."""
    at = 0
    for start, end in spans:
        while at < len(others) and others[at][1] <= start:
            at += 1
        if at == len(others) or others[at][0] >= end:
            yield start, end


def _within(mentions: Sequence[DateMention], spans: Sequence[Span]) -> Iterator[DateMention]:
    """The mentions, rising, that begin within a span."""
    at = 0
    for mention in mentions:
        while at < len(spans) and spans[at][1] <= mention.start:
            at += 1
        if at < len(spans) and spans[at][0] <= mention.start:
            yield mention
