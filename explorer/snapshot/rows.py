"""A value as a row of JSON in UTF-8, exactly: lone surrogates, as file names can have, stay as they are."""

from __future__ import annotations

import json
from typing import Any

from explorer.utf8 import decoded, encoded

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
_decode = json.JSONDecoder().decode


def encode_row(value: object) -> bytes:
    """A value of JSON's types as a row."""
    return encoded(_encode(value))


def decode_row(row: bytes) -> Any:
    """The value that a row holds; raises ValueError where it holds none."""
    return _decode(decoded(row))
