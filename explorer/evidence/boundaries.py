"""Whether a place in a text lies within a word or a number, so that a passage must not begin or end there.

Words are those of Unicode Standard Annex #29, and stricter: compounds with a hyphen are one word (`aligned`
must not be cut from `non-aligned`), and so is a number with its sign, separators, currency and percent.
"""

from __future__ import annotations

import re
import unicodedata

from explorer.evidence.characters import (
    INVISIBLE,
    SOFT_HYPHEN,
    SPACELESS,
    ZERO_WIDTH_JOINER,
    is_mark,
    is_word,
)

_PLAIN_WORD = re.compile(rf"[^\W_{SPACELESS}]+")
_SPACELESS = re.compile(f"[{SPACELESS}]")
_LINE_END_HYPHEN = re.compile(r"[-‐\xad][^\S\r\n]*(?>\r\n|[\r\n])[^\S\r\n]*")

# A range or a compound; an em dash parts.
_HYPHENS = "-‐‑–"
_WORD_JOINERS = "_&@'’‘ʼ" + _HYPHENS
_NUMBER_JOINERS = ".,:/·٫٬⁄—−‒" + _WORD_JOINERS
_SIGNS = "+±−‒" + _HYPHENS
_UNITS = "%‰‱°′″"
# Chinese negations stand before the word without a space.
_NEGATORS = "不没沒未非无無勿莫别別"

_ENDS_IN_THREE_DIGITS_AT_MOST = re.compile(r"(?<!\d)\d{1,3}\s?$")
_THREE_DIGITS = re.compile(r"\d{3}(?!\d)")

# What ends a word, and so many characters in which it is looked for.
_ENDINGS = frozenset(".,;:!?…)]\"'”’»")
_SPACES = 5

# So many characters on either side tell.
_REACH = 6
_FLAG_REACH = 64


def cuts(text: str, at: int) -> bool:
    """Whether a passage that begins or ends at `at` would cut a word or a number in two."""
    left, right = text[at - 1 : at], text[at : at + 1]
    if not left or not right:
        return False
    # The usual places, told without looking far.
    if right.isspace() and (left.isalpha() or left in ".,;!?"):
        return False
    if right in ".,;:!?" and left.isalnum() and not text[at + 1 : at + 2].strip():
        return False
    if left in " \n" and right.isalpha():
        # Behind a space only a hyphen before it, at the end of its line, can have begun the word.
        ending = text[max(0, at - _SPACES) : at].rstrip()[-1:]
        if ending.isalnum() or ending in _ENDINGS:
            return False
    return _cuts(text, at)


def next_start(text: str, at: int) -> int:
    """The next place behind `at` where a passage might begin, passing over the rest of a word."""
    rest = _PLAIN_WORD.match(text, at)
    return rest.end() if rest else at + 1


def _cuts(text: str, at: int) -> bool:
    before, after = _seen(text, at, -1), _seen(text, at, 1)
    for hyphen in _LINE_END_HYPHEN.finditer(before + after):
        if hyphen.start() <= len(before) <= hyphen.end():
            parts = (before + after)[: hyphen.start()], (before + after)[hyphen.end() :]
            return is_word(parts[0][-1:]) and is_word(parts[1][:1])
    before, after = before.replace(SOFT_HYPHEN, ""), after.replace(SOFT_HYPHEN, "")
    if not before or not after:
        return False
    return (
        is_mark(after[0])
        or _within_word(before[-1], after[0])
        or _joined(before[:-1], before[-1], after)
        or _joined(before, after[0], after[1:])
        or _parts_number(before, after)
        or _within_sequence(text, at, before[-1], after[0])
    )


def _seen(text: str, at: int, step: int) -> str:
    """The nearest visible characters on one side of `at`, spaces in a row as one, in textual order."""
    seen: list[str] = []
    place = at if step > 0 else at - 1
    while 0 <= place < len(text) and len(seen) < _REACH:
        character = text[place]
        is_more_space = character in " \t" and seen[-1:] == [character]
        if character not in INVISIBLE and not is_more_space:
            seen.append(character)
        place += step
    return "".join(seen[::step])


def _within_word(left: str, right: str) -> bool:
    if not is_word(left) or not is_word(right):
        return False
    if left.isnumeric() and right.isnumeric():
        return True
    if _SPACELESS.match(left) or _SPACELESS.match(right):
        return left in _NEGATORS
    return True


def _joined(before: str, joiner: str, after: str) -> bool:
    """Whether a character makes one of what stands on both sides of it."""
    left, right = before[-1:], after[:1]
    if not is_word(left) or not is_word(right):
        return False
    if joiner in _WORD_JOINERS:
        return True
    if joiner == "." and left.isalpha() and right.isalpha():
        return not is_word(before[-2:-1]) or after[1:2] == "."
    return joiner in _NUMBER_JOINERS and left.isnumeric() and right.isnumeric()


def _parts_number(before: str, after: str) -> bool:
    """Whether a number would lose its sign, currency, unit, or a group of digits behind a space."""
    left, right = before[-1], after[0]
    if right.isdigit():
        if left in _SIGNS:
            # Two hyphens are the dash of a typewriter.
            return before[-2:] != "--"
        if unicodedata.category(left) == "Sc":
            return True
        return left.isspace() and _groups(before, after)
    if left.isdigit():
        return (
            right in _UNITS
            or unicodedata.category(right) == "Sc"
            or (right.isspace() and _groups(before, after[1:]))
        )
    return False


def _groups(before: str, after: str) -> bool:
    return bool(_ENDS_IN_THREE_DIGITS_AT_MOST.search(before) and _THREE_DIGITS.match(after))


def _within_sequence(text: str, at: int, left: str, right: str) -> bool:
    """Whether a flag, or an emoji of several characters, would be cut."""
    if ZERO_WIDTH_JOINER in text[at - 1 : at + 1]:
        return not left.isspace() and not right.isspace()
    if not _is_regional(left) or not _is_regional(right):
        return False
    count = 0
    while count < _FLAG_REACH and count < at and _is_regional(text[at - 1 - count]):
        count += 1
    return count % 2 == 1


def _is_regional(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
