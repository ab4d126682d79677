"""Writing what is shown to a file: the file is as before until all of the new one is there."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import copymode
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from explorer.store import Store

ExportFormat = Literal["markdown", "csv"]
EXPORTS: dict[ExportFormat, str] = {"markdown": "Markdown with footnotes", "csv": "CSV"}
SUFFIXES: dict[ExportFormat, str] = {"markdown": ".md", "csv": ".csv"}


class CancelledError(Exception):
    """The person no longer wants the file."""


def exported(store: Store, numbers: Iterable[int], format_: ExportFormat) -> Iterator[str]:
    """The text of the file in pieces; the events are given in time order."""
    if format_ == "csv":
        from explorer.formats.event_csv import event_csv

        return event_csv(store, numbers)
    from explorer.formats.markdown import events_markdown

    return events_markdown(store, numbers)


def suggested_path(store: Store, format_: ExportFormat, folder: Path) -> Path:
    """A name in a folder that says what the file is of; the first such name that is free."""
    stem = store.dataset.path.resolve().stem or "events"
    names = (f"{stem}{number}{SUFFIXES[format_]}" for number in ("", *(f"-{n}" for n in range(2, 1000))))
    paths = [folder / name for name in names]
    return next((path for path in paths if not os.path.lexists(path)), paths[0])


def path_typed(text: str) -> Path:
    """The path that somebody typed; ~ is their home."""
    return Path(text.strip()).expanduser()


def objection(path: Path) -> str:
    """Why nothing can be written to a path, in a sentence; empty where it can be tried.

    Raises OSError, ValueError or RuntimeError for what can be no path: too long, a NUL, a loop of links.
    """
    path.resolve()
    if path.name in ("", ".."):
        return "Type the name of a file."
    if path.is_dir():
        return f"{path} is a folder; type the name of a file in it."
    if not path.parent.is_dir():
        return f"There is no folder {path.parent}."
    return ""


def write_export(path: Path, pieces: Iterable[str], is_cancelled: Callable[[], bool]) -> None:
    """Write the pieces to a file beside it, then put that in the path's place; a link is followed.

    Raises OSError where that fails, CancelledError when it is no longer wanted; either way the path is then
    as it was, and nothing else is left behind.
    """
    target = path.resolve()
    with NamedTemporaryFile(
        "w", encoding="utf-8", errors="replace", newline="", dir=target.parent, prefix=".", delete=False
    ) as file:
        unfinished = Path(file.name)
        try:
            for piece in pieces:
                if is_cancelled():
                    raise CancelledError
                file.write(piece)
            file.close()
            _take_mode(target, unfinished)
            unfinished.replace(target)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise


def _take_mode(target: Path, new: Path) -> None:
    """Give the new file the permissions of the one that it replaces, else those of any new file."""
    if target.exists():
        copymode(target, new)
    else:
        mask = os.umask(0)
        os.umask(mask)
        new.chmod(0o666 & ~mask)
