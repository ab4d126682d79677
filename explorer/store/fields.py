"""Where a word can be looked for.

"event" is what is written in the event itself, with the names and aliases of its countries and its type;
"title" and "quote" are parts of that; "passage" the paragraphs in which its cited passages stand; "text" the
whole documents that it cites.  They are kept apart because a word of a document would match every event that
cites it.
"""

from __future__ import annotations

from typing import Literal, get_args

OwnField = Literal["title", "quote", "event"]
OWN_FIELDS: tuple[OwnField, ...] = get_args(OwnField)
Field = Literal[OwnField, "passage", "text"]
# Where a word is looked for if no field is named: in the first of these in which any event has it.
ANYWHERE: tuple[Field, ...] = ("event", "passage", "text")
