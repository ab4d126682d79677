"""Quotes that leave something out: `The talks […] led to a treaty`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explorer.evidence.alignment import Change
from explorer.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from explorer.evidence.passage import Span

# An ellipsis of dots or as one character, bare or in brackets; four dots are a full stop and an ellipsis.
_DOTS = r"(?:\.(?: ?\.){2,}|…)"
_MARK = re.compile(rf"\[ ?{_DOTS} ?\]|\( ?{_DOTS} ?\)|{_DOTS}")
_HAS_WORD = re.compile(r"[^\W_]")

# No more characters of the document than this may be left out in one place: about a long paragraph.
MAX_ELISION = 1000
# A text with more elisions than this is not read as a quotation with elisions.
_MAX_PARTS = 16


def parts(quote: str) -> list[str]:
    """The parts of a quote between its elisions, stripped; one that opens or closes the quote leaves no part.

    A part without a letter or digit is dropped.  A quote with more than sixteen parts counts as one part.
    """
    found = [part.strip() for part in _MARK.split(quote) if _HAS_WORD.search(part)]
    return found if len(found) <= _MAX_PARTS else [quote]


@dataclass(frozen=True, slots=True)
class Chain:
    """Parts of a quote that stand in order and near each other: the last of them, and the chain before it."""

    start: int
    end: int
    last: Span
    before: Chain | None = None

    def gaps(self) -> Iterator[Span]:
        """The spans that are left out, from the last to the first."""
        chain = self
        while chain.before:
            yield chain.before.end, chain.last[0]
            chain = chain.before


def chains(occurrences: list[list[Span]]) -> list[Chain]:
    """The chains that can be made of the occurrences of each part, in order, at most `MAX_ELISION` apart.

    There is one for each last part, the tightest, and one for each first part; chains of the same span count
    once.  The time is linear in the number of occurrences.
    """
    forwards = _tightest(occurrences)
    mirrored = _tightest(
        [[(-end, -start) for start, end in reversed(spans)] for spans in reversed(occurrences)]
    )
    spans = {(chain.start, chain.end): chain for chain in forwards}
    for chain in mirrored:
        spans.setdefault((-chain.end, -chain.start), _mirrored(chain))
    return [spans[span] for span in sorted(spans)]


def without_elided(change: Change, elisions: Collection[int]) -> list[Change]:
    """A change of a quote, without the words that it may leave out where an elision stands in it.

    `elisions` are the numbers of the words before which one stands.
    """
    at = next((number for number in elisions if change.a <= number <= change.a_end), None)
    if at is None or change.b_end - change.b <= change.a_end - change.a:
        return [change]
    before = Change(change.a, at, change.b, change.b + at - change.a)
    after = Change(at, change.a_end, change.b_end - (change.a_end - at), change.b_end)
    return [part for part in (before, after) if part.a < part.a_end]


def _tightest(occurrences: list[list[Span]]) -> list[Chain]:
    """For each occurrence of the last part that can be reached, the chain that begins latest."""
    reached = [Chain(start, end, (start, end)) for start, end in occurrences[0]]
    for spans in occurrences[1:]:
        longer: list[Chain] = []
        nearest = -1
        for start, end in spans:
            while nearest + 1 < len(reached) and reached[nearest + 1].end <= start:
                nearest += 1
            if nearest >= 0 and start - reached[nearest].end <= MAX_ELISION:
                before = reached[nearest]
                longer.append(Chain(before.start, end, (start, end), before))
        reached = longer
    return reached


def _mirrored(chain: Chain) -> Chain:
    turned: Chain | None = None
    link: Chain | None = chain
    while link:
        start, end = -link.last[1], -link.last[0]
        turned = Chain(turned.start if turned else start, end, (start, end), turned)
        link = link.before
    assert turned
    return turned
