"""A copy of the package in which no other test, and no Python that keeps bytecode, changes anything."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]


def copied_package(folder: Path, *parts: str) -> Path:
    """Copy the package, or only some files and folders of it, into a new folder to import it from."""
    package = folder / "explorer"
    for part in parts or ("",):
        source = REPOSITORY / "explorer" / part
        package.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, package / part, ignore=ignored, dirs_exist_ok=True)
        else:
            shutil.copy2(source, package / part)
    age(folder, package, *package.rglob("*"))
    return folder


def age(*paths: Path) -> None:
    """Let some time pass since any of these has just been changed: of such as have nothing is kept."""
    for path in paths:
        found = path.stat()
        if found.st_mtime_ns > time.time_ns() - 10**10:
            os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns - 10**10))
