"""Importing the app without what it uses late or never: a start is nearly all imports.

Some modules take a tenth of the time until the first frame and are not in it.  `ssl` is imported by asyncio,
which does without where Python was built without.  Others are imported by modules that only hand their names
on, or ask for them only once there is an address to parse or a word to suggest: most of all Textual's command
palette with the widgets that it brings.  Stand-ins take their places until something is asked of them.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

# What is imported of each of them on the way to the first frame; without names, the module itself.
LATE = {
    "asyncio.sslproto": "",
    "decimal": "Decimal",
    "ipaddress": "",
    "locale": "",
    "mimetypes": "",
    "pickle": "dumps loads",
    "rich.table": "Table",
    "tempfile": "gettempdir",
    "textual.command": "CommandListItem CommandPalette DiscoveryHit Hit Hits Provider SimpleProvider",
    "textual.suggestions": "get_suggestion",
    "textual.validation": "Integer Number ValidationResult Validator",
    "textwrap": "",
    "tokenize": "",
    "traceback": "print_exception",
    "urllib.parse": "quote_from_bytes",
    "uuid": "uuid4",
}
# Has the names of later versions of `typing`; these, all that Textual asks it for as it starts, are no news.
BACKPORT = "typing_extensions"
BACKPORTED = {
    "Coroutine",
    "Final",
    "Literal",
    "ParamSpec",
    "Protocol",
    "Self",
    "TypeAlias",
    "TypedDict",
    "TypeGuard",
    "get_args",
    "runtime_checkable",
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
        return getattr(_real_module(self._module), self._name)


class _LateModule(ModuleType):
    """Stands for a module, and has stand-ins for these of its names; any other name is the module's own."""

    def __init__(self, name: str, names: str) -> None:
        super().__init__(name)
        vars(self).update({late: StandIn(name, late) for late in names.split()})

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # Python asks each module that it imports for some of these
            raise AttributeError(name)
        return self._of_its_own(name)

    def _of_its_own(self, name: str) -> Any:
        return getattr(_real_module(self.__name__), name)


class _Backport(_LateModule):
    """Has from `typing` itself what this Python has there."""

    def _of_its_own(self, name: str) -> Any:
        return getattr(import_module("typing"), name) if name in BACKPORTED else super()._of_its_own(name)


@contextmanager
def late_imports() -> Iterator[None]:
    """Import within what brings Textual; what it is to do without can be imported afterwards as ever."""
    instead: dict[str, Any] = {"ssl": None, BACKPORT: _Backport(BACKPORT, "")}
    instead |= {name: _LateModule(name, names) for name, names in LATE.items()}
    instead = {name: module for name, module in instead.items() if name not in sys.modules}
    sys.modules.update(instead)
    try:
        yield
    finally:
        for name, module in instead.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


def _real_module(name: str) -> ModuleType:
    """The module itself, even while another stands for it."""
    if isinstance(sys.modules.get(name), _LateModule):
        del sys.modules[name]
    return import_module(name)
