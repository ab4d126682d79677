"""What a reading process tells the program that started it: one line of JSON each."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TypeAlias

from explorer.records import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """So many of the bytes of YAML have been read, and so many events were in them."""

    done: int
    size: int
    events: int = 0


@dataclass(frozen=True, slots=True)
class Partial:
    """A snapshot of what has been read so far is in one of the files that were handed over, by its place."""

    place: int


@dataclass(frozen=True, slots=True)
class Ready:
    """All is read; the snapshot is in the cache, or else in the last of the files."""

    cached: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """The dataset cannot be opened at all."""

    reason: str


Message: TypeAlias = Progress | Partial | Ready | Refused
_KINDS: dict[str, type[Message]] = {kind.__name__: kind for kind in (Progress, Partial, Ready, Refused)}


def encode(message: Message) -> bytes:
    """A message as a line."""
    return json.dumps([type(message).__name__, asdict(message)]).encode() + b"\n"


def decode(line: bytes) -> Message:
    """The message in a line; raises ValueError where there is none."""
    try:
        kind, fields = json.loads(line)
        return _KINDS[kind](**fields)
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"no message: {error}") from None
