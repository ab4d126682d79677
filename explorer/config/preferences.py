"""What the app starts with: settings and keys, read from a note of them where the config file is as it was.

Reading YAML takes a fifth of the time until the first frame, so a config file without problems is noted as
JSON in the cache folder, with the state of the file.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, field
from typing import TYPE_CHECKING, Any
from zlib import crc32

from explorer import __version__
from explorer.config.config_file import config_path, open_config
from explorer.config.keymap import Keymap
from explorer.config.settings import Settings
from explorer.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from explorer.config.keymap import Bound
    from explorer.problems import Problem

_OWNER_ONLY = 0o700


@dataclass(frozen=True, slots=True)
class Preferences:
    """The settings, the keys that hold, and what is wrong in the config file, by place."""

    settings: Settings = field(default_factory=Settings)
    keymap: Keymap = field(default_factory=Keymap)
    problems: tuple[Problem, ...] = ()


def read_preferences(registry: Sequence[Bound], *, use_cache: bool = True) -> Preferences:
    """What the config file says, checked against the actions that there are; never raises."""
    path = config_path()
    key = _key(path, registry)
    if key is None:
        return Preferences()
    if use_cache and (noted := _noted(key)) is not None:
        return noted
    from explorer.config.remapping import remapped

    config = open_config(path)
    keymap, problems = remapped(registry, config.settings.keys)
    found = Preferences(config.settings, keymap, (*config.problems, *problems))
    if use_cache and not found.problems:
        # A note that cannot be written costs time at the next start, and nothing else.
        with suppress(OSError):
            _note(key, found)
    return found


def note_path() -> Path:
    """Where the note is."""
    from platformdirs import user_cache_path

    return user_cache_path("detente", appauthor=False) / "config.json"


def _key(path: Path, registry: Sequence[Bound]) -> list[object] | None:
    """What a note depends on; None where there is no config file."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        # A link to nowhere is one that cannot be read.
        return [] if path.is_symlink() else None
    except (OSError, ValueError):
        return []
    state = [found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns]
    actions = crc32(repr([(action.id, action.where, action.keys) for action in registry]).encode())
    return [__version__, str(path), *state, actions]


def _noted(key: list[object]) -> Preferences | None:
    try:
        noted: dict[str, Any] = json.loads(note_path().read_bytes())
        if not key or noted["key"] != key:
            return None
        keymap = {str(id_): tuple(map(str, keys)) for id_, keys in noted["keys"].items()}
        return Preferences(Settings(**noted["settings"]), Keymap(keymap))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _note(key: list[object], found: Preferences) -> None:
    settings = {name: value for name, value in asdict(found.settings).items() if name != "keys"}
    text = json.dumps({"key": key, "settings": settings, "keys": dict(found.keymap.changed)})
    path = note_path()
    path.parent.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
    unfinished = path.with_name(f".config.{os.getpid()}.json")
    unfinished.write_text(text, encoding="ascii")
    unfinished.replace(path)
