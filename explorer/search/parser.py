"""The parser: the tokens of a query into its tree, spans, messages and terms.

It accepts every text.  AND (written or not) binds closer than OR, negation closest; operators are capitals.
What is not finished yet (an open parenthesis or quotation mark, an operator at the end) is taken for what it
already says; what cannot be meant is left out with an error.
"""

from __future__ import annotations

from dataclasses import field, replace
from functools import lru_cache

from explorer.records import dataclass
from explorer.search.fields import FIELDS, FieldKind, near_field
from explorer.search.lexer import Token, lex
from explorer.search.phrases import term_of
from explorer.search.query import Message, Query, Severity, Span, SpanKind, Term
from explorer.search.syntax import And, Field, Node, Not, Or, Phrase, Word, leaves
from explorer.search.written import LONGEST, UnreadableError, Written, shown

# Deep enough for people, and shallow enough for functions that walk the tree by calling themselves.
DEEPEST = 50


# A letter that is typed is read for the search, for its colours and for the chips.
@lru_cache(maxsize=64)
def parse(text: str) -> Query:
    """Read a query as somebody types it; never raises, and takes time linear in the length of the text.

    What stands at the end may still be typed on: there `year:196` is the 1960s and `tone:<` is nothing yet.
    A space behind it says that it is finished: it is then an error.
    """
    is_one_word = text.islower() and text.isascii() and text.isalpha() and len(text) <= LONGEST
    return _one_word(text) if is_one_word else parse_token_by_token(text)


def parse_token_by_token(text: str) -> Query:
    """The same as `parse`, without its memory and its short cut."""
    return _Parser(text).query()


def _one_word(text: str) -> Query:
    """What the tokens of most queries come to, which are a word of small letters; operators are capitals."""
    end = len(text)
    word, term = Word(text, prefix=True, start=0, end=end), Term((text,), prefix=True)
    return Query(text, word, (), (term,), (Span(0, end, "word"),))


@dataclass(slots=True)
class _Group:
    """What is between two parentheses so far, or the whole query.

    It begins at `start`.  `kind` is the field that the words inside are given to; `negation` is where a
    negation begins that waits for its operand.
    """

    start: int = 0
    kind: FieldKind | None = None
    alternatives: list[Node] = field(default_factory=list)
    factors: list[Node] = field(default_factory=list)
    negation: int | None = None
    negated: bool = False

    def negate(self, start: int) -> None:
        if self.negation is None:
            self.negation = start
        self.negated = not self.negated

    def add(self, node: Node | None) -> None:
        if node is not None and self.negation is not None and self.negated:
            node = Not(node, self.negation, node.end)
        if node is not None:
            self.factors.append(node)
        self.negation, self.negated = None, False

    def alternate(self) -> None:
        if self.factors:
            self.alternatives.append(_joined(And, self.factors))
        self.factors, self.negation, self.negated = [], None, False

    def close(self) -> Node | None:
        self.alternate()
        return _joined(Or, self.alternatives) if self.alternatives else None


