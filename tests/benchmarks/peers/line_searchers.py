"""Programs that look through lines of text, one process for each query: ripgrep and fzf."""

from __future__ import annotations

import subprocess
from shutil import which
from typing import TYPE_CHECKING

from peers.searcher import NotInstalledError, Searcher

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def ripgrep(texts: Sequence[str], folder: Path) -> Searcher:
    """`rg` on one file, an event a line; raises NotInstalledError without it."""
    command, file = _found("rg"), _written(texts, folder)

    def search(prefix: str) -> int:
        arguments = [command, "--no-config", "--fixed-strings", "--count", "--", prefix, str(file)]
        done = subprocess.run(arguments, stdout=subprocess.PIPE, check=False)
        return int(done.stdout or 0)

    return Searcher("rg", "a run, counts lines, anywhere in a word", search, exact=False)


def fzf(texts: Sequence[str], folder: Path) -> Searcher:
    """`fzf` as a filter of the same file; raises NotInstalledError without it."""
    command, file = _found("fzf"), _written(texts, folder)

    def search(prefix: str) -> int:
        with file.open("rb") as lines:
            arguments = [command, "--exact", "--filter", prefix]
            done = subprocess.run(arguments, stdin=lines, stdout=subprocess.PIPE, check=False)
        return done.stdout.count(b"\n")

    return Searcher("fzf", "a run, lines, anywhere in a word", search, exact=False, every=8)


def _found(name: str) -> str:
    command = which(name)
    if command is None:
        raise NotInstalledError("not installed")
    return command


def _written(texts: Sequence[str], folder: Path) -> Path:
    file = folder / "lines.txt"
    with file.open("w", encoding="utf-8", newline="\n") as lines:
        lines.writelines(f"{text}\n" for text in texts)
    return file
