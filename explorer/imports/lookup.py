"""Modules as the next start would find them, and every file and folder on which that depends."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib.machinery import PathFinder, SourceFileLoader
from itertools import accumulate
from typing import TYPE_CHECKING

import explorer
from explorer.imports import bundle

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.machinery import ModuleSpec


class Lookup:
    """Finds modules anew, as Python does: what has been imported may be of files that are others by now.

    `stamps` are what is known of each file and folder before it is looked at: what changes from then on does
    not fit what was found.
    """

    def __init__(self) -> None:
        self.stamps: dict[str, bundle.Stamp] = {}
        # Where the modules of a package are looked for; this one is imported before the file is read.
        self._searched: dict[str, list[str]] = {"": sys.path, explorer.__name__: [*explorer.__path__]}

    def modules(self, names: Iterable[str]) -> dict[str, bundle.Module]:
        """Those of source files among these modules and the packages that they are in."""
        every = {name for whole in names for name in accumulate(whole.split("."), "{}.{}".format)}
        found: dict[str, bundle.Module] = {}
        for name in sorted(every - self._searched.keys()):
            spec = self._spec(name)
            if spec is not None and type(spec.loader) is SourceFileLoader:
                self._searched[name] = spec.submodule_search_locations or []
                with suppress(ImportError, OSError, SyntaxError, ValueError):
                    found[name] = self._module(spec, spec.loader)
        return found

    def _spec(self, name: str) -> ModuleSpec | None:
        package, _, last = name.rpartition(".")
        portions: list[str] = []
        for folder in self._searched.get(package, ()):
            path = os.path.join(folder, last)  # noqa: PTH118
            self._stamp(folder)
            # A folder that becomes a package does not change the one that it is in.
            if os.path.isdir(path):  # noqa: PTH112
                self._stamp(path)
            spec = PathFinder.find_spec(name, [folder])
            if spec is not None and spec.loader is not None:
                return spec
            portions += [path] if spec is not None else []
        # Without a file of its own it is a namespace package, of all these folders (PEP 420), or nothing.
        self._searched[name] = portions
        return None

    def _module(self, spec: ModuleSpec, loader: SourceFileLoader) -> bundle.Module:
        self._stamp(loader.path)
        code = loader.get_code(spec.name)
        assert code is not None
        return loader.path, spec.submodule_search_locations, spec.cached, code

    def _stamp(self, path: str) -> None:
        if path not in self.stamps:
            self.stamps[path] = bundle.stamp(path)
