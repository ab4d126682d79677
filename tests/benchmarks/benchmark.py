"""Détente beside its peers: one command, one table.

    python tests/benchmarks/benchmark.py [--sizes 1000,10000,100000,1000000] [--rows NAMES] [--repeat N]
                                         [--format table|json|markdown] [--folder FOLDER]

The peers are the optional dependencies `benchmarks`, and ripgrep, fzf and VisiData where they are installed.
Needs Linux: what a process costs is read from /proc.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path
from shutil import rmtree
from subprocess import CalledProcessError
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from outcome import Outcome
from setting import Setting
from table import FORMATS
from terminal import SilentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


SIZES = (1_000, 10_000, 100_000, 1_000_000)
ROWS = (
    "reading",
    "loading",
    "starting",
    "keystroke",
    "typing_keys",
    "timeline_keys",
    "quitting",
    "command_line",
)


def outcomes(setting: Setting, rows: Sequence[str]) -> Iterator[Outcome]:
    """Measure some rows, in their order; one that the program does not answer is said to be so."""
    for row in rows:
        setting.talk(f"== {row}")
        try:
            yield from import_module(f"rows.{row}").measure(setting)
        except (SilentError, CalledProcessError, OSError) as error:
            yield Outcome(row, f"{row}: not all could be measured", "", note=str(error))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status is 0 whatever is reached."""
    options = _parser().parse_args(arguments)
    with TemporaryDirectory(prefix="detente-benchmark-") as temporary:
        folder = (options.folder or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        setting = Setting(options.sizes, options.repeat, folder, _silent if options.quiet else _talk)
        # Nobody was anywhere yet, whatever an earlier run left.
        rmtree(setting.state, ignore_errors=True)
        measured = list(outcomes(setting, options.rows))
    sys.stdout.write(FORMATS[options.format](measured) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure Détente beside its peers.")
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="how many events, separated by commas")
    parser.add_argument("--rows", "--only", type=_rows, default=ROWS, help=f"only some of: {', '.join(ROWS)}")
    parser.add_argument("--format", choices=sorted(FORMATS), default="table")
    parser.add_argument("--repeat", type=int, default=1, help="how many times as much is measured")
    parser.add_argument("--folder", type=Path, help="keeps the generated datasets for the next run")
    parser.add_argument("--quiet", action="store_true", help="say nothing of what goes on")
    return parser


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(sorted(int(part) for part in text.split(",")))


def _rows(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    unknown = [name for name in names if name not in ROWS]
    if unknown:
        raise argparse.ArgumentTypeError(f"no row {', '.join(unknown)}; there are {', '.join(ROWS)}")
    return names


def _talk(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def _silent(text: str) -> None:
    pass


if __name__ == "__main__":
    sys.exit(main())
