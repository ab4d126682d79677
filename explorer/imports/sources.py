"""Sources that Python's library compiles while modules are imported, compiled already.

It writes the functions of each named tuple and dataclass as text and compiles that, and it compiles every
annotation in quotes: some six hundred texts, the same ones at every start, which took a tenth of all
instructions until the first frame.  In the modules that do so, what compiles is found by its name before
Python's own function of that name; so it is replaced there, until the first frame is drawn.
"""

from __future__ import annotations

import sys
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType
    from typing import Any

    # A text, and whether it is compiled as an expression ("eval") or as statements ("exec").
    Source = tuple[str, str]

# Which function each module calls with a text, always with all its scopes: up to the last Python looked at.
_CALLED = {"typing": "compile", "collections": "eval", "dataclasses": "exec", "explorer.records": "exec"}
_NEXT_PYTHON = (3, 15)
_NAME = "<string>"


class CompiledSources:
    """Compiles sources for the library, each only if it is not among those `known`; then it is."""

    def __init__(self, known: dict[Source, CodeType]) -> None:
        self.known = known

    def begin(self) -> None:
        """Take the place of Python's own functions; nothing changes in a Python that may call others."""
        functions: dict[str, Callable[..., Any]] = {
            "compile": self._compile,
            "eval": self._evaluate,
            "exec": self._execute,
        }
        if sys.version_info < _NEXT_PYTHON:
            for module, name in _CALLED.items():
                vars(import_module(module))[name] = functions[name]

    def end(self) -> None:
        """Let Python's own functions be found again."""
        for module, name in _CALLED.items():
            vars(import_module(module)).pop(name, None)

    def _code(self, text: str, mode: str) -> CodeType:
        code = self.known.get((text, mode))
        if code is None:
            # Nothing of this module is to count for the text.
            code = self.known[text, mode] = compile(text, _NAME, mode, dont_inherit=True)
        return code

    def _compile(self, text: str, name: str, mode: str, **named: Any) -> CodeType:
        if named or name != _NAME:
            compiled: CodeType = compile(text, name, mode, **{"dont_inherit": True, **named})
            return compiled
        return self._code(text, mode)

    def _evaluate(self, text: str, *scopes: Any) -> Any:
        return eval(self._code(text, "eval"), *scopes)

    def _execute(self, text: str, *scopes: Any) -> None:
        exec(self._code(text, "exec"), *scopes)
