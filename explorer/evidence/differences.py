"""What differs between a quote and the closest text, said in a sentence: a number, a name, a negation …"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple
from unicodedata import normalize

from explorer.evidence.alignment import align, changes
from explorer.evidence.characters import HYPHEN
from explorer.evidence.elision import without_elided
from explorer.evidence.folding import fold
from explorer.evidence.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from explorer.evidence.document import DocumentText
    from explorer.evidence.folding import Folded
    from explorer.evidence.passage import Span

Kind = Literal["number", "number word", "negation", "modal", "name", "word"]

_WORDS_OF_KIND: dict[Kind, str] = {
    "number word": """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
        hundreds thousand thousands million millions billion billions trillion dozen dozens half third
        thirds quarter quarters once twice thrice first second fourth fifth sixth seventh eighth ninth tenth
        eleventh twelfth twentieth""",
    "negation": """
        not no never none nobody nothing nowhere nor neither without cannot hardly scarcely barely""",
    "modal": "can could may might must shall should will would ought",
}
_KINDS = {word: kind for kind, words in _WORDS_OF_KIND.items() for word in words.split()}

_MOST_CLAUSES = 3
_LONGEST_PHRASE = 60
# So many marks may close a sentence and open the next.
_CLOSING = 4
_SENTENCE_END = re.compile(r"[.!?]['\"()\[\] ]*$")


class _Clause(NamedTuple):
    kind: Kind
    text: str


class _Word(NamedTuple):
    text: str
    kind: Kind
    # What stands before it within a phrase: a space, or the hyphen of a compound.
    parting: str


def is_negation(word: str) -> bool:
    """Whether an English word negates, or forbids by a contraction (`didn't`)."""
    return _KINDS.get(word.casefold()) == "negation" or word.casefold().endswith("n't")


def difference(document: DocumentText, parts: Sequence[str], span: Span) -> str:
    """Says what differs between a quote, given as its parts between elisions, and a span of the document.

    Changed numbers, number words, names, negations and modals are named, at most three of them; other words
    only where there are none of these.  Empty where the words are the same.
    """
    here = [_words(fold(part), document) for part in parts]
    there = _words(fold(document.text[span[0] : span[1]]), document)
    clauses = list(_clauses(here, there))
    grave = [clause for clause in clauses if clause.kind != "word"]
    told = grave[:_MOST_CLAUSES] if grave else clauses[:1]
    more = len(grave or clauses) > len(told)
    return "; ".join(clause.text for clause in told) + ("; and more" if more else "")


def _words(folded: Folded, document: DocumentText) -> list[_Word]:
    found: list[_Word] = []
    joints = frozenset(folded.joints)
    for start, end in words(folded):
        opens = not start or _SENTENCE_END.search(folded.text[max(0, start - _CLOSING) : start]) is not None
        text = folded.text[start:end]
        found.append(_Word(text, _kind(text, opens, document), HYPHEN if start in joints else " "))
    return found


def _kind(word: str, opens_sentence: bool, document: DocumentText) -> Kind:
    plain = word.casefold()
    if any(map(str.isnumeric, word)):
        return "number"
    kind = "negation" if is_negation(word) else _KINDS.get(plain)
    # May is a month and Will a man, but not where a sentence begins.
    if kind and (kind != "modal" or word[0].islower() or opens_sentence):
        return kind
    is_name = word[0].isupper() and not (opens_sentence and _stands_in_lower_case(plain, document.text))
    return "name" if is_name else "word"


def _stands_in_lower_case(word: str, text: str) -> bool:
    """Whether a word that opens a sentence is no name, as the text has it in lower case too."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _clauses(parts: Sequence[list[_Word]], there: list[_Word]) -> Iterator[_Clause]:
    elisions = list(accumulate(map(len, parts)))[:-1]
    here = [word for part in parts for word in part]
    if here and there and here[0].text.casefold() == there[0].text.casefold():
        here[0] = there[0]
    blocks = align([word.text for word in here], [word.text for word in there])
    for change in changes(blocks, len(here), len(there)):
        for part in without_elided(change, elisions):
            removed, added = here[part.a : part.a_end], there[part.b : part.b_end]
            if len(removed) == len(added):
                for pair in zip(removed, added, strict=True):
                    yield _replaced([pair[0]], [pair[1]])
            else:
                yield from _uneven(removed, added)


def _uneven(removed: list[_Word], added: list[_Word]) -> Iterator[_Clause]:
    """Clauses on words in place of which others stand, not as many: the grave ones if there are such."""
    grave = [[word for word in row if word.kind != "word"] for row in (removed, added)]
    kinds = {word.kind for row in grave for word in row}
    if not kinds or (len(kinds) == 1 and all(grave)):
        yield _replaced(*grave) if kinds else _replaced(removed, added)
        return
    for word in grave[0]:
        yield _replaced([word], [])
    for word in grave[1]:
        yield _replaced([], [word])


def _replaced(removed: list[_Word], added: list[_Word]) -> _Clause:
    if not added:
        return _Clause(removed[0].kind, f"{_named(removed)} is not in the document")
    if not removed:
        return _Clause(added[0].kind, f"the document has {_named(added)}, the quote has not")
    kinds = removed[0].kind, added[0].kind
    reads = _phrase(added) if kinds[1] in ("word", kinds[0]) else _named(added)
    return _Clause(
        kinds[1] if kinds[0] == "word" else kinds[0], f"{_named(removed)} reads {reads} in the document"
    )


def _named(row: list[_Word]) -> str:
    return f"the {row[0].kind} {_phrase(row)}" if len(row) == 1 or row[0].kind != "word" else _phrase(row)


def _phrase(row: list[_Word]) -> str:
    text = normalize("NFC", row[0].text + "".join(word.parting + word.text for word in row[1:]))
    if len(text) > _LONGEST_PHRASE:
        text = text[:_LONGEST_PHRASE].rstrip() + "…"
    return text if row[0].kind == "number" else f"“{text}”"
