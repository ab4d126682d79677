"""What a single character is: how it may be set differently, and which kind it is of.

Compatibility forms (Unicode Standard Annex #15) are folded only where the word stays the same: ligatures,
full-width and presentation forms, but no superscripts, subscripts, fractions or circled digits, as that would
turn x² into x2 and 1½ into 11/2.
"""

from __future__ import annotations

import unicodedata

# A hyphen may be there for a line end; it and an en dash may be a minus, an em dash is neither.
HYPHEN, EN_DASH, EM_DASH, SOFT_HYPHEN = "-", "–", "—", "\xad"

ZERO_WIDTH_JOINER = "\u200d"

# All that str.isspace() knows.
WHITE_SPACE = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)

# Scripts that put no space between words, as ranges for a character class.
SPACELESS = (
    "\u0e01-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fff\u3005-\u3007\u3021-\u302f\u3031-\u30fa"
    "\u30fc-\u312f\u31a0-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)

_INVISIBLE = (
    "\u034f\u061c\u180b\u180c\u180d\u180e\u180f\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\ufeff"
)
_VARIATION_SELECTORS = (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
INVISIBLE = frozenset(_INVISIBLE) | frozenset(map(chr, _VARIATION_SELECTORS))

_EXPLICIT = {
    **dict.fromkeys("‘’‚‛‹›′`´ʼʻ", "'"),
    **dict.fromkeys("“”„‟«»″〝〞〟「」『』", '"'),
    **dict.fromkeys("‐‑﹣－", HYPHEN),
    **dict.fromkeys("‒–−", EN_DASH),
    **dict.fromkeys("—―⸺⸻﹘", EM_DASH),
    **dict.fromkeys("…⋯", "..."),
    "Œ": "OE",
    "œ": "oe",
    SOFT_HYPHEN: SOFT_HYPHEN,
}
_SAFE_FORMS = frozenset(
    [
        "<wide>",
        "<narrow>",
        "<small>",
        "<vertical>",
        "<font>",
        "<noBreak>",
        "<initial>",
        "<medial>",
        "<final>",
        "<isolated>",
    ]
)


class _Folds(dict[str, str]):
    """Folds of characters, each worked out when it is first met."""

    def __missing__(self, character: str) -> str:
        self[character] = fold = _fold(character)
        return fold


def fold_character(character: str) -> str:
    """The character as it is compared: decomposed, its quotes, dashes and forms made plain; may be empty."""
    return _FOLDS[character]


def is_mark(character: str) -> bool:
    """Whether the character is a combining mark."""
    return not character.isascii() and unicodedata.category(character)[0] == "M"


def is_letter(character: str) -> bool:
    """Whether the character is a letter, or a mark on one."""
    return character.isalpha() or is_mark(character)


def is_word(character: str) -> bool:
    """Whether the character is part of a word or a number; superscripts and fractions are."""
    return character.isalnum() or is_mark(character)


def _fold(character: str) -> str:
    if character in INVISIBLE:
        return ""
    if character in _EXPLICIT:
        return _EXPLICIT[character]
    parts = unicodedata.normalize("NFD", character)
    if parts == character:
        parts = _plain_form(character)
    return parts if parts == character else "".join(map(fold_character, parts))


def _plain_form(character: str) -> str:
    form, *codes = unicodedata.decomposition(character).split() or [""]
    plain = "".join(chr(int(code, 16)) for code in codes)
    if form in _SAFE_FORMS and (len(plain) == 1 or " " not in plain):
        return plain
    is_ligature = form == "<compat>" and unicodedata.category(character) in ("Lu", "Ll", "Lt", "Lo", "Nl")
    return plain if is_ligature and all(map(is_letter, plain)) else character


_FOLDS = _Folds()
