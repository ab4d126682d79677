"""What may happen to a document after it was quoted: words that change, and settings that do.

An alteration of words gives the edits of one passage, or None where there is nothing to alter.  A setting
gives for each character of a text the characters that it becomes.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from prose import ADJECTIVES, CITIES, MODALS, NUMBER_WORDS, STATES


class Edit(NamedTuple):
    """The characters from start to end become others."""

    start: int
    end: int
    by: str


Alteration = Callable[[random.Random, str], list[Edit] | None]
Setting = Callable[[random.Random, str], list[str]]


def _one(rng: random.Random, pattern: str, passage: str, replace: Callable[[str], str]) -> list[Edit] | None:
    found = list(re.finditer(pattern, passage))
    if not found:
        return None
    match = rng.choice(found)
    return [Edit(match.start(), match.end(), replace(match.group()))]


def _any_of(words: Sequence[str]) -> str:
    return r"\b(?:" + "|".join(map(re.escape, words)) + r")\b"


def _other(rng: random.Random, words: Sequence[str], word: str) -> str:
    return rng.choice([other for other in words if other.casefold() != word.casefold()])


def digit(rng: random.Random, passage: str) -> list[Edit] | None:
    return _one(rng, r"\d", passage, lambda old: _other(rng, "0123456789", old))


def number_respaced(rng: random.Random, passage: str) -> list[Edit] | None:
    return _one(rng, r"(?<=\d),(?=\d)", passage, lambda _: rng.choice(("", " ", ".", ", ", "\u00a0")))


def sign(rng: random.Random, passage: str) -> list[Edit] | None:
    return _one(rng, r"(?<= )\d+(?= )", passage, lambda old: "-" + old)


def number_word(rng: random.Random, passage: str) -> list[Edit] | None:
    return _one(rng, _any_of(NUMBER_WORDS), passage, lambda old: _other(rng, NUMBER_WORDS, old))


def negation_put_in(rng: random.Random, passage: str) -> list[Edit] | None:
    return _one(
        rng,
        r"\b(?:was|had|could|would|might|must|should)\b(?= (?!not|never))",
        passage,
        lambda old: old + " not",
    )


def negation_left_out(rng: random.Random, passage: str) -> list[Edit] | None:
    return _one(rng, r" (?:not|never)\b", passage, lambda _: "")


def modal(rng: random.Random, passage: str) -> list[Edit] | None:
    return _one(rng, _any_of(MODALS), passage, lambda old: _other(rng, MODALS, old))


def name(rng: random.Random, passage: str) -> list[Edit] | None:
    return _one(rng, _any_of(STATES), passage, lambda old: _other(rng, STATES, old))


def names_exchanged(rng: random.Random, passage: str) -> list[Edit] | None:
    found = list(re.finditer(_any_of(STATES + CITIES), passage))
    pairs = [(a, b) for a in found for b in found if a.start() < b.start() and a.group() != b.group()]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    return [Edit(a.start(), a.end(), b.group()), Edit(b.start(), b.end(), a.group())]


def name_in_lower_case(rng: random.Random, passage: str) -> list[Edit] | None:
    return _one(rng, r"(?<!^)" + _any_of(STATES + CITIES), passage, str.lower)


def word_left_out(rng: random.Random, passage: str) -> list[Edit] | None:
    return _one(rng, r"(?<=[a-z]) [a-z]+(?= [a-z])", passage, lambda _: "")


def word_put_in(rng: random.Random, passage: str) -> list[Edit] | None:
    return _one(rng, r"(?<=[a-z]) (?=[a-z])", passage, lambda _: f" {rng.choice(ADJECTIVES)} ")


def prefix_un(rng: random.Random, passage: str) -> list[Edit] | None:
    return _one(rng, r"(?<![\w-])[a-z]", passage, lambda old: "un" + old)


def hyphen_left_out(rng: random.Random, passage: str) -> list[Edit] | None:
    return _one(rng, r"(?<=[a-z])-(?=[a-z])", passage, lambda _: rng.choice(("", " ")))


def words_run_together(rng: random.Random, passage: str) -> list[Edit] | None:
    return _one(rng, r"(?<=[a-z]) (?=[a-z])", passage, lambda _: "")


def punctuation(rng: random.Random, passage: str) -> list[Edit] | None:
    return _one(rng, r"(?<=[a-z]), ", passage, lambda _: rng.choice(("; ", " ")))


ALTERATIONS: dict[str, Alteration] = {
    "a digit is changed": digit,
    "a number is parted anew": number_respaced,
    "a number gets a minus": sign,
    "a number word is changed": number_word,
    "a negation is put in": negation_put_in,
    "a negation is left out": negation_left_out,
    "a modal is changed": modal,
    "a name is changed": name,
    "two names are exchanged": names_exchanged,
    "a name loses its capital": name_in_lower_case,
    "a word is left out": word_left_out,
    "a word is put in": word_put_in,
    "a word gets the prefix un": prefix_un,
    "a compound loses its hyphen": hyphen_left_out,
    "two words run together": words_run_together,
    "a comma is changed": punctuation,
}


def _wrapped(rng: random.Random, text: str, line_end: str) -> list[str]:
    """Lines of about sixty characters, some of them ending within a word or a compound."""
    cells = list(text.replace("\n", "\0"))
    column = 0
    for at, character in enumerate(text):
        column += 1
        before, after = text[max(0, at - 1) : at + 1], text[at + 1 : at + 3]
        if character == "\n":
            cells[at], column = line_end, 0
        elif column > 60 and character == " ":
            cells[at], column = rng.choice(("", " ")) + line_end + rng.choice(("", "  ")), 0
        elif column > 55 and character in "-—" and after[:1].isalpha():
            cells[at], column = character + line_end, 0
        elif column > 57 and _is_plain_word(before) and _is_plain_word(after) and rng.random() < 0.5:
            cells[at], column = character + rng.choice("-‐\xad") + line_end, 0
    return cells


def _is_plain_word(letters: str) -> bool:
    return len(letters) == 2 and letters.isalpha() and letters.islower()


def wrapped(rng: random.Random, text: str) -> list[str]:
    return _wrapped(rng, text, "\n")


def wrapped_crlf(rng: random.Random, text: str) -> list[str]:
    return _wrapped(rng, text, "\r\n")


def wrapped_cr(rng: random.Random, text: str) -> list[str]:
    return _wrapped(rng, text, "\r")


_TYPEWRITER = {"“": '"', "”": '"', "’": "'", "—": "--", "–": "-"}
_SPACES = (" ", "  ", "\u00a0", "\u2009", "\t")


def typewriter(_: random.Random, text: str) -> list[str]:
    """Straight quotation marks, hyphens for dashes."""
    return [_TYPEWRITER.get(character, character) for character in text]


def print_shop(rng: random.Random, text: str) -> list[str]:
    """Ligatures, soft hyphens, zero-width characters, all kinds of spaces, dashes without space."""
    cells = list(text)
    for match in re.finditer("ffi|ffl|ff|fi|fl|st", text):
        if rng.random() < 0.7:
            cells[match.start()] = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "st": "ﬆ"}[
                match.group()
            ]
            cells[match.start() + 1 : match.end()] = [""] * (len(match.group()) - 1)
    for match in re.finditer(" — ", text):
        cells[match.start() : match.end()] = rng.choice(
            (["", "—", ""], ["", "―", ""], ["\u200a", "–", "\u2009"])
        )
    for at, character in enumerate(text):
        if cells[at] == " ":
            cells[at] = rng.choice(_SPACES)
        elif character == "-":
            cells[at] = rng.choice("-‐‑")
        elif cells[at] == character and _is_plain_word(text[at : at + 2]) and rng.random() < 0.1:
            cells[at] += rng.choice("\xad\u200b\u2060\u200d")
    return cells


def french(_: random.Random, text: str) -> list[str]:
    """Guillemets, and spaces before high punctuation."""
    french = {"“": "«\u202f", "”": "\u202f»", ";": "\u202f;", "!": "\u202f!", "?": "\u202f?"}
    return [french.get(character, character) for character in text]


def decomposed(_: random.Random, text: str) -> list[str]:
    """Letters and their accents apart."""
    return [unicodedata.normalize("NFD", character) for character in text]


def full_width(_: random.Random, text: str) -> list[str]:
    """The full-width forms of East Asian typesetting for letters and digits."""
    return [chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text]


SETTINGS: dict[str, Setting] = {
    "wrapped, LF": wrapped,
    "wrapped, CRLF": wrapped_crlf,
    "wrapped, CR": wrapped_cr,
    "as on a typewriter": typewriter,
    "as in print": print_shop,
    "French marks": french,
    "accents apart (NFD)": decomposed,
    "full-width forms": full_width,
}


def edited(text: str, edits: Sequence[Edit]) -> list[str]:
    """The characters of a text after edits that do not overlap, each as what it has become."""
    cells = list(text)
    for start, end, by in edits:
        if start == end:
            cells[start] = by + cells[start]
        else:
            cells[start:end] = [by, *[""] * (end - start - 1)]
    return cells


def offsets(cells: Sequence[str]) -> list[int]:
    """Where each character of the text has come to stand, and the new length."""

    def rising() -> Iterator[int]:
        at = 0
        for cell in cells:
            yield at
            at += len(cell)
        yield at

    return list(rising())