def _joined(kind: type[And | Or], nodes: list[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else kind(tuple(nodes), nodes[0].start, nodes[-1].end)


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._groups = [_Group()]
        self._ignored = 0
        # A field without a value, which an opening parenthesis right behind it gives its values.
        self._field: Token | None = None
        self._spans: list[Span] = []
        self._messages: list[Message] = []

    def query(self) -> Query:
        for token in lex(self._text):
            self._take(token)
        while len(self._groups) > 1:
            self._close(None)
        root = self._groups[0].close()
        messages = tuple(sorted(self._messages, key=lambda message: message.start))
        return Query(self._text, root, messages, _terms(root), tuple(self._spans))

    def _take(self, token: Token) -> None:
        group = self._groups[-1]
        match token.kind:
            case "words":
                self._words(token.start, token.end, token.written)
            case "field":
                self._field_value(token)
            case "open":
                self._open(token)
            case "close":
                self._end_group(token)
            case "or":
                self._span(token.start, token.end, "operator")
                group.alternate()
            case "and":
                self._span(token.start, token.end, "operator")
            case "not":
                self._span(token.start, token.end, "negation")
                group.negate(token.start)

    def _words(self, start: int, end: int, written: Written) -> None:
        group = self._groups[-1]
        if group.kind is not None:
            self._read(group.kind, written, start)
            return
        try:
            node = written.words()
        except UnreadableError as error:
            self._refuse(written, error)
            return
        if node is not None:
            self._span(start, end, "phrase" if written.quoted else "word")
            self._note_operator(group, written)
        group.add(node)

    def _note_operator(self, group: _Group, written: Written) -> None:
        """Say that a small `or` between two words is a word: somebody may have meant the operator."""
        if written.raw in {"or", "not"} and group.factors and not written.unfinished:
            capitals = written.raw.upper()
            hint = f"write {capitals} for the operator"
            self._say(
                "note", f"{written.raw} is searched for as a word", written.start, written.end, hint, capitals
            )

    def _field_value(self, token: Token) -> None:
        written = token.written
        kind = FIELDS.get(token.name)
        if kind is None:
            self._unknown_field(token, written)
            return
        self._span(token.start, written.start, "field")
        if written.raw:
            self._read(kind, written, token.start)
        elif self._text[token.end : token.end + 1] == "(":
            self._field = token
        elif token.end < len(self._text):
            hint = "write it right behind the colon"
            self._say("note", f"{kind.name}: has no value", token.start, token.end, hint)
            self._groups[-1].add(None)

    def _unknown_field(self, token: Token, written: Written) -> None:
        name = self._text[token.start : written.start - 1]
        near = near_field(token.name)
        whole = shown(self._text[token.start : token.end])
        hint = f"did you mean {near}:?" if near else f'write "{whole}" for the words themselves'
        replacement = f"{near}:" if near else ""
        self._span(token.start, token.end, "error")
        self._say("error", f"unknown field {name}:", token.start, written.start, hint, replacement)
        self._groups[-1].add(None)

    def _read(self, kind: FieldKind, written: Written, start: int) -> None:
        """Add the field with its value; leave it out where there is none yet, or none that can be meant."""
        try:
            value = kind.read(written)
        except UnreadableError as error:
            self._refuse(written, error)
            return
        self._span(written.start, written.end, "value")
        self._groups[-1].add(None if value is None else Field(kind.name, value, start, written.end))

    def _refuse(self, written: Written, error: UnreadableError) -> None:
        """Leave out what cannot be meant, with the error at its place."""
        start = min(written.start + (0 if written.quoted else error.position), written.end - 1)
        self._span(written.start, written.end, "error")
        self._say("error", error.message, start, written.end, error.hint, error.instead)
        self._groups[-1].add(None)

    def _open(self, token: Token) -> None:
        self._span(token.start, token.end, "paren")
        start, kind = token.start, self._groups[-1].kind
        if self._field is not None and self._field.end == token.start:
            start, kind = self._field.start, FIELDS[self._field.name]
        if len(self._groups) <= DEEPEST:
            self._groups.append(_Group(start, kind))
            return
        if not self._ignored:
            text = f"parentheses are nested more than {DEEPEST} deep"
            self._say("error", text, token.start, token.end, "write it in fewer")
        self._ignored += 1

    def _end_group(self, token: Token) -> None:
        if self._ignored:
            self._ignored -= 1
        elif len(self._groups) > 1:
            self._close(token.end)
        else:
            self._span(token.start, token.end, "error")
            self._say("note", "this parenthesis was never opened", token.start, token.end, "it is left out")
            return
        self._span(token.start, token.end, "paren")

    def _close(self, end: int | None) -> None:
        """End the innermost group; its node takes in the parentheses, words alone stay as they are."""
        group = self._groups.pop()
        node = group.close()
        if node is not None and not isinstance(node, Word | Phrase):
            node = replace(node, start=group.start, end=node.end if end is None else end)
        self._groups[-1].add(node)

    def _span(self, start: int, end: int, kind: SpanKind) -> None:
        self._spans.append(Span(start, end, kind))

    def _say(self, severity: Severity, text: str, start: int, end: int, hint: str, instead: str = "") -> None:
        self._messages.append(Message(severity, text, start, end, hint, instead))


def _terms(root: Node | None) -> tuple[Term, ...]:
    """The words and phrases to mark, each once: what is not negated, and what fields look for in texts."""
    found: dict[Term, None] = {}
    for leaf, negated in leaves(root):
        words = leaf.value if isinstance(leaf, Field) else leaf
        if not negated and isinstance(words, Word | Phrase):
            found[term_of(words)] = None
    return tuple(found)
