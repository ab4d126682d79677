"""The names of keys: as people write them in a config file, and as the screen's library knows them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_MODIFIERS = {
    "alt": "alt", "option": "alt", "m": "alt", "ctrl": "ctrl", "control": "ctrl", "c": "ctrl",
    "hyper": "hyper", "meta": "meta", "shift": "shift", "s": "shift", "super": "super", "cmd": "super",
}  # fmt: skip
# The order in which the library names them.
_ORDER = ("alt", "ctrl", "hyper", "meta", "shift", "super")

NAMED_KEYS = frozenset(
    {
        "backspace", "delete", "down", "end", "enter", "escape", "home", "insert", "left", "pagedown",
        "pageup", "right", "space", "tab", "up", *(f"f{number}" for number in range(1, 25)),
    }
)  # fmt: skip

_ALSO_CALLED = {
    "↑": "up", "↓": "down", "←": "left", "→": "right", " ": "space", "esc": "escape", "return": "enter",
    "del": "delete", "ins": "insert", "page up": "pageup", "page_up": "pageup", "pgup": "pageup",
    "page down": "pagedown", "page_down": "pagedown", "pgdn": "pagedown", "pgdown": "pagedown",
}  # fmt: skip

# What the library calls a character, where that is not its Unicode name.
_CHARACTERS = {"/": "slash", "\\": "backslash", "@": "at", "-": "minus", "+": "plus", "_": "underscore"}
_BY_NAME = {name: character for character, name in _CHARACTERS.items()}

_SHOWN = {"pagedown": "page down", "pageup": "page up", "up": "↑", "down": "↓", "left": "←", "right": "→"}

_SEPARATOR = re.compile(r"\+(?=.)", re.DOTALL)


def key_of(written: str) -> str | None:
    """The library's name of a key that somebody has written; None where there is no such key.

    `?` and `question_mark` are one key, as are `G` and `shift+g`, `ctrl+A` and `ctrl+a`.
    """
    *modifiers, base = _SEPARATOR.split(written) if len(written) > 1 else [written]
    held = {_MODIFIERS.get(modifier.lower(), "") for modifier in modifiers}
    name = _base(base)
    if name is None or "" in held:
        return None
    if held == {"shift"} and len(name) == 1 and len(name.upper()) == 1 and name.upper() != name.lower():
        return name.upper()
    if held and len(name) == 1:
        name = name.lower()
    return "+".join([*(modifier for modifier in _ORDER if modifier in held), name])


def types_text(key: str) -> bool:
    """Whether a key of the library's types a character into a line of text."""
    return "+" not in key and (key == "space" or key not in NAMED_KEYS)


def shown_key(key: str) -> str:
    """A key of the library's as a person reads it: `ctrl+slash` is `ctrl+/`, `pagedown` is `page down`."""
    *modifiers, base = key.split("+")
    return "+".join([*modifiers, _SHOWN[base]]) if base in _SHOWN else written_key(key)


def written_key(key: str) -> str:
    """A key of the library's as a config file may have it: `ctrl+/`, `pagedown`."""
    *modifiers, base = key.split("+")
    shown = base if len(base) == 1 or base in NAMED_KEYS else _character_of(base) or base
    return "+".join([*modifiers, shown])


def _base(written: str) -> str | None:
    if len(written) == 1:
        return _ALSO_CALLED.get(written) or _name_of(written)
    lower = written.lower()
    name = _ALSO_CALLED.get(lower, lower)
    if name in NAMED_KEYS:
        return name
    character = _character_of(name)
    return None if character is None else _name_of(character)


def _name_of(character: str) -> str | None:
    if character in _CHARACTERS:
        return _CHARACTERS[character]
    if character.isalnum():
        return character
    return unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_") or None


def _character_of(name: str) -> str | None:
    """The character that is known by a name (`question_mark`); None where it has none."""
    if name in _BY_NAME:
        return _BY_NAME[name]
    try:
        return unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return _hyphenated().get(name)


@cache
def _hyphenated() -> dict[str, str]:
    """The characters, as far as keyboards have them, in whose Unicode names a hyphen was replaced."""
    named = ((unicodedata.name(chr(code), ""), chr(code)) for code in range(0x20, 0x3000))
    return {_name_of(character) or "": character for name, character in named if "-" in name}
