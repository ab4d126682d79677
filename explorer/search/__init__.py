"""Search: the text of a query, its tree, and the selection of the store that it finds."""

from typing import TYPE_CHECKING

from explorer import lazily
from explorer.search.marks import marks

if TYPE_CHECKING:
    from explorer.search.evaluate import Result, is_instant, run
    from explorer.search.fields import FIELDS, FieldHelp, field_help, syntax_help
    from explorer.search.parser import parse
    from explorer.search.query import Message, Query, Span, Term
    from explorer.search.ranking import has_relevance, relevance
    from explorer.search.suggest import Suggestion
    from explorer.search.superseding import SupersededError, supersedable
    from explorer.search.syntax import And, Days, Field, Name, Node, Not, Or, Phrase, Tones, Word
else:
    __getattr__ = lazily.exports(
        __name__,
        {
            "evaluate": "Result is_instant run",
            "fields": "FIELDS FieldHelp field_help syntax_help",
            "parser": "parse",
            "query": "Message Query Span Term",
            "ranking": "has_relevance relevance",
            "suggest": "Suggestion",
            "superseding": "SupersededError supersedable",
            "syntax": "And Days Field Name Node Not Or Phrase Tones Word",
        },
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
    "SupersededError",
    "Term",
    "Tones",
    "Word",
    "field_help",
    "has_relevance",
    "is_instant",
    "marks",
    "parse",
    "relevance",
    "run",
    "supersedable",
    "syntax_help",
]
