"""The dataset format as JSON Schema, for editors that complete and check while somebody writes.

The keys are those of `explorer.loading.schema`; nothing else names them.  Dialect 2020-12 (json-schema.org),
with no keyword beyond those that draft 7 has too, as some editors know only that one.

What the schema accepts the loader reads without an error, and the other way round, but for what JSON Schema
cannot say.  It cannot see that

- an id is used twice, stands for nothing, or holds a character that cannot be printed;
- a file is missing, outside the dataset, or not text, or has a dataset's own keys without being dataset.yaml;
- a day is not in its month or an interval runs backwards (see `edtf_pattern`), or a date in another calendar
  cannot be converted or contradicts the one beside it;
- a scalar was spelt otherwise than the YAML library of the editor has it: `0960` and `960` are one number to
  it, `+3` and `3.0` another, `~` and `null` are no value, which the loader reads as the texts that they are;
- a key was written twice, a tag or an anchor means something, or the file is nested or grown beyond bounds.

Quotes are checked against their documents by `detente check`, not here; nor are warnings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.dates import CALENDARS
from explorer.event_types import BUILT_IN_TYPES, PLOVER_CATEGORIES
from explorer.formats.edtf_pattern import EDTF_PATTERN
from explorer.formats.key_help import KEY_HELP
from explorer.loading.schema import (
    CITATION,
    COUNTRY,
    DATASET,
    DOCUMENT,
    EVENT,
    EVENT_TYPE,
    RECORD_KINDS,
    STATED_DATE,
)
from explorer.model import COUNTRY_KINDS, DOCUMENT_FORMS, FORMAT_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explorer.loading.schema import RecordKind

Schema = dict[str, object]

# A scalar without quotes may look like a number or a truth value to an editor; here it is the text it is.
_SCALAR = ["string", "number", "boolean"]
_NOT_BLANK = r"\S"
_ONE_WORD = r"^\S+(?![\s\S])"
_TONE = r"^[+-]?[0-5](?![\s\S])"

_TEXT: Schema = {"type": [*_SCALAR, "null"]}
_WRITTEN: Schema = {"type": _SCALAR, "pattern": _NOT_BLANK}
_ID: Schema = {"type": _SCALAR, "pattern": _ONE_WORD}
_REFERENCE: Schema = {"type": [*_SCALAR, "null"], "minLength": 1}
_WORDS: Schema = {"type": ["array", "null"], "items": _WRITTEN}
# Years alone are numbers to an editor.
_DATE: Schema = {
    "type": ["string", "integer", "null"], "pattern": EDTF_PATTERN, "minimum": -9999, "maximum": 9999,
}  # fmt: skip
_TONES: Schema = {"type": ["string", "integer", "null"], "pattern": _TONE, "minimum": -5, "maximum": 5}
_REQUIRED_DATE: Schema = {**_DATE, "type": ["string", "integer"]}
_GIVEN: Schema = {"not": {"type": "null"}}


def dataset_schema() -> Schema:
    """The schema of any file of a dataset, as the object to be written as JSON."""
    sections: Schema = {name: _records(kind.noun) for name, kind in RECORD_KINDS.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Détente dataset",
        "description": "A file of a dataset of Détente: countries, documents, types and events.",
        **_mapping(DATASET, {"version": {"enum": [FORMAT_VERSION, str(FORMAT_VERSION), None]}}, (), sections),
        "$defs": _definitions(),
    }


def _definitions() -> Schema:
    return {
        "country": _mapping(
            COUNTRY,
            {
                "id": _ID,
                "name": _WRITTEN,
                "aliases": _WORDS,
                "kind": _one_of(COUNTRY_KINDS),
                "exists": _DATE,
                "succeeded_by": _REFERENCE,
            },
            ("id", "name"),
        ),
        "document": {
            **_mapping(
                DOCUMENT,
                {
                    "id": _ID,
                    "title": _WRITTEN,
                    "date": _DATE,
                    "form": _one_of(DOCUMENT_FORMS),
                    "derived_from": _WORDS,
                    "file": _REFERENCE,
                },
                ("id", "title"),
            ),
            # The text itself, or the file that has it; not both.
            "oneOf": [{"required": [key], "properties": {key: _GIVEN}} for key in ("text", "file")],
        },
        "type": _mapping(
            EVENT_TYPE, {"id": _ID, "plover": _one_of(PLOVER_CATEGORIES), "tone": _TONES}, ("id",)
        ),
        "event": _event(),
        "source": _source(),
        "stated date": _mapping(
            STATED_DATE,
            {"text": _WRITTEN, "calendar": {"enum": [*CALENDARS]}},
            ("text", "calendar"),
        ),
    }


def _event() -> Schema:
    return _mapping(
        EVENT,
        {
            "id": _ID,
            "date": _REQUIRED_DATE,
            "date_stated": _optional("stated date"),
            "countries": {"type": "array", "items": _WRITTEN, "minItems": 1},
            # Any id of a type; these are offered.
            "type": {"anyOf": [{"enum": [*BUILT_IN_TYPES]}, _WRITTEN]},
            "tone": _TONES,
            "title": _WRITTEN,
            "tags": _WORDS,
            "sources": {"type": ["array", "null"], "items": {"$ref": "#/$defs/source"}},
        },
        ("id", "date", "countries", "type", "title"),
    )


def _source() -> Schema:
    source = _mapping(
        CITATION,
        {
            "document": _WRITTEN,
            "quote": _WRITTEN,
            "date": _DATE,
            "date_stated": _optional("stated date"),
        },
        ("document", "quote"),
    )
    stated = {"required": ["date_stated"], "properties": {"date_stated": {"type": "object"}}}
    return {**source, "if": stated, "then": {"required": ["date"], "properties": {"date": _GIVEN}}}


def _mapping(
    kind: RecordKind, values: Schema, required: Iterable[str], further: Schema | None = None
) -> Schema:
    """A mapping with the keys of a kind of record, each a text unless `values` says otherwise."""
    properties = {key: {**_of(values, key), **_help(kind, key)} for key in sorted(kind.keys)}
    return {
        "type": "object",
        "properties": {**properties, **(further or {})},
        "required": [*required],
        "additionalProperties": False,
    }


def _of(values: Schema, key: str) -> Schema:
    value = values.get(key, _TEXT)
    assert isinstance(value, dict)
    return value


def _help(kind: RecordKind, key: str) -> Schema:
    return {"description": KEY_HELP[kind.noun][key]}


def _records(noun: str) -> Schema:
    return {"type": ["array", "null"], "items": {"$ref": f"#/$defs/{noun}"}}


def _optional(noun: str) -> Schema:
    """A record, or nothing; an empty list is nothing, too."""
    return {"anyOf": [{"$ref": f"#/$defs/{noun}"}, {"type": ["null", "array"], "maxItems": 0}]}


def _one_of(words: Iterable[str]) -> Schema:
    return {"enum": [*words, None]}
