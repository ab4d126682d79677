"""The config file: where it is, and what it says.  Whatever is wrong in it, the rest of it holds."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from explorer.config.settings import Settings
from explorer.model import Place
from explorer.problems import Problem
from explorer.records import dataclass

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a file, and what is wrong in it, by place."""

    path: Path
    settings: Settings = field(default_factory=Settings)
    problems: tuple[Problem, ...] = ()


def config_path() -> Path:
    """Where the config file is, whether or not there is one: `detente/config.yaml` in the user's folder."""
    from platformdirs import user_config_path

    return user_config_path("detente", appauthor=False) / "config.yaml"


def open_config(path: Path | None = None) -> Config:
    """What the config file says; without one nothing is set.  Never raises: what is wrong is a problem."""
    path = path or config_path()
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return Config(path)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        return Config(path, problems=(_unreadable(path, f"cannot be read: {reason}"),))
    from explorer.config.reading import read_settings
    from explorer.loading.files import UnreadableFileError

    try:
        return Config(path, *read_settings(path))
    except UnreadableFileError as error:
        return Config(path, problems=(_unreadable(path, error.message, error.hint),))


def _unreadable(path: Path, message: str, hint: str = "") -> Problem:
    place = Place(str(path), 0, 0)
    return Problem(
        file=place.file,
        line=place.line,
        column=place.column,
        severity="error",
        code="config-unreadable",
        message=f"the config file {message}",
        hint=hint,
    )
