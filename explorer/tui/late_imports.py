"""Importing Textual without what is used late or never: the start of the app is nearly all imports.

A few modules take a tenth of the time until the first frame and are not in it.  `ssl` is imported by asyncio,
which does without where Python was built without.  Others are imported by modules of Textual that only hand
their names on, most of all the command palette with the widgets that it brings: stand-ins take the places of
these names until something is asked of them.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# What Textual imports of each of them on the way to the first frame.
LATE = {
    "textual.command": "CommandListItem CommandPalette DiscoveryHit Hit Hits Provider SimpleProvider",
    "textual.validation": "ValidationResult Validator",
    "rich.table": "Table",
}


class StandIn:
    """Stands for a name of a module that is imported when something is asked of it."""

    def __init__(self, module: str, name: str) -> None:
        self._module, self._name = module, name

    def __call__(self, *given: Any, **named: Any) -> Any:
        """What the name itself gives when it is called."""
        return self._real(*given, **named)

    def __getattr__(self, attribute: str) -> Any:
        """An attribute of what the name stands for."""
        return getattr(self._real, attribute)

    def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[type, ...]:
        """No base: a class of Textual that is derived of it is one that Détente does not use."""
        return ()

    def __instancecheck__(self, instance: object) -> bool:
        """Whether something is an instance of what the name stands for."""
        return instance is not None and isinstance(instance, self._real)

    @property
    def _real(self) -> Any:
        return getattr(import_module(self._module), self._name)


@contextmanager
def late_imports() -> Iterator[None]:
    """Import within what brings Textual; what it is to do without can be imported afterwards as ever."""
    instead: dict[str, Any] = {"ssl": None, **{name: _stand_ins(name) for name in LATE}}
    instead = {name: module for name, module in instead.items() if name not in sys.modules}
    sys.modules.update(instead)
    try:
        yield
    finally:
        for name in instead:
            del sys.modules[name]


def _stand_ins(module: str) -> ModuleType:
    """A module with nothing but stand-ins for the names that are imported of it."""
    made = ModuleType(module)
    vars(made).update({name: StandIn(module, name) for name in LATE[module].split()})
    return made
