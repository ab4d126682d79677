"""The verdict on one quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.evidence.boundaries import cuts
from explorer.evidence.characters import INVISIBLE, WHITE_SPACE
from explorer.evidence.context import NO_CONTEXT, Context
from explorer.evidence.differences import difference, is_negation
from explorer.evidence.elision import parts as parts_of
from explorer.evidence.folding import fold
from explorer.evidence.nearest import nearest
from explorer.evidence.occurrences import elided, standing_once, typographic, verbatim
from explorer.evidence.passage import MAX_PLACES, Passage
from explorer.evidence.words import words
from explorer.records import maker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.evidence.document import DocumentText
    from explorer.evidence.elision import Chain
    from explorer.evidence.passage import Span, Verdict

_make_passage = maker(Passage)

# Measured on generated texts: one changed number, name, negation or word leaves even a quote of thirty
# characters above the first; sentences of the same make with other words stay below it, but for the shortest.
CHANGED_FROM = 0.65
OFFERED_FROM = 0.35

_UNSEEN = WHITE_SPACE + "".join(INVISIBLE)

# So much of what stands around a place is shown.
_FAR = 30

# An elision of so few words must not hide a negation: `did […] recognise`.
_NEGATION_HIDES_IN = 3


def locate(document: DocumentText, quote: str, prefix: str = "", suffix: str = "") -> Passage:
    """Find a quote in a document, and say how surely; raises ValueError for an empty quote or white space.

    The quote is sought as it is written, without white space and invisible characters around it; then but
    for its setting (see `folding`) and the case of its first letter; then in the parts between its elisions
    (`[…]`, `…`), which must stand in order with at most `elision.MAX_ELISION` characters between two.  The
    first of these that finds it gives the verdict, so a quote that stands once to the letter is `exact`, even
    if it stands elsewhere in another setting; one that elides is `typography`.  No passage begins or ends
    within a word or a number.

    Prefix and suffix must stand directly at the quote (but for setting, space and dashes), else that place
    does not count.  A quote that stands only where its prefix or suffix is not is no evidence for the place
    that was meant: once, it is `changed`, with its span and a `why`; more than once, `ambiguous`.

    Otherwise the nearest passage is `changed` if its likeness (see `nearest`) is at least `CHANGED_FROM`; if
    not, the quote is `missing`, and the passage is offered from `OFFERED_FROM` on.
    """
    if not quote or quote.isspace():
        raise ValueError("the quote is empty")
    # In ASCII only white space is not seen.
    quote = quote.strip() if quote.isascii() else quote.strip(_UNSEEN)
    if not quote:
        return Passage("missing")
    if not prefix and not suffix:
        # Most quotes of a dataset: there may be a hundred thousand.
        span = standing_once(document.text, quote)
        if span:
            return _make_passage("exact", *span)
    context = Context(prefix.strip(), suffix.strip()) if prefix or suffix else NO_CONTEXT
    found = _literal(document, quote, context) or _with_elisions(document, quote, context)
    if found is None and context:
        found = _out_of_context(document, quote, context)
    return found or _near(document, quote)


def _literal(document: DocumentText, quote: str, context: Context) -> Passage | None:
    spans = _fitting(document, verbatim(document, quote), context)
    if spans:
        return _settled("exact", spans)
    spans = _fitting(document, typographic(document, fold(quote)), context)
    return _settled("typography", spans) if spans else None


def _fitting(document: DocumentText, spans: Iterable[Span], context: Context) -> list[Span]:
    found: list[Span] = []
    for span in spans:
        if not context or context.fits(document, span):
            found.append(span)
            if len(found) == MAX_PLACES:
                break
    return found


def _settled(verdict: Verdict, spans: list[Span]) -> Passage:
    if len(spans) > 1:
        return Passage("ambiguous", places=tuple(spans))
    return Passage(verdict, *spans[0])


def _with_elisions(document: DocumentText, quote: str, context: Context) -> Passage | None:
    parts = parts_of(quote)
    if not parts or parts == [quote]:
        return None
    chains = elided(document, parts, context)[:MAX_PLACES]
    if len(chains) == 1:
        hidden = _hidden_negation(document, chains[0])
        if hidden:
            why = f"the elision hides the negation “{hidden}”"
            return Passage("changed", chains[0].start, chains[0].end, why=why)
    return _settled("typography", [(chain.start, chain.end) for chain in chains]) if chains else None


def _hidden_negation(document: DocumentText, chain: Chain) -> str:
    for start, end in chain.gaps():
        gap = fold(document.text[start:end])
        left_out = [gap.text[slice(*span)] for span in words(gap)]
        hidden = next(filter(is_negation, left_out), "")
        if hidden and len(left_out) <= _NEGATION_HIDES_IN:
            return hidden
    return ""


def _out_of_context(document: DocumentText, quote: str, context: Context) -> Passage | None:
    """The verdict on a quote that stands only where its prefix or suffix does not."""
    found = _literal(document, quote, NO_CONTEXT) or _with_elisions(document, quote, NO_CONTEXT)
    if found is None or found.start is None or found.end is None:
        return found
    if found.why:
        return found
    follows = context.follows_prefix(document, found.start)
    where = "the suffix does not stand behind it" if follows else "the prefix does not stand before it"
    return Passage("changed", found.start, found.end, why=f"the quote is there, but {where}")


def _near(document: DocumentText, quote: str) -> Passage:
    parts = parts_of(quote)
    closest = nearest(document, parts)
    if closest is None or closest.likeness < OFFERED_FROM:
        return Passage("missing")
    span = closest.start, closest.end
    if closest.likeness < CHANGED_FROM:
        return Passage("missing", nearest=span)
    return Passage("changed", *span, why=difference(document, parts, span) or _cut(document, span))


def _cut(document: DocumentText, span: Span) -> str:
    """What differs where the words do not: the quote cuts a word, or it is not words that differ."""
    for at in span:
        if cuts(document.text, at):
            return f"the quote begins or ends within “{_surroundings(document.text, at)}”"
    return "only punctuation or white space differs"


def _surroundings(text: str, at: int) -> str:
    """The word at an offset, or the two if it parts them."""
    before, after = text[max(0, at - _FAR) : at], text[at : at + _FAR]
    parting = " " * (before[-1:].isspace() or after[:1].isspace())
    return (before.split() or [""])[-1] + parting + (after.split() or [""])[0]
