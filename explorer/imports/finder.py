"""Modules whose bytecode is at hand, found and loaded without looking at any file."""

from __future__ import annotations

from importlib.machinery import ModuleSpec, SourceFileLoader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType

    from explorer.imports.bundle import Module


class BundledModules:
    """Finds these modules (by name), each once: what is imported again is looked for as ever."""

    def __init__(self, modules: dict[str, Module]) -> None:
        self._modules = modules

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """Where a module comes from, as if Python had found its file; None if it is not among these."""
        found = self._modules.pop(fullname, None)
        if found is None:
            return None
        file, folders, cached, code = found
        spec = ModuleSpec(fullname, BundledLoader(fullname, file, code), origin=file)
        spec.submodule_search_locations = folders
        spec.has_location = True
        spec.cached = cached
        return spec


class BundledLoader(SourceFileLoader):
    """Loads a module of a source file whose bytecode it has already."""

    def __init__(self, fullname: str, path: str, code: CodeType) -> None:
        super().__init__(fullname, path)
        self._code: CodeType | None = code

    def get_code(self, fullname: str) -> CodeType | None:
        """The bytecode; asked a second time, as it is then."""
        code, self._code = self._code, None
        return super().get_code(fullname) if code is None else code
