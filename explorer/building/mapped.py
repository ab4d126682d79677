"""Files in memory, of which only what is being looked at is held."""

from __future__ import annotations

import mmap


def let_go(mapped: bytes | mmap.mmap) -> None:
    """Give back the memory of what is mapped; it is mapped again where it is looked at."""
    if isinstance(mapped, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
        mapped.madvise(mmap.MADV_DONTNEED)
