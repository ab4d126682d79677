"""What a run of the benchmarks works on: sizes, generated datasets, environments for the programs."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

from generate import SEED, generate

if TYPE_CHECKING:
    from collections.abc import Callable

SHIPPED = Path(__file__).resolve().parents[2] / "data"


@dataclass(frozen=True, slots=True)
class Setting:
    """`repeat` multiplies how often everything is measured; `talk` is told what goes on."""

    sizes: tuple[int, ...]
    repeat: int
    folder: Path
    talk: Callable[[str], None]

    def sizes_among(self, *wanted: int) -> tuple[int, ...]:
        """The sizes asked for that a row is about; where none is, all that are asked for."""
        return tuple(size for size in self.sizes if size in wanted) or self.sizes

    def dataset(self, events: int) -> Path:
        """The folder of a generated dataset, which is written when first asked for."""
        folder = self.folder / f"dataset-{events}-{SEED}"
        if not folder.exists():
            self.talk(f"writing {events:,} events")
            # Under another name first: what is there is whole.
            half = folder.with_suffix(".half")
            rmtree(half, ignore_errors=True)
            generate(events, half)
            half.rename(folder)
        return folder

    @property
    def cache(self) -> Path:
        """The cache folder of every warm start."""
        return self.folder / "cache"

    @property
    def state(self) -> Path:
        """What the program remembers of where somebody was."""
        return self.folder / "state"

    def scratch(self, name: str) -> Path:
        """An empty folder for anything."""
        folder = self.folder / "scratch" / name
        rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    def environ(self, cache: Path) -> dict[str, str]:
        """For a program that knows nobody's settings and has this cache folder."""
        kept = {key: os.environ[key] for key in ("PATH", "PYTHONPATH") if key in os.environ}
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        folders = {"HOME": home, "XDG_CACHE_HOME": cache, "XDG_STATE_HOME": self.state, "TMPDIR": self.folder}
        return kept | {name: str(folder) for name, folder in folders.items()}


def detente(*arguments: str | Path) -> list[str]:
    """The command line of the installed program."""
    return [str(Path(sys.executable).with_name("detente")), *map(str, arguments)]
