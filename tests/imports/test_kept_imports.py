"""What a start imports is kept for the next one, for as long as it is the same."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import pytest


class Starts(Protocol):
    folder: Path
    own: Path
    package: Path
    bundle: Path | None

    def age(self) -> None: ...
    def start(
        self, imported: str = ..., *, meanwhile: str = ..., within: str = ..., **environ: str
    ) -> dict[str, Any]: ...


IsKept = Callable[..., bool]


def test_the_second_start_imports_from_one_file_what_the_first_imported_from_many(starts: Starts) -> None:
    first = starts.start()
    second = starts.start()
    assert first["loaders"]["own"] == first["loaders"]["explorer.dates.grammar"] == "SourceFileLoader"
    assert second["loaders"]["own"] == second["loaders"]["explorer.dates.grammar"] == "BundledLoader"
    kept = [name for name, loader in second["loaders"].items() if loader == "BundledLoader"]
    assert second["bytecode"] <= first["bytecode"] - len(kept)


CLASSES = """
from dataclasses import dataclass
from typing import NamedTuple, Optional
@dataclass(frozen=True)
class Place:
    file: str
    line: int = 1
class Pair(NamedTuple):
    first: int
    second: Optional["Place"] = None
WANTED = Pair(1, Place("x")), Place("x") == Place("x", 1), repr(Place("x"))
"""


def test_the_second_start_compiles_nothing_that_the_first_has_compiled(starts: Starts) -> None:
    starts.own.write_text(CLASSES)
    starts.age()
    tell = "import own; facts.append(repr(own.WANTED)); facts.append(str(own.Pair.__annotations__))"
    first, second = starts.start(tell), starts.start(tell)
    assert first["compiled"] >= 8
    assert second["compiled"] == 0
    assert first["facts"] == second["facts"]
    later = "import own, typing, sys; facts.append(sum(n in vars(sys.modules[m]) for m, n in NAMES.items()))"
    names = "NAMES = dict(typing='compile', dataclasses='exec', collections='eval')"
    assert starts.start(meanwhile=f"{names}; {later}")["facts"] == [0]


def test_nothing_of_it_is_left_among_the_finders_once_the_first_frame_stands(starts: Starts) -> None:
    assert starts.start()["finders"] == starts.start()["finders"]


def test_a_start_that_finds_all_writes_nothing(starts: Starts) -> None:
    starts.start()
    assert starts.bundle is not None
    before = starts.bundle.stat()
    starts.start()
    assert starts.bundle.stat().st_ino == before.st_ino


def test_a_changed_source_is_read_and_kept_anew(starts: Starts, is_kept: IsKept) -> None:
    starts.start()
    starts.own.write_text("VALUE = 2\n")
    starts.age()
    assert starts.start("import own; assert own.VALUE == 2")["loaders"]["own"] == "SourceFileLoader"
    assert is_kept()
    assert starts.start("import own; assert own.VALUE == 2")["loaders"]["own"] == "BundledLoader"


def test_a_change_that_keeps_size_and_second_is_seen(starts: Starts) -> None:
    starts.start()
    before = starts.own.stat()
    starts.own.write_text(starts.own.read_text().replace("1", "2"))
    os.utime(starts.own, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert starts.start()["loaders"]["own"] == "SourceFileLoader"


@pytest.mark.parametrize("name", ["re.py", "another.py", "re/__init__.py"])
def test_where_another_module_could_be_found_now_nothing_is_used(
    starts: Starts, is_kept: IsKept, name: str
) -> None:
    starts.start()
    assert is_kept()
    path = starts.folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("from importlib.machinery import SourceFileLoader\ncompile = lambda *_: None\n")
    assert not is_kept()


@pytest.mark.parametrize("name", ["records", "dates/record"])
def test_where_a_module_of_the_package_could_be_another_one_now_nothing_is_used(
    starts: Starts, is_kept: IsKept, name: str
) -> None:
    starts.start()
    assert is_kept("explorer.records")
    (starts.package / name).mkdir()
    shutil.copy(starts.package / f"{name}.py", starts.package / name / "__init__.py")
    assert not is_kept("explorer.records")


def test_modules_of_a_package_without_a_file_of_its_own_are_kept(starts: Starts, tmp_path: Path) -> None:
    inner, elsewhere = starts.folder / "space" / "inner.py", starts.package.parent / "space"
    for folder in (inner.parent, elsewhere):
        folder.mkdir()
    inner.touch()
    starts.age()
    starts.start("import space.inner")
    assert starts.start("import space.inner")["loaders"]["space.inner"] == "BundledLoader"
    (elsewhere / "__init__.py").touch()
    shutil.move(inner, elsewhere)
    assert starts.start("import space.inner")["loaders"]["space.inner"] == "SourceFileLoader"


def test_a_folder_that_becomes_a_package_is_seen(starts: Starts, is_kept: IsKept) -> None:
    for folder in ("own", "re"):
        (starts.folder / folder).mkdir()
        (starts.folder / folder / "a file of another kind").touch()
    starts.age()
    starts.start()
    assert is_kept()
    (starts.folder / "own" / "__init__.py").touch()
    assert not is_kept()


def test_what_another_module_takes_the_place_of_before_the_end_is_not_kept(starts: Starts) -> None:
    grown = starts.folder / "own" / "__init__.py"
    meanwhile = f"""
