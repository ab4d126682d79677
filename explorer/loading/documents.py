"""The texts of documents, read from files inside the dataset's folder."""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path

from explorer.loading.files import MEBIBYTE, UnreadableFileError, read_bytes

MAX_DOCUMENT_BYTES = 64 * MEBIBYTE

_HINT_OUTSIDE = "Copy it into the dataset's folder, and give its path from there."


def document_text(folder: Path, name: str, seen: list[Path]) -> str:
    """The text of a document's file, exactly as it stands on disk, line ends and byte order mark included.

    A path inside the folder is added to `seen`, whether there is a file or not.
    Raises UnreadableFileError: `outside-dataset`, `not-text`, or a code of `read_bytes`.
    """
    path = _path_inside(folder, name)
    seen.append(path)
    data = read_bytes(path, MAX_DOCUMENT_BYTES)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableFileError("not-text", "is written in UTF-16 or UTF-32", "Save it as UTF-8.")
    if (nul := data.find(0)) >= 0:
        raise UnreadableFileError("not-text", f"is not text: it has a NUL byte {_where(data, nul)}")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        message = f"is not UTF-8: it has a byte 0x{data[error.start]:02X} {_where(data, error.start)}"
        raise UnreadableFileError("not-text", message, "Save it as UTF-8.") from None


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path, with its symbolic links followed, leads into a folder."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _path_inside(folder: Path, name: str) -> Path:
    path = folder / name
    try:
        inside = _is_plainly_inside(folder, name) or (
            not Path(name).is_absolute() and is_inside(path, folder)
        )
    except ValueError:  # a NUL, or a character that the file system's encoding has not
        raise UnreadableFileError("file-missing", "is no file's name") from None
    if not inside:
        raise UnreadableFileError("outside-dataset", "is outside the dataset's folder", _HINT_OUTSIDE)
    return path


def _is_plainly_inside(folder: Path, name: str) -> bool:
    """Whether a name leads into a folder without a link or a way back; asks once for each of its parts.

    Raises ValueError for what is no file's name.
    """
    steps, path = name.split("/"), str(folder)
    if "" in steps or ".." in steps:
        return False
    for step in steps:
        path = f"{path}/{step}"
        try:
            if stat.S_ISLNK(os.lstat(path).st_mode):
                return False
        except OSError:
            return False
    return True


def _where(data: bytes, offset: int) -> str:
    line_start = data.rfind(b"\n", 0, offset) + 1
    line = data.count(b"\n", 0, offset) + 1
    return f"on line {line}, column {len(data[line_start:offset].decode(errors='replace')) + 1}"
