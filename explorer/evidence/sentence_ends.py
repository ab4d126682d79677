"""The sentences of an English text, told by their stops, abbreviations and what follows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explorer.evidence.paragraph_spans import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.evidence.passage import Span

# A run of stops, with the quotation marks, brackets and reference marks behind it, before white space, which
# wide stops do without.  It is taken from its first stop only, and never given back: a megabyte of stops is
# looked at once.  A pattern that begins with a set of characters is sought several times as fast as one
# beginning with anything else.
_STOP = re.compile(
    r"""
    (?P<stop> [.!?…。！？] (?: (?<=[。！？]) [。！？]*+ | (?<![.!?…]{2}) [.!?…]*+ ) )
    (?: (?<=[。！？]) ["'”’」』》）]*+ | (?<=[.!?…]) ["'”’»)\]]*+ (?:\[\d{1,4}\])* (?=\s) )
    """,
    re.VERBOSE,
)
_WIDE = frozenset("。！？")
_SPACE = re.compile(r"\s*")
_NEXT = re.compile(r"""\s*["'“‘«(\[¿¡—–-]{0,3}(?P<word>\w?[^\W\d_]{0,15})""")
_WORD_BEFORE = re.compile(r"[^\W_]+(?:\.[^\W_]+)*$")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}|[^\W\d_]")
_LONGEST_WORD = 24


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Stand before a name, or before what they refer to.
_LEADING = _listed(
    "dr mr mrs ms mx prof gen col lt sgt capt cpt maj brig adm cmdr sen rep gov pres amb st ste mt ft fr rev"
    " hon msgr messrs mme mlle vs cf ca approx viz e.g i.e"
)
# Stand before a number; without one they are words that may end a sentence ("He said no.").
_NUMBERED = _listed("no nos vol vols pp fig figs ch art arts sec secs para paras ed eds bk pt")
# May stand at the end of a sentence as well as within it.
_TRAILING = _listed(
    "jr sr inc ltd co corp bros etc al dept govt est ave blvd univ assn"
    " jan feb mar apr jun jul aug sept sep oct nov dec"
)
# What begins a sentence but hardly a name.
_OPENERS = _listed(
    "the this that these those it he she they we in on at after before but and when while his her their its"
    " our there then for from by as with both however later under no not some many to if so yet another"
    " during since until although though because all most such what who why how where nobody nothing"
)


def sentences(text: str) -> list[Span]:
    """The spans of the sentences of an English text, in order, without the white space between them.

    A sentence ends at a stop before white space, unless a small letter follows; so do paragraphs, with a stop
    or without.  Quotation marks, brackets and reference marks behind the stop belong to the sentence.  An
    abbreviation, initial, numeral of a list or ellipsis does not end one; where an abbreviation could stand
    at the end (`in the U.S. The president`), the next word decides.  Takes time linear in the text.
    """
    return list(_sentences(text))


def _sentences(text: str) -> Iterator[Span]:
    for start, end in paragraphs(text):
        for stop in _STOP.finditer(text, start, end):
            if _ends(text, start, stop):
                yield start, stop.end()
                space = _SPACE.match(text, stop.end(), end)
                start = space.end() if space else stop.end()
        if start < end:
            yield start, end


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a stop ends the sentence that begins at `start`."""
    if stop["stop"][0] in _WIDE:
        return True
    following = _NEXT.match(text, stop.end())
    word = following["word"] if following else ""
    if word[:1].islower() or stop.start() == start or text[stop.start() - 1].isspace():
        return False
    if stop["stop"] in ("...", "…"):
        return False
    return stop["stop"] != "." or not _abbreviates(text, start, stop.start(), word)


def _abbreviates(text: str, start: int, at: int, following: str) -> bool:
    """Whether the full stop at `at` belongs to the word before it only, given the word that follows."""
    before = _WORD_BEFORE.search(text[max(start, at - _LONGEST_WORD) : at])
    if not before:
        return False
    word = before.group()
    if word.isdecimal():
        return len(word) <= 3 and at - len(word) == start
    word = word.lower()
    if word in _LEADING:
        return True
    if word in _NUMBERED:
        return following[:1].isdecimal()
    return (word in _TRAILING or _ACRONYM.fullmatch(word) is not None) and following.lower() not in _OPENERS
