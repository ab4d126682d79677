"""Where a quote stands in a document: to the letter, but for its setting, or with elisions.

None of these cuts a word or a number of the document.
"""

from __future__ import annotations

from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING

from stringzilla import find

from explorer.evidence.boundaries import cuts, next_start
from explorer.evidence.elision import Chain, chains
from explorer.evidence.folding import Folded, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.evidence.context import Context
    from explorer.evidence.document import DocumentText
    from explorer.evidence.passage import Span

# A quote of a few letters, or one that repeats itself in a document that does, would be found without end: no
# more than so many hits are looked at, fewer if the quote is long.
_MOST_HITS = 5_000
_FEWEST_HITS = 200
_MOST_COMPARED = 20_000_000
# The same for one part of a quote with elisions.
_MOST_OF_A_PART = 5_000
# Up to so many comparisons a quote is sought with wide registers, in a third of the time: without the
# preparations that keep Python's time from growing with the product of the two lengths.
_MOST_SIDE_BY_SIDE = 4_000_000


def standing_once(text: str, quote: str) -> Span | None:
    """The span of a quote that stands to the letter once, also if parts of words counted; else None."""
    if text.isascii() and quote.isascii() and len(text) * len(quote) <= _MOST_SIDE_BY_SIDE:
        # Where all is ASCII, the offsets of bytes are those of characters.
        start = find(text, quote)
        other = find(text, quote, start + 1)
    else:
        start = text.find(quote)
        other = text.find(quote, start + 1)
    end = start + len(quote)
    return None if start < 0 or other >= 0 or cuts(text, start) or cuts(text, end) else (start, end)


def verbatim(document: DocumentText, quote: str) -> Iterator[Span]:
    """The spans at which the quote stands to the letter, in order."""
    text, length = document.text, len(quote)
    at = text.find(quote)
    for _ in range(_hits(length)):
        if at < 0:
            return
        if cuts(text, at) or cuts(text, at + length):
            at = text.find(quote, next_start(text, at))
        else:
            yield at, at + length
            at = text.find(quote, at + 1)


def typographic(document: DocumentText, quote: Folded, *, any_case: bool = True) -> Iterator[Span]:
    """The spans at which the quote stands but for its setting, in order; its first letter may change case."""
    variants = [quote.text, *(_other_case(quote.text) if any_case else ())]
    return merge(*(_refound(document, quote, variant) for variant in variants))


def elided(document: DocumentText, parts: list[str], context: Context) -> list[Chain]:
    """The chains in which the parts of a quote with elisions stand, between the prefix and the suffix."""
    found: list[list[Span]] = []
    for number, part in enumerate(parts):
        spans = list(islice(typographic(document, fold(part), any_case=number == 0), _MOST_OF_A_PART))
        if number == 0:
            spans = [span for span in spans if context.follows_prefix(document, span[0])]
        if number == len(parts) - 1:
            spans = [span for span in spans if context.precedes_suffix(document, span[1])]
        if not spans:
            return []
        found.append(spans)
    return chains(found)


def _refound(document: DocumentText, quote: Folded, variant: str) -> Iterator[Span]:
    folded, text = document.folded, document.text
    at = folded.text.find(variant) if variant else -1
    for _ in range(_hits(len(variant))):
        if at < 0:
            return
        end = at + len(variant)
        start_of, end_of = folded.original(at, end)
        if cuts(text, start_of) or cuts(text, end_of):
            at = folded.text.find(variant, max(at + 1, folded.position(next_start(text, start_of))))
            continue
        if not folded.splits(at) and not folded.splits(end) and folded.agrees(at, quote):
            yield start_of, end_of
        at = folded.text.find(variant, at + 1)


def _other_case(text: str) -> tuple[str, ...]:
    """The text with its first letter in the other case, if it begins with a letter that has one."""
    opening = len(text) - len(text.lstrip(_OPENING))
    first = text[opening : opening + 1]
    other = first.swapcase()
    if len(other) != 1 or other == first or other.swapcase() != first:
        return ()
    return (text[:opening] + other + text[opening + 1 :],)


_OPENING = "'\"([{¿¡"


def _hits(length: int) -> int:
    return max(_FEWEST_HITS, min(_MOST_HITS, _MOST_COMPARED // max(1, length)))
