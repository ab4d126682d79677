"""Writing what the next start imports."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.imports import bundle, patterns
from explorer.imports.lookup import Lookup

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from types import CodeType
    from typing import Any

    from explorer.imports.sources import Source

# A file that has been changed so short a while ago can change again without its time telling, in nanoseconds.
_TOO_FRESH = 2_000_000_000


def write(
    place: str,
    names: Iterable[str],
    compiled: dict[patterns.Key, re.Pattern[Any]],
    sources: dict[Source, CodeType],
) -> None:
    """Put the bytecode of these modules into the file, and what they had compiled.

    Where that fails, the next start goes without.
    """
    lookup = Lookup()
    modules = lookup.modules(names)
    if _are_settled(lookup.stamps.values()):
        known = [*patterns.taken_along(compiled)]
        contents = [*sys.path], lookup.stamps, modules, known, sources
        with suppress(OSError, ValueError):
            _replace(Path(place), bundle.as_bytes(contents))


def _are_settled(stamps: Iterable[bundle.Stamp]) -> bool:
    now = time.time_ns()
    return not any(stamp and stamp[0] > now - _TOO_FRESH for stamp in stamps)


def _replace(file: Path, content: bytes) -> None:
    """Write it whole or not at all; readers of the former file keep that one."""
    unfinished = file.with_name(f".{file.name}.{os.urandom(6).hex()}")
    # As readable as the bytecode next to it: the file of a shared installation is for all its users.
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(content)
        unfinished.replace(file)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
