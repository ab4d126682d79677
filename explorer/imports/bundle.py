"""The file: the bytecode of some 400 modules, and of the regular expressions and sources that they compile.

Three quarters of the time until the first frame are imports, and two fifths of these go into finding, opening
and reading a file for each module and into compiling the same texts as at every start.  The file stands in
the package's `__pycache__`, next to Python's own bytecode: it holds nothing else than the files there do, and
who could change it could change these.  Only the very Python that wrote it reads it.

A head, a checksum of the rest, and the rest, as `marshal` writes it.
"""

from __future__ import annotations

import marshal
import os
import sys
from mmap import ACCESS_READ, mmap
from zlib import adler32

import explorer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType

    from explorer.imports.sources import Source

    # The source file, the folders of a package, Python's own file of the bytecode, and the bytecode.
    Module = tuple[str, list[str] | None, str | None, CodeType]
    # A regular expression, the flags it is asked for with, and what the compiler makes of them: flags, code,
    # number of groups, names of groups, and the same names by number.
    Pattern = tuple[str | bytes, int, int, Sequence[int], int, dict[str, int], tuple[str | None, ...]]
    # Of a file or a folder: when its content changed, when anything of it, its bytes; None for nothing.
    Stamp = tuple[int, int, int] | None
    # `sys.path`; what is known of every file and folder that decides what is imported; modules by name;
    # regular expressions; sources.
    Contents = tuple[list[str], dict[str, Stamp], dict[str, Module], list[Pattern], dict[Source, CodeType]]

HEAD = f"detente imports 3\n{sys.version}\n".encode()
_CHECKSUM = 4


def place() -> str | None:
    """Where the file is; None where Python keeps no bytecode of this package either."""
    cached = explorer.__spec__.cached
    if cached is None:
        return None
    folder, name = os.path.split(cached)
    return os.path.join(folder, f"{name.replace('__init__', 'start', 1).removesuffix('.pyc')}.bundle")  # noqa: PTH118


def read(file: str) -> Contents | None:
    """What a file holds; None if it is not there, is of another Python, or is damaged."""
    try:
        with open(file, "rb") as opened:  # noqa: PTH123
            mapped = mmap(opened.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):
        return None
    with mapped, memoryview(mapped) as whole, whole[len(HEAD) + _CHECKSUM :] as rest:
        if whole[: len(HEAD)] != HEAD or whole[len(HEAD) : len(HEAD) + _CHECKSUM] != _checksum(rest):
            return None
        contents: Contents = marshal.loads(rest)
        return contents


def as_bytes(contents: Contents) -> bytes:
    """The whole file."""
    rest = marshal.dumps(contents)
    return HEAD + _checksum(rest) + rest


def stamp(path: str) -> Stamp:
    """What changes with a file or a folder: its times in nanoseconds and its bytes; None for nothing.

    The first time can be set to any other, as programs do that copy files; the second cannot.
    """
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size


def _checksum(rest: bytes | memoryview) -> bytes:
    return adler32(rest).to_bytes(_CHECKSUM)
