"""Writing what the next start imports."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from importlib.machinery import SourceFileLoader
from importlib.util import find_spec
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from explorer.imports import bundle, patterns
from explorer.imports.finder import BundledLoader

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator
    from importlib.machinery import ModuleSpec
    from typing import Any

# A file that has been changed so short a while ago can change again without its time telling, in nanoseconds.
_TOO_FRESH = 2_000_000_000


def write(place: str, names: Iterable[str], compiled: dict[patterns.Key, re.Pattern[Any]]) -> None:
    """Put the bytecode of these modules into the file; where that fails, the next start goes without."""
    sources = {name: source for name in sorted(names) if (source := _source(name)) is not None}
    # Before anything is read: what changes from now on does not fit what is kept.
    stamps = {path: bundle.stamp(path) for path in _looked_at(sources)}
    if not _are_settled(stamps.values()):
        return
    modules = {name: module for name, source in sources.items() if (module := _module(source)) is not None}
    contents = [*sys.path], stamps, modules, [*patterns.taken_along(compiled)]
    with suppress(OSError, ValueError):
        _replace(Path(place), bundle.as_bytes(contents))


def _source(name: str) -> ModuleSpec | None:
    """Where a module comes from; None unless it is a source file, loaded as Python itself does it."""
    with suppress(ImportError, AttributeError, ValueError):
        spec = find_spec(name)
        if spec is not None and spec.origin and type(spec.loader) in {SourceFileLoader, BundledLoader}:
            return spec
    return None


def _looked_at(sources: dict[str, ModuleSpec]) -> Iterator[str]:
    """Every file and folder on which it depends what is imported."""
    yield from sys.path
    for spec in sources.values():
        yield str(spec.origin)
        yield from spec.submodule_search_locations or ()


def _module(spec: ModuleSpec) -> bundle.Module | None:
    file, folders = str(spec.origin), spec.submodule_search_locations
    with suppress(ImportError, OSError, SyntaxError, ValueError):
        code = SourceFileLoader(spec.name, file).get_code(spec.name)
        if code is not None:
            return file, None if folders is None else [*folders], spec.cached, code
    return None


def _are_settled(stamps: Iterable[bundle.Stamp]) -> bool:
    now = time.time_ns()
    return not any(stamp and stamp[0] > now - _TOO_FRESH for stamp in stamps)


def _replace(file: Path, content: bytes) -> None:
    """Write it whole or not at all; readers of the former file keep that one."""
    with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as opened:
        try:
            opened.write(content)
            opened.close()
            # As readable as the bytecode next to it: the file of a shared installation is for all its users.
            Path(opened.name).chmod(0o666 & ~_umask())
            os.replace(opened.name, file)  # noqa: PTH105
        except BaseException:
            Path(opened.name).unlink(missing_ok=True)
            raise


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
