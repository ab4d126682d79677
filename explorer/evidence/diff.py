"""A word diff of a quote and the closest text."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from explorer.evidence.alignment import align, changes
from explorer.evidence.characters import HYPHEN
from explorer.evidence.folding import fold
from explorer.evidence.words import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WHITE_SPACE = re.compile(r"\s+")


class DiffPart(NamedTuple):
    """Words with the space before them: the same, only quoted (removed) or only in the text (added)."""

    kind: Literal["same", "removed", "added"]
    text: str


def word_diff(quote: str, found: str) -> tuple[DiffPart, ...]:
    """How a quote becomes the text that was found: by words and marks of punctuation, not by their setting.

    The texts of the same and added parts, joined, are `found` with each white space as one blank; those of
    the same and removed parts are the quote, set like `found`.
    """
    here, shown_here = _tokens(quote)
    there, shown_there = _tokens(found)
    if here and there and here[0][1:] == there[0][1:] and here[0].casefold() == there[0].casefold():
        here[0] = there[0]
    blocks = align(here, there)
    parts: list[DiffPart] = []
    done = 0
    for change in changes(blocks, len(here), len(there)):
        parts.append(DiffPart("same", "".join(shown_there[done : change.b])))
        parts.append(DiffPart("removed", "".join(shown_here[change.a : change.a_end])))
        parts.append(DiffPart("added", "".join(shown_there[change.b : change.b_end])))
        done = change.b_end
    parts.append(DiffPart("same", "".join(shown_there[done:])))
    return tuple(_merged(part for part in parts if part.text))


def _merged(parts: Iterable[DiffPart]) -> Iterator[DiffPart]:
    """The parts, of which no two in a row are of one kind."""
    for kind, row in groupby(parts, key=lambda part: part.kind):
        yield DiffPart(kind, "".join(part.text for part in row))


def _tokens(text: str) -> tuple[list[str], list[str]]:
    """The words and marks as they are compared, and as they are shown, with what stands before them."""
    folded = fold(text)
    joints = frozenset(folded.joints)
    compared: list[str] = []
    shown: list[str] = []
    done = 0
    for start, end in tokens(folded):
        compared.append(HYPHEN * (start in joints) + folded.text[start:end])
        reach = max(done, folded.original(start, end)[1])
        shown.append(_on_one_line(text[done:reach]))
        done = reach
    rest = _on_one_line(text[done:])
    if shown:
        shown[-1] = (shown[-1] + rest).rstrip()
        shown[0] = shown[0].lstrip()
    elif rest.strip():
        # Nothing but a dash, or what cannot be seen.
        compared, shown = [rest.strip()], [rest.strip()]
    return compared, shown


def _on_one_line(text: str) -> str:
    return _WHITE_SPACE.sub(" ", text)
