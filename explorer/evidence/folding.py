"""Folding: a text without what its setting may change, and the way back to its offsets.

Two texts with the same fold have the same words.  First each character is made plain (`characters`), then
white space, dashes and quotation marks are evened out:

- White space becomes one space between words and vanishes beside punctuation.  It stays between digits, also
  where punctuation stands beside it: `14 000`, `14,000` and `14, 000` are different.
- A dash of any kind between letters is taken out and kept as a joint, so that a word broken at a line end can
  be told from a compound: a hyphen that ends a line may belong to the word or to the line, and matches both.
- A dash beside a digit stays, and a hyphen or en dash keeps its space there if it has one on one side only:
  `fell to -4` has a minus.
- Quotation marks are all alike, except behind a digit, where they are feet and inches.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from explorer.evidence.characters import (
    EM_DASH,
    EN_DASH,
    HYPHEN,
    SOFT_HYPHEN,
    fold_character,
    is_letter,
    is_mark,
    is_word,
)
from explorer.evidence.offsets import OffsetMap, Rewriter
from explorer.records import dataclass

if TYPE_CHECKING:
    from explorer.evidence.passage import Span

# What needs a look; a single space between two words is left out, being the most of it.
_RUN = re.compile(
    r"[\s\-–—\xad]{2,}|(?<!\w)\s|\s(?!\w)|[^\S ]|[\-–—\xad]|['\"](?:\s*['\"])+|\"|(?<!\w)'|'(?!\w)"
)
_LINE_END = r"[^\S\r\n]*(?>\r\n|[\r\n])[^\S\r\n]*"
_LINE_END_HYPHEN = re.compile("-" + _LINE_END)
_SOFT_HYPHEN_IN_LINE = re.compile(r"\xad(?!" + _LINE_END + ")")
_EM_DASH = re.compile(" ?(?:—|-{2,}) ?")
_WHITE_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text.

    `joints` are the places where a dash between letters was taken out, `broken` those where a hyphen ended a
    line; both are rising offsets of `text`.
    """

    text: str
    joints: array[int]
    broken: array[int]
    _spacing: OffsetMap
    _characters: OffsetMap | None

    def original(self, start: int, end: int) -> Span:
        """The span of the original that a span became, widened to whole characters; it must not be empty."""
        first, last = self._spacing.start(start), self._spacing.end(end - 1)
        if self._characters is None:
            return first, last
        return self._characters.start(first), self._characters.end(last - 1)

    def splits(self, at: int) -> bool:
        """Whether `at` lies within one character of the original, or between a letter and its mark."""
        if at < len(self.text) and is_mark(self.text[at]):
            return True
        if self._spacing.splits(at):
            return True
        return self._characters is not None and self._characters.splits(self._spacing.start(at))

    def position(self, offset: int) -> int:
        """The offset in the folded text of an offset in the original."""
        return self._spacing.target(offset if self._characters is None else self._characters.target(offset))

    def agrees(self, start: int, other: Folded) -> bool:
        """Whether `other`, whose text stands here at `start`, has dashes between the same letters."""
        end = start + len(other.text)
        joints, broken = _between(self.joints, start, end), _between(self.broken, start, end)
        others, others_broken = ({start + at for at in places} for places in (other.joints, other.broken))
        return joints - others <= others_broken and others - joints <= broken


def fold(text: str) -> Folded:
    """Fold a text, in time linear in its length."""
    plain, characters = _fold_characters(text)
    rewriter = Rewriter(plain)
    joints, broken = array("I"), array("I")
    for match in _RUN.finditer(plain):
        start, end = match.span()
        run, left, right = match.group(), plain[start - 1 : start], plain[end : end + 1]
        if run[0] in "'\"":
            by = _quotation_marks(run, left, right)
        else:
            run = _without_soft_hyphens(run)
            is_dash = HYPHEN in run or EN_DASH in run or EM_DASH in run
            if is_dash and is_letter(left) and is_letter(right):
                rewriter.replace(start, end, "")
                (broken if _may_be_line_end(run, left, right) else joints).append(rewriter.length)
                continue
            by = _dash(run, left, right) if is_dash else _white_space(run, plain, start, end)
        rewriter.replace(start, end, by)
    folded, spacing = rewriter.finish()
    return Folded(folded, joints, broken, spacing, characters)


