"""Modules, and a package's public names (PEP 562), each imported when it is first asked for.

The start of the program is nearly all imports: a package that gathers the names of its modules would import
all of them for any one of them.
"""

from __future__ import annotations

import sys
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Module:
    """Stands for a module of which few runs of the program ask anything."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> object:
        """A name of the module."""
        return getattr(import_module(self._name), name)


def exports(package: str, modules: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of a package whose modules (by name) hold the public names (a text with spaces).

    A module must not be called as one of the names: importing the module would take the name's place.
    """
    homes = {name: module for module, names in modules.items() for name in names.split()}
    assert homes.keys().isdisjoint(modules), homes.keys() & modules.keys()

    def find(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{homes[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return find
