"""A piece of work on a dataset in a fresh process, timed in it and weighed from outside.

python tests/benchmarks/fresh.py WORK DATASET     prints the seconds, imports not counted
"""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from time import perf_counter, sleep
from typing import TYPE_CHECKING

from processes import tree_memory

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SAMPLING = 0.02


def seconds(work: str, dataset: Path, environ: Mapping[str, str]) -> float:
    """How long the work takes, no file waited for; raises CalledProcessError where it fails."""
    for path in dataset.rglob("*"):
        if path.is_file():
            # The system keeps it in memory for a while.
            path.read_bytes()
    done = subprocess.run(_command(work, dataset), env=environ, stdout=subprocess.PIPE, check=True)
    return float(done.stdout)


def peak(work: str, dataset: Path, environ: Mapping[str, str]) -> int:
    """The most memory (PSS) in bytes that the process and those that it starts held together.

    Raises CalledProcessError where the work fails.
    """
    process = subprocess.Popen(_command(work, dataset), env=environ, stdout=subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        most = max(most, tree_memory(process.pid))
        sleep(_SAMPLING)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return most


def _command(work: str, dataset: Path) -> list[str]:
    return [sys.executable, __file__, work, str(dataset)]


def _files(dataset: Path) -> list[Path]:
    return sorted(dataset.rglob("*.yaml"))


def _raw_parse(dataset: Path) -> Callable[[], object]:
    """What libyaml itself needs for its events."""
    from yaml._yaml import CParser

    return lambda: [CParser(path.read_bytes()).raw_parse() for path in _files(dataset)]


def _load(dataset: Path) -> Callable[[], object]:
    """Détente's loader, in one process: parsed, validated, dated, every record with its place."""
    from explorer.loading import load

    return lambda: load(dataset)


def _yaml_load(dataset: Path) -> Callable[[], object]:
    """PyYAML with libyaml, to dictionaries and lists."""
    import yaml

    return lambda: [yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in _files(dataset)]


def _open(dataset: Path) -> Callable[[], object]:
    """Détente's store, as anyone opens it."""
    from opening import open_store

    # The program imports these when it first needs them, which would be timed.
    for module in ("explorer.opening.opening", "explorer.building"):
        import_module(module)
    return lambda: open_store(dataset)


WORKS = {"raw_parse": _raw_parse, "load": _load, "yaml_load": _yaml_load, "open": _open}


def main(work: str, dataset: str) -> None:
    """Do a piece of work once, and tell how long it took."""
    task = WORKS[work](Path(dataset))
    start = perf_counter()
    kept = task()
    taken = perf_counter() - start
    del kept
    sys.stdout.write(f"{taken}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
