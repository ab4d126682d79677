"""English text as tokens, each with the part that it can play in a date.

A token's kind is one character, so the kinds of a text are a string of their own, on which the grammar of
`prose_grammar` works.  What digits hang together by (`555-1960`, `19:45`, `3.1960.2`, `14,000`) stays one
token: whatever of it is no date falls out here, as a whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from explorer.dates.calendar import MONTH_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, start=1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
SEASON_CODES = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_ORDINAL_WORDS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first
"""
ORDINALS = {word: number for number, word in enumerate(_ORDINAL_WORDS.split(), start=1)}

# Years that may stand without an era; what is beyond them is hardly ever a year.
_YEARS = range(1000, 2100)
PARAGRAPH, NOTHING, WORD, NAME, MARK = "¶", "q", "w", "W", "."

_KINDS_OF_WORDS = {
    "T": "the",
    "p": "of",
    "i": "in during",
    "j": "on",
    "t": "to through thru",
    "u": "until till",
    "a": "and &",
    "f": "from",
    "B": "between",
    "b": "before",
    "P": "prior",
    "x": "after",
    "S": "since",
    "U": "up",
    "Z": "by",
    "O": "onwards onward",
    "N": "present today",
    "E": "early",
    "M": "mid middle",
    "L": "late",
    "V": "beginning start",
    "v": "end close",
    "h": "half",
    "c": "c. ca. ca circa approximately approx. approx roughly",
    "g": "about around",
    "k": "pre",
    "K": "post",
    "C": "century centuries",
    "-": "- ‐ ‑ – −",
    "'": "' ’ ‘",
    ",": ",",
    "s": " ".join(SEASON_CODES),
    "m": " ".join(f"{month} {month}." for month in MONTHS),
    "o": " ".join(ORDINALS),
}
_KIND_OF = {word: kind for kind, words in _KINDS_OF_WORDS.items() for word in words.split()}
_ERAS = {"BC": "e", "BCE": "e", "AD": "A", "CE": "A"}

