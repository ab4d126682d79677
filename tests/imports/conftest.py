from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from copied_package import age, copied_package

PARTS = ("__init__.py", "lazily.py", "records.py", "dates", "imports")

# A program that imports as a start of the app does, and tells where its modules came from.
PROGRAM = """
import json, os, sys
sys.path[0] = os.environ["OWN_FOLDER"]
seen, facts = dict(open=[], compile=[]), []
sys.addaudithook(lambda event, given: seen[event].append(str(given[0])) if event in seen else None)
from explorer.imports.kept import KeptImports
from explorer.imports.late import late_imports
imports = KeptImports()
with late_imports():
    import explorer.dates.grammar, argparse, logging, zipfile
    {imported}
imports.drawn()
bytecode, compiled = [path for path in seen["open"] if path.endswith(".pyc")], len(seen["compile"])
{meanwhile}
imports.keep()
modules = [(name, module) for name, module in sys.modules.items() if hasattr(module, "__loader__")]
loaders = {{name: type(module.__loader__).__name__ for name, module in modules}}
told = {{"loaders": loaders, "bytecode": len(bytecode), "compiled": compiled, "facts": facts}}
print(json.dumps({{**told, "finders": len(sys.meta_path)}}))
"""


class Starts:
    """Starts of a program that imports a module of its own folder, `own`, and one package of Détente."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "program"
        self.bytecode = folder / "bytecode"
        self.package = copied_package(folder / "installed", *PARTS) / "explorer"
        self.folder.mkdir()
        self.own = self.folder / "own.py"
        self.own.write_text("import re\nVALUE = 1\nPATTERN = re.compile('[a-z]+(?P<end>x)')\n")
        self.age()

    def age(self) -> None:
        """Let some time pass since anything was changed."""
        for folder in (self.folder, self.package.parent):
            age(folder, *folder.rglob("*"))

    @property
    def bundle(self) -> Path | None:
        """The file, once it is written."""
        return next(self.bytecode.rglob("start.*.bundle"), None)

    def start(
        self,
        imported: str = "import own",
        *,
        meanwhile: str = "",
        within: str = "/",
        **environ: str,
    ) -> dict[str, Any]:
        """What a start tells that imports this too, and does that between its first frame and its end."""
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM.format(imported=imported, meanwhile=meanwhile)],
            env={
                "PYTHONPATH": str(self.package.parent),
                "PYTHONPYCACHEPREFIX": str(self.bytecode),
                "OWN_FOLDER": str(self.folder),
                **environ,
            },
            stdout=subprocess.PIPE,
            check=True,
            timeout=60,
            cwd=within,
        )
        told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return told


@pytest.fixture
def starts(tmp_path: Path) -> Starts:
    return Starts(tmp_path)


@pytest.fixture
def is_kept(starts: Starts) -> Callable[..., bool]:
    """Whether a start takes a module from the file."""

    def asked(name: str = "own", **environ: str) -> bool:
        return bool(starts.start(**environ)["loaders"][name] == "BundledLoader")

    return asked
