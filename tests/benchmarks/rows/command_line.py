"""The command line: how long a command takes that opens no app, beside starting Python."""

from __future__ import annotations

import subprocess
import sys
from time import perf_counter
from typing import TYPE_CHECKING

from figures import Figures
from outcome import Outcome, Peer, Target, ratio
from setting import SHIPPED, detente

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from setting import Setting

RUNS = 21
COMMANDS = {
    "detente --version": detente("--version"),
    "detente --help": detente("--help"),
    "detente search, shipped dataset": detente("search", "cuba", "--data", SHIPPED),
}
PYTHON = "python -c pass"
TIMES_OF_PYTHON = 3
SEARCH_MS = 300


def measure(setting: Setting) -> Iterator[Outcome]:
    """The rows of this part; every command in turn, so that all meet the same machine."""
    environ = setting.environ(setting.cache)
    commands = {PYTHON: [sys.executable, "-c", "pass"], **COMMANDS}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(RUNS * setting.repeat + 1):
        for name, command in commands.items():
            taken = _taken(command, environ)
            # The first run finds files that nobody has read yet.
            if run:
                times[name].append(taken)
    figures = {name: Figures.of(taken) for name, taken in times.items()}
    for name in COMMANDS:
        yield _outcome(name, figures[name], figures[PYTHON])


def _taken(command: list[str], environ: Mapping[str, str]) -> float:
    """The milliseconds of a run; raises CalledProcessError where it fails."""
    start = perf_counter()
    subprocess.run(command, env=environ, capture_output=True, check=True)
    return 1000 * (perf_counter() - start)


def _outcome(name: str, ours: Figures, python: Figures) -> Outcome:
    target = Target("median / python", ratio(ours.median, python.median), "at most", TIMES_OF_PYTHON)
    if "search" in name:
        target = Target("median in ms", ours.median, "at most", SEARCH_MS)
    return Outcome("command_line", name, "ms", None, ours, (Peer(PYTHON, python),), (target,))
