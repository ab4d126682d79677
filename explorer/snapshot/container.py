"""The file of a snapshot: sections that follow each other, and a checksum for every block of them.

Layout, numbers little-endian: a header of HEADER bytes; the sections, each begun at a multiple of 8; the
directory, JSON of {name: [offset, length]}; the CRC-32 (zlib's) of each block of BLOCK bytes between header
and directory.  The header holds the magic, the version of this layout, where the directory and the checksums
are, and a CRC-32 of its own; so a snapshot that lacks its end, or has any bit changed, is found out.

A block is checked when something in it is first looked at: opening costs the same at every size.
"""

from __future__ import annotations

import json
from itertools import islice
from struct import Struct, error
from typing import TYPE_CHECKING, TypeAlias
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from mmap import mmap

    Buffer = bytes | mmap

# What each section is made of, piece by piece.
Sections: TypeAlias = "Mapping[str, Iterable[bytes]]"

MAGIC = b"DETENTE\n"
LAYOUT = 1
BLOCK = 1 << 16
_ALIGNED = 8
# Magic, layout, (padding,) offset and length of the directory, its CRC, number of blocks, CRC of their CRCs.
_HEADER = Struct("<8sIIQQIIQ")
_CRC = Struct("<I")
HEADER = 64
# So many pieces of a section are written at once, except for those of so many bytes.
_WRITTEN_AT_ONCE, _WRITTEN_ALONE = 64, 1 << 13
# So many blocks are checked before their memory is given back: 16 MiB.
_CHECKED_AT_ONCE = 256


class DamagedSnapshotError(Exception):
    """A snapshot that is not as it was written, or was not written by this version of the program."""


def write_sections(sections: Sections) -> Iterator[bytes]:
    """The bytes of a snapshot, in pieces; the header comes last, and belongs at the beginning of the file.

    Yields everything that follows the first HEADER bytes, then those.
    """
    directory: dict[str, tuple[int, int]] = {}
    blocks = _Checksums()
    at = HEADER
    for name, pieces in sections.items():
        start = at
        for piece in fewer(pieces):
            blocks.add(piece)
            at += len(piece)
            yield piece
        directory[name] = start, at - start
        padding = bytes(-at % _ALIGNED)
        blocks.add(padding)
        at += len(padding)
        yield padding
    listing = json.dumps(directory, separators=(",", ":")).encode()
    listing += b" " * (-len(listing) % _ALIGNED)
    sums = blocks.finished()
    yield listing
    yield sums
    yield _header(at, listing, sums)


def fewer(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in fewer pieces: there may be millions of small ones.

    Long ones stay as they are, but for those behind a short one that is joined with what follows.
    """
    rest = iter(pieces)
    for piece in rest:
        yield piece if len(piece) > _WRITTEN_ALONE else b"".join([piece, *islice(rest, _WRITTEN_AT_ONCE - 1)])


def _header(at: int, listing: bytes, sums: bytes) -> bytes:
    fields = _HEADER.pack(
        MAGIC, LAYOUT, 0, at, len(listing), crc32(listing), len(sums) // _CRC.size, crc32(sums)
    )
    fields += bytes(HEADER - _CRC.size - len(fields))
    return fields + _CRC.pack(crc32(fields))


class _Checksums:
    """The CRC of each block of a stream of pieces."""

    def __init__(self) -> None:
        self._sums: list[int] = []
        self._crc = self._filled = 0

    def add(self, piece: bytes) -> None:
        view = memoryview(piece)
        while view:
            part = view[: BLOCK - self._filled]
            self._crc = crc32(part, self._crc)
            self._filled += len(part)
            view = view[len(part) :]
            if self._filled == BLOCK:
                self._close()

    def _close(self) -> None:
        self._sums.append(self._crc)
        self._crc = self._filled = 0

    def finished(self) -> bytes:
        if self._filled:
            self._close()
        return b"".join(map(_CRC.pack, self._sums))


class Container:
    """A snapshot that is mapped or held in memory.

    Raises DamagedSnapshotError when it is opened, and again wherever a damaged block is looked at.
    """

    def __init__(self, buffer: Buffer) -> None:
        self.buffer = buffer
        # The header and the directory are read once; they are checked here, and hold for all that follows.
        self._directory, self._sums, self._end = _contents(buffer)
        self._sound = bytearray(len(self._sums))

    def __contains__(self, name: str) -> bool:
        return name in self._directory

    def span(self, name: str) -> tuple[int, int]:
        """Where a section begins and ends in the buffer; (0, 0) for one that is not there."""
        start, length = self._directory.get(name, (0, 0))
        return start, start + length

    def section(self, name: str) -> bytes:
        """The whole of a section, checked."""
        return self.read(*self.span(name))

    def read(self, start: int, end: int) -> bytes:
        """The bytes of the buffer from start to end, checked."""
        self.check(start, end)
        return self.buffer[start:end]

    def check(self, start: int, end: int) -> None:
        """Make sure of the blocks that hold the bytes from start to end."""
        first, last = (start - HEADER) // BLOCK, (end - 1 - HEADER) // BLOCK
        if start < end and not (self._sound[first] and self._sound[last] and last - first < 2):
            for block in range(first, last + 1):
                if not self._sound[block]:
                    self._check_block(block)

    def check_all(self) -> None:
        """Make sure of the whole snapshot; other threads go on meanwhile."""
        for block in range(len(self._sound)):
            if not self._sound[block]:
                self._check_block(block)
            if block % _CHECKED_AT_ONCE == 0:
                self._let_go()
        self._let_go()

    def _let_go(self) -> None:
        """Give back the memory of pages that were only checked; they are mapped again where they are used."""
        import mmap

        if isinstance(self.buffer, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            self.buffer.madvise(mmap.MADV_DONTNEED)

    def _check_block(self, block: int) -> None:
        start = HEADER + block * BLOCK
        with memoryview(self.buffer) as view, view[start : min(start + BLOCK, self._end)] as part:
            if crc32(part) != self._sums[block]:
                raise DamagedSnapshotError(f"block {block} is damaged")
        self._sound[block] = True


def _contents(buffer: Buffer) -> tuple[dict[str, list[int]], Sequence[int], int]:
    """The directory, the checksum of each block, and where the blocks end."""
    try:
        header = bytes(buffer[:HEADER])
        magic, layout, _, at, length, listing_crc, blocks, sums_crc = _HEADER.unpack_from(header)
        if (
            magic != MAGIC
            or layout != LAYOUT
            or _CRC.unpack_from(header, HEADER - _CRC.size)[0] != crc32(header[: HEADER - _CRC.size])
        ):
            raise DamagedSnapshotError("this is no snapshot, or one of another version")
        listing = bytes(buffer[at : at + length])
        sums = bytes(buffer[at + length : at + length + blocks * _CRC.size])
    except error as cause:
        raise DamagedSnapshotError(f"the snapshot is cut off: {cause}") from None
    whole = at + length + len(sums) == len(buffer) and len(sums) == blocks * _CRC.size
    if not whole or crc32(listing) != listing_crc or crc32(sums) != sums_crc:
        raise DamagedSnapshotError("the snapshot is cut off or damaged")
    return json.loads(listing), [crc for (crc,) in _CRC.iter_unpack(sums)], at