def _fold_characters(text: str) -> tuple[str, OffsetMap | None]:
    """Make each character plain, marks in canonical order; no map where nothing moves."""
    present = set(text)
    changing = "".join(c for c in present if fold_character(c) != c)
    marks = "".join(c for c in present if not c.isascii() and unicodedata.combining(c))
    if not changing and not marks:
        return text, None
    pattern = "|".join(
        ([rf"(?s:.)[{re.escape(marks)}]+"] if marks else [])
        + ([f"[{re.escape(changing)}]"] if changing else [])
    )
    rewriter = Rewriter(text)
    for match in re.finditer(pattern, text):
        by = "".join(map(fold_character, match.group()))
        rewriter.replace(match.start(), match.end(), _ordered(by) if marks else by)
    return rewriter.finish()


def _ordered(cluster: str) -> str:
    """The cluster with its marks in canonical order (Unicode 3.11, D108 and D109), however many they are."""
    base = 0
    while base < len(cluster) and not unicodedata.combining(cluster[base]):
        base += 1
    return cluster[:base] + "".join(sorted(cluster[base:], key=unicodedata.combining))


def _without_soft_hyphens(run: str) -> str:
    """Without those within a line; one at the end of a line is a hyphen."""
    return _SOFT_HYPHEN_IN_LINE.sub("", run).replace(SOFT_HYPHEN, HYPHEN) if SOFT_HYPHEN in run else run


def _may_be_line_end(run: str, left: str, right: str) -> bool:
    """Whether a dash between letters may be there for the line's sake only (`Sino-` `Soviet` may not)."""
    same_word = left.isupper() or not right.isupper()
    return same_word and _LINE_END_HYPHEN.fullmatch(run) is not None


def _white_space(run: str, text: str, start: int, end: int) -> str:
    return " " if run and _parts_words(text, start, end) else ""


def _parts_words(text: str, start: int, end: int) -> bool:
    """Whether white space is all that parts two words or numbers."""
    left, right = text[start - 1 : start], text[end : end + 1]
    if is_word(left) and is_word(right):
        return True
    if left.isdigit() and right:
        return _neighbour(text, end + 1, 1).isdigit()
    if right.isdigit() and left:
        return _neighbour(text, start - 2, -1).isdigit()
    return False


def _neighbour(text: str, at: int, step: int) -> str:
    """The first character from `at` on that is no white space."""
    while 0 <= at < len(text):
        if not text[at].isspace():
            return text[at]
        at += step
    return ""


def _dash(run: str, left: str, right: str) -> str:
    """A dash, of which at least one neighbour is no letter."""
    if _LINE_END_HYPHEN.fullmatch(run) or (left and right and not left.isdigit() and not right.isdigit()):
        return HYPHEN
    run = _WHITE_SPACE.sub(" ", run).replace(EN_DASH, HYPHEN)
    if not left or not right:
        return _dash_at_edge(_EM_DASH.sub(" ", run), left, right)
    run = _EM_DASH.sub(HYPHEN, run)
    return HYPHEN if run == " - " else run


def _dash_at_edge(run: str, left: str, right: str) -> str:
    """A dash that opens or closes the text; it counts only as the sign, or the open range, of a number."""
    is_sign = right.isdigit() and run.endswith(HYPHEN)
    is_range = left.isdigit() and run.startswith(HYPHEN)
    return HYPHEN if is_sign or is_range else ""


def _quotation_marks(run: str, left: str, right: str) -> str:
    """Marks in a row, plain: an apostrophe, a quotation mark, or behind a digit what they may be there."""
    if run == "'" and is_word(left) and is_word(right):
        return run
    if left.isdigit():
        return _WHITE_SPACE.sub("", run).replace("''", '"')
    return '"'


def _between(places: array[int], start: int, end: int) -> set[int]:
    return set(places[bisect_right(places, start) : bisect_left(places, end)])
