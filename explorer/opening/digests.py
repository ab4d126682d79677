"""BLAKE2b (RFC 7693) digests of what is stored and of what it was read from, 16 bytes in hexadecimal."""

from __future__ import annotations

from typing import TYPE_CHECKING

try:
    # `hashlib` imports OpenSSL as well, which takes longer than opening a snapshot.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

if TYPE_CHECKING:
    from pathlib import Path

_BYTES = 16
_CHUNK = 1 << 18


def digest(data: bytes) -> str:
    """The digest of bytes."""
    return blake2b(data, digest_size=_BYTES).hexdigest()


def digest_of_file(path: Path) -> str:
    """The digest of what a file holds; raises OSError where it cannot be read."""
    found = blake2b(digest_size=_BYTES)
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()
