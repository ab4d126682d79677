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
from explorer.evidence.sought import ends_sentence
from explorer.evidence.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from explorer.evidence.document import DocumentText
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


class _Clause(NamedTuple):
    kind: Kind
    text: str


class _Word(NamedTuple):
    text: str
    # What stands before it within a phrase: a space, or the hyphen of a compound.
    parting: str
    opens_sentence: bool


class _Row(NamedTuple):
    """Words in a row that are all of one kind."""

    kind: Kind
    words: list[_Word]


def is_negation(word: str) -> bool:
    """Whether an English word, or a contraction such as `didn't`, is a negation."""
    return _KINDS.get(word.casefold()) == "negation" or word.casefold().endswith("n't")


def difference(document: DocumentText, parts: Sequence[str], span: Span) -> str:
    """Says what differs between a quote, given as its parts between elisions, and a span of the document.

    Changed numbers, number words, names, negations and modals are named, at most three of them; other words
    only where there are none of these.  Empty where the words are the same.
    """
    here = [_words(part) for part in parts]
    there = _words(document.text[span[0] : span[1]])
    clauses = list(_clauses(here, there, document))
    grave = [clause for clause in clauses if clause.kind != "word"]
    told = grave[:_MOST_CLAUSES] if grave else clauses[:1]
    more = len(grave or clauses) > len(told)
    return "; ".join(clause.text for clause in told) + ("; and more" if more else "")


def _words(text: str) -> list[_Word]:
    folded = fold(text)
    joints = frozenset(folded.joints)
    found: list[_Word] = []
    done = 0
    for start, end in words(folded):
        parting = HYPHEN if start in joints else " "
        found.append(
            _Word(folded.text[start:end], parting, not found or ends_sentence(folded.text[done:start]))
        )
        done = end
    return found


def _clauses(parts: Sequence[list[_Word]], there: list[_Word], document: DocumentText) -> Iterator[_Clause]:
    elisions = frozenset(accumulate(map(len, parts[:-1])))
    here = [word for part in parts for word in part]
    if here and there and here[0].text.casefold() == there[0].text.casefold():
        here[0] = there[0]
    blocks = align([word.text for word in here], [word.text for word in there], elisions)
    for change in changes(blocks, len(here), len(there)):
        for part in without_elided(change, elisions):
            yield from _told(here[part.a : part.a_end], there[part.b : part.b_end], document)


def _told(removed: list[_Word], added: list[_Word], document: DocumentText) -> Iterator[_Clause]:
    """Clauses on words in place of which others stand; if not as many, on the grave ones among them."""
    rows = [[_Row(_kind(word, document), [word]) for word in side] for side in (removed, added)]
    if len(removed) == len(added):
        yield from map(_replaced, map(_like, *rows), rows[1])
        return
    grave = [[row for row in side if row.kind != "word"] for side in rows]
    if not any(grave):
        yield _replaced(_joined(rows[0]), _joined(rows[1]))
    elif all(grave) and len({row.kind for side in grave for row in side}) == 1:
        yield _replaced(_joined(grave[0]), _joined(grave[1]))
    else:
        yield from (_replaced(row, None) for row in grave[0])
        yield from (_replaced(None, row) for row in grave[1])


def _like(row: _Row, other: _Row) -> _Row:
    """A word that opens a sentence is a name only if that in its place is one; its capital does not tell."""
    is_doubtful = row.kind == "name" and row.words[0].opens_sentence and other.kind == "word"
    return row._replace(kind="word") if is_doubtful else row


def _joined(rows: list[_Row]) -> _Row | None:
    return _Row(rows[0].kind, [word for row in rows for word in row.words]) if rows else None


def _replaced(removed: _Row | None, added: _Row | None) -> _Clause:
    if removed and added:
        kind = added.kind if removed.kind == "word" else removed.kind
        reads = _phrase(added) if added.kind in ("word", removed.kind) else _named(added)
        return _Clause(kind, f"{_named(removed)} reads {reads} in the document")
    if removed:
        return _Clause(removed.kind, f"{_named(removed)} is not in the document")
    assert added
    return _Clause(added.kind, f"the document has {_named(added)}, the quote has not")


def _kind(word: _Word, document: DocumentText) -> Kind:
    text, plain = word.text, word.text.casefold()
    if any(map(str.isnumeric, text)):
        return "number"
    kind = "negation" if is_negation(text) else _KINDS.get(plain)
    # May is a month and Will a man, but not where a sentence begins.
    if kind and (kind != "modal" or text[0].islower() or word.opens_sentence):
        return kind
    is_name = text[0].isupper() and not (word.opens_sentence and _stands_in_lower_case(plain, document.text))
    return "name" if is_name else "word"


def _stands_in_lower_case(word: str, text: str) -> bool:
    """Whether a word that opens a sentence is no name, as the text has it in lower case too."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _named(row: _Row) -> str:
    plain = row.kind == "word" and len(row.words) > 1
    return _phrase(row) if plain else f"the {row.kind} {_phrase(row)}"


def _phrase(row: _Row) -> str:
    first, *rest = row.words
    text = normalize("NFC", first.text + "".join(word.parting + word.text for word in rest))
    if len(text) > _LONGEST_PHRASE:
        text = text[:_LONGEST_PHRASE].rstrip() + "…"
    return text if row.kind == "number" else f"“{text}”"
