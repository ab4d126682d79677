"""A snapshot: named sections of bytes, numbers and texts in one checked file, read where they are looked at.

Nothing here knows what a snapshot is about, and reading one executes nothing that it holds.
"""

from explorer.snapshot.columns import (
    Numbers,
    Texts,
    TypeCode,
    numbers_bytes,
    offsets_bytes,
    texts_bytes,
    texts_from,
)
from explorer.snapshot.container import (
    BLOCK,
    HEADER,
    Container,
    DamagedSnapshotError,
    Sections,
    fewer,
    write_sections,
)
from explorer.snapshot.rows import decode_row, encode_row

__all__ = [
    "BLOCK",
    "HEADER",
    "Container",
    "DamagedSnapshotError",
    "Numbers",
    "Sections",
    "Texts",
    "TypeCode",
    "decode_row",
    "encode_row",
    "fewer",
    "numbers_bytes",
    "offsets_bytes",
    "texts_bytes",
    "texts_from",
    "write_sections",
]
