"""Where datasets are, and which files they are made of."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from explorer.loading.documents import is_inside
from explorer.model import Place
from explorer.problems import DatasetError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.loading.log import ProblemLog

DATASET_FILE = "dataset.yaml"
_SUFFIXES = (".yaml", ".yml")


def find_dataset(start: Path) -> Path | None:
    """The nearest folder with a dataset.yaml: `start`, or one above it; None if there is none."""
    if (start / DATASET_FILE).is_file():
        return start
    for folder in start.resolve().parents:
        if (folder / DATASET_FILE).is_file():
            return folder if start.is_absolute() else Path(os.path.relpath(folder))
    return None


def shipped_dataset() -> Path:
    """The folder of the dataset that comes with the program: in the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "data"
    return shipped if shipped.is_dir() else package.parent / "data"


class Layout(NamedTuple):
    """How a dataset lies on disk.

    `folder` is where its documents are, `main` the file that may hold its metadata, `title` what it is called
    if that gives none.  It `is_folder` if it is made of all the YAML files there.
    """

    path: Path
    folder: Path
    main: Path
    title: str
    is_folder: bool


def layout_of(path: Path) -> Layout:
    """The layout of the dataset at a path; raises DatasetError if nothing is there."""
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no such path"
        raise DatasetError(f"{path} cannot be opened: {reason}") from None
    if path.name == DATASET_FILE and not is_folder:
        path, is_folder = path.parent, True
    if is_folder:
        return Layout(path, path, path / DATASET_FILE, path.resolve().name, is_folder)
    return Layout(path, path.parent, path, path.stem, is_folder)


def files_of(layout: Layout, log: ProblemLog, seen: list[Path]) -> list[Path]:
    """The files that a dataset is made of, by path; raises DatasetError if there is none.

    To `seen` is added each folder, file and link that this depends on.
    """
    seen.append(layout.main)
    if not layout.is_folder:
        return [layout.path]
    found = yaml_files(layout.folder, log, seen)
    if not found:
        problems = log.problems()
        reason = problems[0].message if problems else "the folder holds no YAML file"
        raise DatasetError(f"{layout.path} cannot be opened: {reason}")
    if not os.path.lexists(layout.main):
        place, message = Place(str(layout.main), 0, 0), f"the dataset has no {DATASET_FILE}"
        log.warning(place, "missing-dataset-file", message, "Write one, with title: and version: 1.")
    return found


def yaml_files(folder: Path, log: ProblemLog, seen: list[Path]) -> list[Path]:
    """The YAML files in a folder, at any depth, by path.

    What begins with a dot is not looked at.  Links that lead out of the folder (`outside-dataset`), linked
    folders (`linked-folder`) and folders that cannot be listed (`file-unreadable`) are reported; a link to a
    file that is read anyway is passed over.
    """
    found = sorted(_candidates(folder, log, seen))
    seen += found
    read = {os.path.realpath(path) for path in found if not path.is_symlink()}
    return [path for path in found if not path.is_symlink() or _is_wanted(path, folder, read, log)]


def _candidates(folder: Path, log: ProblemLog, seen: list[Path]) -> Iterator[Path]:
    def unlistable(error: OSError) -> None:
        message = f"the folder cannot be listed: {error.strerror}"
        log.error(Place(str(error.filename), 0, 0), "file-unreadable", message)
        seen.append(Path(error.filename))

    for parent, folders, files in os.walk(folder, onerror=unlistable):
        seen.append(Path(parent))
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in folders:
            path = Path(parent, name)
            if path.is_symlink():
                message = "a folder reached through a symbolic link is not read"
                log.warning(
                    Place(str(path), 0, 0), "linked-folder", message, "Move its files into the dataset."
                )
        for name in files:
            if not name.startswith(".") and name.lower().endswith(_SUFFIXES):
                yield Path(parent, name)


def _is_wanted(link: Path, folder: Path, read: set[str], log: ProblemLog) -> bool:
    if not is_inside(link, folder):
        message = "the symbolic link leads out of the dataset's folder; it is not read"
        log.error(Place(str(link), 0, 0), "outside-dataset", message, "Copy the file into the folder.")
        return False
    target = os.path.realpath(link)
    is_new = target not in read
    read.add(target)
    return is_new
