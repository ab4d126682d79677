"""Ranges of tones as people type them: `<0`, `>=2`, `3`, `-3..0`."""

from __future__ import annotations

import re

from explorer.search.syntax import Tones
from explorer.search.written import UnreadableError, shown

LOWEST, HIGHEST = -5, 5

_NUMBER = r"[+-]?\d{1,3}"
_COMPARED = re.compile(rf"(<=|>=|<|>|=|)\s*({_NUMBER})")
_RANGE = re.compile(rf"({_NUMBER})?\s*\.\.\s*({_NUMBER})?")
_BEGUN = re.compile(rf"(?:<=|>=|<|>|=)?\s*[+-]?|{_NUMBER}\.|(?:{_NUMBER})?\.\.[+-]?|\.")
_TYPED = str.maketrans({"−": "-", "≤": "<=", "≥": ">="})


def read_tones(text: str, *, unfinished: bool = False) -> Tones | None:
    """The tones that a text means, from -5 to +5; None says that an unfinished text tells nothing yet.

    Raises UnreadableError for what is no range of tones, or one that no tone lies in.
    """
    plain = text.translate(_TYPED)
    if match := _COMPARED.fullmatch(plain):
        low, high = _compared(match[1], int(match[2]))
    elif (match := _RANGE.fullmatch(plain)) and (match[1] or match[2]):
        low, high = int(match[1] or LOWEST), int(match[2] or HIGHEST)
    elif unfinished and _BEGUN.fullmatch(plain):
        return None
    else:
        raise UnreadableError(f"{shown(text)} is no tone", hint="write tone:<0, tone:3 or tone:-3..0")
    if low > high or high < LOWEST or low > HIGHEST:
        raise UnreadableError(
            f"no tone is {shown(text)}", hint=f"tones go from {LOWEST} to +{HIGHEST}, the lower end first"
        )
    return Tones(max(low, LOWEST), min(high, HIGHEST))


def _compared(sign: str, number: int) -> tuple[int, int]:
    """The lowest and the highest tone on the side of a number that the sign points to."""
    low = {">": number + 1, "<": LOWEST, "<=": LOWEST}.get(sign, number)
    high = {"<": number - 1, ">": HIGHEST, ">=": HIGHEST}.get(sign, number)
    return low, high
