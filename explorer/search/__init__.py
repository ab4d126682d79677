"""Search: the text of a query, its tree, and the selection of the store that it finds."""

from explorer.search.evaluate import Result, run
from explorer.search.fields import FIELDS, FieldHelp, field_help, syntax_help
from explorer.search.marks import marks
from explorer.search.parser import parse
from explorer.search.relevance import relevance
from explorer.search.suggest import Suggestion
from explorer.search.syntax import (
    And,
    Days,
    Field,
    Message,
    Name,
    Node,
    Not,
    Or,
    Phrase,
    Query,
    Span,
    Term,
    Tones,
    Word,
)

__all__ = [
    "FIELDS",
    "And",
    "Days",
    "Field",
    "FieldHelp",
    "Message",
    "Name",
    "Node",
    "Not",
    "Or",
    "Phrase",
    "Query",
    "Result",
    "Span",
    "Suggestion",
    "Term",
    "Tones",
    "Word",
    "field_help",
    "marks",
    "parse",
    "relevance",
    "run",
    "syntax_help",
]