_TOKEN = re.compile(
    r"""
    (?P<number> [0-9]+ (?: [.,:/‐‑–—-] [0-9]+ )* (?: ['’]s\b | \w* ) )
  | (?P<dotted> B\.[ ]?C\.(?:[ ]?E\.)? | A\.[ ]?D\. | C\.[ ]?E\. | (?i: ca? | approx
        | jan | feb | mar | apr | jun | jul | aug | sept? | oct | nov | dec )\. )
  | (?P<word> twenty-first \b | \w+ )
  | (?P<mark> [^\w\s] )
    """,
    re.VERBOSE,
)
_PLAIN = re.compile(r"([0-9]{1,4})(\w*|['’]s)")
_PAIR = re.compile(r"([0-9]{1,4})([‐‑–—/-])([0-9]{1,4})")
_NUMERIC = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|([0-9]{1,2})([./-])[0-9]{1,2}\2[0-9]{4}")
_ISO_MONTH = re.compile(r"[12][0-9]{3}-(?:0[1-9]|1[0-2])")
_ISO_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T")
_YEAR_DASH_DAY = re.compile(r"([0-9]{4})([‐‑–—/-])([0-9]{1,2})")
_DAY_COMMA_YEAR = re.compile(r"([0-9]{1,2}),([0-9]{4})")
# What a number can be glued to, and then is no date; marks, but for those that open something, are too.
_OPAQUE = frozenset((WORD, NAME, NOTHING))
_OPENING = frozenset('([{"“„«;:…*_†/—~')
_CHUNK, _LETTER = re.compile(r"\S+"), re.compile(r"[^\W\d_]")
_SITE = re.compile(
    r"://|\bwww\.|@|\w\.(?:com|org|net|edu|gov|int|info|html?|pdf|txt|docx?|jpe?g|png|csv|ya?ml)\b",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """A word, a number or a mark, in lower case, and its offsets in the text."""

    kind: str
    text: str
    start: int
    end: int


def tokens_of(text: str, begin: int = 0, stop: int | None = None) -> list[Token]:
    """The tokens of a text, with one of the kind PARAGRAPH where a blank line stands and at both ends.

    Or of a stretch of the text, which holds whole words, with their offsets in the text.
    """
    stop = len(text) if stop is None else stop
    tokens = [Token(PARAGRAPH, "", begin, begin)]
    addresses = _addresses(text, begin, stop)
    address = next(addresses, None)
    end = begin
    for match in _TOKEN.finditer(text, begin, stop):
        start = match.start()
        if start - end > 1 and _is_blank_line(text[end:start]):
            tokens.append(Token(PARAGRAPH, "", end, end))
        end = match.end()
        while address and address[1] <= start:
            address = next(addresses, None)
        if address and start >= address[0]:
            tokens.append(Token(NOTHING, match[0], start, end))
        elif match.lastgroup == "number":
            tokens += _number_tokens(match[0], start, tokens)
        else:
            kind = _kind(match[0], match.lastgroup)
            if kind == "m":
                tokens[-1:] = _unjoined(tokens[-1])
            tokens.append(Token(kind, match[0].lower(), start, end))
    tokens.append(Token(PARAGRAPH, "", stop, stop))
    return tokens


def _unjoined(token: Token) -> list[Token]:
    """The year and the day that a number before a month is, as in `5 June 1960–9 July 1960`."""
    match = _YEAR_DASH_DAY.fullmatch(token.text)
    if match is None or _number_kind(match[1]) != "y" or _number_kind(match[3]) != "d":
        return [token]
    dash, day = token.start + match.end(1), token.start + match.start(3)
    return [
        Token("y", match[1], token.start, dash),
        Token("-", "-", dash, day),
        Token("d", match[3], day, token.end),
    ]


def _is_blank_line(gap: str) -> bool:
    return len((gap + ".").splitlines()) > 2


def _addresses(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """The spans of web addresses, mail addresses, paths and file names."""
    if text.count("/", begin, stop) < 2 and not _SITE.search(text, begin, stop):
        return
    for chunk in _CHUNK.finditer(text, begin, stop):
        written = chunk[0]
        if _SITE.search(written) or (written.count("/") > 1 and _LETTER.search(written)):
            yield chunk.span()


def _kind(written: str, group: str | None) -> str:
    if written[0] in "ABC" and (era := _ERAS.get(written.replace(".", "").replace(" ", ""))):
        return era
    kind = _KIND_OF.get(written.lower())
    if kind == "m" and written[0].islower():
        return "l"
    return kind or (MARK if group != "word" else NAME if written[0].isupper() else WORD)


def _number_tokens(written: str, start: int, before: list[Token]) -> list[Token]:
    """The tokens of a number: one, but for an apostrophe, a time or `28,1960` that is not part of it."""
    previous = before[-1]
    split = _DAY_COMMA_YEAR.fullmatch(written)
    if split and previous.kind == "m":
        comma = start + split.end(1)
        return [
            Token(_number_kind(split[1]), split[1], start, comma),
            Token(",", ",", comma, comma + 1),
            Token(_number_kind(split[2]), split[2], comma + 1, start + len(written)),
        ]
    if _ISO_TIME.match(written):
        written = written[:10]
    kind = _number_kind(written)
    if kind == "D" and written[-2] in "'’" and previous.kind not in "TELM-":
        possessive = Token(WORD, "s", start + 5, start + 6)
        return [*_number_tokens(written[:4], start, before), possessive]
    if previous.end == start and _is_part_of_more(before):
        kind = NOTHING
    return [Token(kind, written, start, start + len(written))]


def _is_part_of_more(before: list[Token]) -> bool:
    """Whether what stands right before a number makes it a part of a name, a price or a code."""
    previous = before[-1]
    if previous.kind == "-":
        return len(before) > 1 and before[-2].end == previous.start and before[-2].kind in _OPAQUE
    return previous.kind in _OPAQUE or (previous.kind == MARK and previous.text not in _OPENING)


def _number_kind(written: str) -> str:
    plain = _PLAIN.fullmatch(written)
    if plain:
        return _plain_kind(plain[1], plain[2])
    if _NUMERIC.fullmatch(written):
        return "I"
    if _ISO_MONTH.fullmatch(written):
        return "J"
    pair = _PAIR.fullmatch(written)
    return _pair_kind(pair) if pair else NOTHING


def _plain_kind(digits: str, suffix: str) -> str:
    value = int(digits)
    if suffix == "":
        if len(digits) == 4:
            return "y" if value in _YEARS else "n" if value else NOTHING
        return "d" if len(digits) < 3 and 1 <= value <= 31 else "n" if value else NOTHING
    if suffix in ("st", "nd", "rd", "th"):
        return "o" if 1 <= value <= 31 else NOTHING
    if suffix.endswith("s") and len(suffix) < 3 and value % 10 == 0:
        if len(digits) == 4:
            return "D" if value in _YEARS else NOTHING
        return {2: "G", 3: "F"}.get(len(digits), NOTHING) if suffix == "s" else NOTHING
    return NOTHING


def _pair_kind(pair: re.Match[str]) -> str:
    """Days (R), years (Y), or numbers that are years only with an era (X)."""
    first, last = int(pair[1]), int(pair[3])
    if len(pair[1]) == 4 and first in _YEARS:
        if len(pair[3]) == 4:
            return "Y" if last in _YEARS and first < last else "X"
        return "Y" if len(pair[3]) < 3 and first % 10 ** len(pair[3]) < last else "X"
    if pair[2] == "/":
        return NOTHING
    return "R" if 1 <= first < last <= 31 and len(pair[3]) < 3 else "X"
