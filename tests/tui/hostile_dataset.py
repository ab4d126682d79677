"""Datasets that would break a screen: every script and control, nothing at all, and too much."""

from __future__ import annotations

import random
import re
from functools import cache, lru_cache
from pathlib import Path

# What a screen draws wrong most easily; a word is made of these.
SCRIPTS = {
    "latin": "abcdefghij klmno pqrstu vwxyz",
    "wide": "中国与其他非常长的名字日本語カナ한국어",
    "half_width": "ｶﾅﾊﾝﾊﾟ",
    "combining": "Z\u0310\u0351\u0343a\u0322l\u0333g\u0341o\u0301e\u0308\u0323",
    "right_to_left": "שלום עליכם العربية فارسی",
    "thai": "ภาษาไทยน้ำ",
    "emoji": "👩\u200d👩\u200d👧\u200d👦🏳\ufe0f\u200d🌈🇨🇺👍🏽☎\ufe0f",
    "without_width": "a\u200b\u200c\u200d\u2060\ufeff\u00adb",
    "spaces": "a\u00a0\u2003\u3000\t\u1680 b",
    "controls": "a\x1b[31m\x07\x08\x7f\x9b2J\u202e\u2066\u2028b",
    "markup": "[red]x[/] [/] [ [@click=app.bell]y[/] [link=z] \\[",
    "line_ends": "one\ntwo\r\nthree\rfour\x0bfive\x0c",
}
NEEDLE = "needle of the whole haystack"
TYPES = ("visit", "rupture", "aid", "nonsense", "conflict")
DATES = (
    "1960", "1960-02", "1960-02-29", "1959-02-29", "XXXX", "XXXX-04", "../1900", "1961/..", "1950/1999",
    "1957?", "1964~", "-0043-03-15", "0000", "Y-170000002", "196X", "", "yesterday", "[1960,1962]",
)  # fmt: skip
# What a YAML scalar in double quotes holds only as an escape.
_UNQUOTABLE = re.compile(r'[^ -~]|["\\]')


def write_hostile_dataset(folder: Path, *, countries: int = 40, events: int = 250, seed: int = 0) -> Path:
    """Write a dataset into a folder that is made for it; the same arguments give the same one.

    Other seeds give another dataset in which many ids are the same, as after long work in an editor.
    """
    chance = random.Random(seed)
    folder.mkdir(parents=True)
    (folder / "lines.txt").write_bytes(b"one\r\ntwo quote here\rthree\r\n\r\nfour\xff\xfe\x00five")
    ids = [f"C{number}" for number in range(countries)]
    parts = [
        f"title: {_quoted(_words(chance, 9))}",
        "version: 1",
        "countries:",
        *(f"  - {{id: {id_}, name: {_quoted(_name(chance, id_))}}}" for id_ in ids),
        "documents:",
        *(f"  - {{{document}}}" for document in _documents(chance)),
        "events:",
        *(f"  - {{{event}}}" for event in _events(chance, ids, events)),
    ]
    (folder / "dataset.yaml").write_text("\n".join(parts) + "\n", encoding="utf-8")
    return folder


def _documents(chance: random.Random) -> list[str]:
    texts = {
        "endless": "x" * 5_000 + f" {NEEDLE} " + "中" * 5_000,
        "long": " ".join(f"{_word(chance)} {NEEDLE} {number}." for number in range(300)),
        "narrow": "\n".join(_word(chance) for _ in range(200)),
        "quoted": _long_quote(),
        "nothing": "",
        "blank": " \n\t\n ",
    }
    written = [
        f"id: {id_}, title: {_quoted(_words(chance, 4))}, stance: {_quoted(_words(chance, 30))}, "
        f"author: {_quoted(_word(chance))}, url: {_quoted(_word(chance))}, text: {_quoted(text)}"
        for id_, text in texts.items()
    ]
    return [*written, "id: lines, title: Lines, file: lines.txt", "id: gone, title: Gone, file: gone.txt"]


def _events(chance: random.Random, countries: list[str], count: int) -> list[str]:
    numbers = [number for number in range(count) if chance.random() > 0.05]
    return [", ".join(_event(chance, f"e{number}", countries)) for number in numbers]


def _event(chance: random.Random, id_: str, countries: list[str]) -> list[str]:
    few = chance.sample(countries, chance.choice((0, 1, 1, 2, 2, 2, 3, 9)))
    fields = [
        f"id: {id_}",
        f"countries: [{', '.join(few)}]",
        f"type: {chance.choice(TYPES)}",
        f"title: {_quoted(_words(chance, chance.choice((0, 1, 3, 3, 3, 200))))}",
    ]
    if chance.random() < 0.97:
        usual = f"{chance.randint(1900, 1999)}-{chance.randint(1, 12):02}"
        fields.append(f"date: {_quoted(chance.choice((usual, usual, *DATES)))}")
    if chance.random() < 0.5:
        fields.append(f"summary: {_quoted(_words(chance, chance.choice((1, 300))))}")
    if chance.random() < 0.5:
        fields.append(f"tone: {chance.randint(-6, 6)}")
    if chance.random() < 0.8:
        fields.append(
            f"sources: [{', '.join(_citation(chance) for _ in range(chance.choice((0, 1, 2, 12))))}]"
        )
    return fields


def _citation(chance: random.Random) -> str:
    document, quote = chance.choice(
        (
            ("endless", NEEDLE),
            ("long", f"{NEEDLE} {chance.randrange(300)}."),
            ("long", NEEDLE),
            ("narrow", "words that stand nowhere"),
            ("quoted", _long_quote()),
            ("lines", "two quote here\rthree"),
            ("gone", NEEDLE),
            ("nothing", NEEDLE),
            ("unknown", NEEDLE),
        )
    )
    return f"{{document: {document}, quote: {_quoted(quote)}, note: {_quoted(_word(chance))}}}"


@cache
def _long_quote() -> str:
    """Ten thousand characters."""
    return ("A sentence that 中国 says e\u0301 again and again. " * 250)[:10_000].strip()


def _name(chance: random.Random, id_: str) -> str:
    return f"{_word(chance)} {id_}" if chance.random() < 0.9 else f"{_words(chance, 60)} {id_}"


def _words(chance: random.Random, count: int) -> str:
    return " ".join(_word(chance) for _ in range(count))


def _word(chance: random.Random) -> str:
    letters = SCRIPTS[chance.choice([*SCRIPTS, *["latin"] * 4])]
    start = chance.randrange(len(letters))
    return letters[start : start + chance.randint(1, 12)]


@lru_cache
def _quoted(text: str) -> str:
    """A YAML scalar in double quotes, in ASCII: whatever it holds, the file can be read."""
    return f'"{_UNQUOTABLE.sub(_escaped, text)}"'


def _escaped(letter: re.Match[str]) -> str:
    return f"\\{letter[0]}" if letter[0] in '"\\' else f"\\U{ord(letter[0]):08x}"
