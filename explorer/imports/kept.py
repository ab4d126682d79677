"""One start of the app, and what it imports until its first frame."""

from __future__ import annotations

import os
import sys
from importlib.machinery import PathFinder, SourceFileLoader

from explorer.imports import bundle, patterns
from explorer.imports.finder import BundledModules
from explorer.imports.sources import CompiledSources

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Any

    from explorer.imports.bundle import Contents

# So many modules that were not in the file are no reason to write it again.
_MOST_MISSING = 20


class KeptImports:
    """Imports from the file what it holds, and writes it for the next start where that has to be.

    It holds only while every file is as it was that its modules were made from, and every folder that Python
    would search for them.  Where these are others in another working directory, no file is used.
    """

    def __init__(self) -> None:
        self._place = bundle.place() if PathFinder in sys.meta_path and not _depends_on_folder() else None
        self._before = frozenset(sys.modules)
        self._finder: BundledModules | None = None
        self._names = frozenset[str]()
        self._wanted = frozenset[str]()
        self._patterns: dict[patterns.Key, re.Pattern[Any]] = {}
        self._sources = CompiledSources({})
        contents = bundle.read(self._place) if self._place else None
        if contents is not None and _holds(contents):
            self._use(contents)
        if self._place:
            self._sources.begin()

    def drawn(self) -> None:
        """The first frame stands: what has been imported by now is what a start imports."""
        # What is imported from now on is found as ever; a thread that is looking goes on in the former list.
        sys.meta_path = [finder for finder in sys.meta_path if finder is not self._finder]
        self._finder = None
        self._sources.end()
        imported = frozenset(sys.modules) - self._before
        missing = frozenset(name for name in imported - self._names if _is_of_source(name))
        if len(missing) > _MOST_MISSING:
            self._wanted, self._patterns = missing | self._names, patterns.known()
        else:
            self._sources.known.clear()

    def keep(self) -> None:
        """Write the file for the next start, if this one showed a need for it and Python writes such."""
        # No frame may have been drawn.
        self._sources.end()
        if self._wanted and self._place and _is_writable(self._place) and not sys.dont_write_bytecode:
            from explorer.imports.writing import write

            write(self._place, self._wanted, self._patterns, self._sources.known)

    def _use(self, contents: Contents) -> None:
        _, _, modules, compiled, sources = contents
        self._sources = CompiledSources(sources)
        self._names = frozenset(modules)
        self._finder = BundledModules(modules)
        sys.meta_path.insert(sys.meta_path.index(PathFinder), self._finder)
        patterns.remember(compiled)


def _is_of_source(name: str) -> bool:
    return type(getattr(sys.modules.get(name), "__loader__", None)) is SourceFileLoader


def _is_writable(place: str) -> bool:
    return os.access(os.path.dirname(place), os.W_OK)  # noqa: PTH120


def _depends_on_folder() -> bool:
    """Whether it depends on the working directory where Python looks for modules, as `python -m` has it."""
    if not sys.path or not all(map(os.path.isabs, sys.path)):
        return True
    try:
        return sys.path[0] == os.getcwd()  # noqa: PTH109
    except OSError:
        return True


def _holds(contents: Contents) -> bool:
    search_path, stamps, *_ = contents
    stamp = bundle.stamp
    return search_path == sys.path and all(stamp(path) == known for path, known in stamps.items())
