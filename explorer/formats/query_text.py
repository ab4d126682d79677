"""What is to be said about a query, for people: the message, the query with a caret below, what to try."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from explorer.printable import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.search import Message, Suggestion

_INDENT = "  "


def message_text(query: str, message: Message) -> str:
    """The message, the query's line, and a row of ^ below what is meant."""
    shown = printable(query)
    before, meant = shown[: message.start], shown[message.start : message.end]
    caret = " " * cell_len(before) + "^" * max(1, cell_len(meant))
    return "\n".join((printable(str(message)), _INDENT + shown, _INDENT + caret))


def suggestions_text(suggestions: Sequence[Suggestion]) -> str:
    """The queries to try instead, each with the number of events that it finds."""
    lines = (f"{_INDENT}{printable(s.text)}  ({s.count:,})" for s in suggestions)
    return "\n".join(("Nothing found. These find something:", *lines))