os.mkdir({str(grown.parent)!r})
with open({str(grown)!r}, "w") as file: file.write("VALUE = 'another'")
for path in {str(starts.folder)!r}, {str(grown.parent)!r}, {str(grown)!r}: os.utime(path, (1, 1))
"""
    starts.start(meanwhile=meanwhile)
    assert starts.start("import own; assert own.VALUE == 'another'")
    assert starts.start("import own; assert own.VALUE == 'another'")["loaders"]["own"] == "BundledLoader"


def test_a_change_that_keeps_size_and_time_is_seen(starts: Starts, is_kept: IsKept) -> None:
    starts.start()
    assert is_kept()
    before = starts.own.stat()
    starts.own.write_text(starts.own.read_text().replace("1", "2"))
    os.utime(starts.own, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not is_kept()


def test_what_cannot_be_kept_is_not_gathered_at_each_end(starts: Starts) -> None:
    nowhere = str(starts.own)  # a file: no folder for bytecode can be made in it
    assert "explorer.imports.writing" not in starts.start(PYTHONPYCACHEPREFIX=nowhere)["loaders"]


def test_a_lost_source_is_missed(starts: Starts) -> None:
    starts.start()
    starts.own.unlink()
    looked = "try:\n        import own\n    except ModuleNotFoundError:\n        import json"
    assert "own" not in starts.start(looked)["loaders"]


def test_another_search_path_is_another_matter(starts: Starts, is_kept: IsKept, tmp_path: Path) -> None:
    starts.start()
    assert not is_kept(PYTHONPATH=f"{tmp_path}:{Path(__file__).parents[2]}")


def test_of_what_has_just_been_changed_nothing_is_kept(starts: Starts, is_kept: IsKept) -> None:
    starts.own.write_text("VALUE = 3\n")
    starts.start()
    assert starts.bundle is None
    starts.age()
    starts.start()
    assert is_kept()


def test_where_python_writes_no_bytecode_none_is_kept(starts: Starts, is_kept: IsKept) -> None:
    starts.start(PYTHONDONTWRITEBYTECODE="1")
    assert starts.bundle is None
    starts.start()
    assert is_kept(PYTHONDONTWRITEBYTECODE="1")


def test_a_folder_that_cannot_be_written_is_no_failure(starts: Starts) -> None:
    starts.start()
    assert starts.bundle is not None
    folder = starts.bundle.parent
    shutil.rmtree(folder)
    folder.write_text("no folder")
    starts.start()
    assert folder.is_file()


def test_where_the_working_directory_is_searched_first_nothing_is_kept(starts: Starts) -> None:
    for first in ("", str(starts.folder)):
        told = starts.start("import own", within=str(starts.folder), OWN_FOLDER=first)
        assert starts.bundle is None
        assert "own" in told["loaders"]


def test_where_a_place_is_searched_that_depends_on_the_working_directory_nothing_is_kept(
    starts: Starts, is_kept: IsKept
) -> None:
    """A change there could not be told from another working directory."""
    relative = "import sys; sys.path.append('lib')\n"
    (starts.package.parent / "sitecustomize.py").write_text(relative)
    starts.age()
    starts.start()
    assert starts.bundle is None


def test_a_thread_that_imports_while_the_first_frame_is_drawn_finds_what_it_looks_for(starts: Starts) -> None:
    starts.start()
    looking = """import own
    there = iter(sys.meta_path)
    while type(next(there)).__name__ != "BundledModules": pass
    imports.drawn()
    assert "PathFinder" in [finder.__name__ for finder in there]"""
    assert starts.start(looking)["loaders"]["own"] == "BundledLoader"


def test_a_start_that_imports_much_more_adds_it_to_what_is_kept(starts: Starts) -> None:
    starts.start()
    more = "import own, http.server, unittest.mock, csv"
    assert starts.start(more)["loaders"]["csv"] == "SourceFileLoader"
    assert starts.start(more)["loaders"]["csv"] == "BundledLoader"
    told = starts.start()
    assert told["loaders"]["own"] == "BundledLoader"
    assert "csv" not in told["loaders"]


def test_a_module_is_as_if_python_had_found_it(starts: Starts) -> None:
    described = """import own, inspect, explorer.dates, importlib.resources
    for module in (own, explorer.dates):
        spec = module.__spec__
        facts += [module.__file__, module.__cached__, module.__package__, spec.name, spec.origin, spec.parent,
                  spec.cached, spec.has_location, list(spec.submodule_search_locations or ()),
                  list(getattr(module, '__path__', ())), inspect.getsource(module)]
    assert importlib.resources.files(explorer.dates).joinpath("grammar.py").is_file()
    assert importlib.reload(own).VALUE == 1"""
    first, second = starts.start(described), starts.start(described)
    assert first["loaders"]["explorer.dates"] != second["loaders"]["explorer.dates"]
    assert first["facts"] == second["facts"]
    assert first["facts"][0] == str(starts.own)
