"""From the text of a config file to settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from explorer.config.settings import MOTIONS, Settings, Wanted
from explorer.loading.encoding import clean_utf8
from explorer.loading.files import MEBIBYTE, read_bytes
from explorer.loading.log import ProblemLog
from explorer.loading.nodes import Mapping, Node, Scalar, Sequence, is_nothing, type_of
from explorer.loading.recovery import read_entries
from explorer.loading.suggestions import Suggester
from explorer.loading.wording import quoted
from explorer.loading.yaml_file import YamlFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from explorer.model import Place
    from explorer.problems import Problem

KEYS = ("theme", "keys", "compact", "motion", "screen_reader", "editor")
_LARGEST = MEBIBYTE
# A sample whose lines are all commented out is a config file, too.
_NO_PROBLEM = "empty-file"
# As in the core schema of YAML 1.2: "no" and "off" are texts.
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NULLS = ("", "~", "null", "Null", "NULL")


def read_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings in a file, and what is wrong in it; raises UnreadableFileError."""
    log = ProblemLog()
    reader = _Reader(YamlFile(path, log, Suggester()))
    for entry in read_entries(clean_utf8(read_bytes(path, _LARGEST), str(path), log), reader.file):
        if not entry.is_broken:
            reader.take(entry.key, entry.node)
    problems = (problem for problem in log.problems() if problem.code != _NO_PROBLEM)
    return reader.settings, tuple(problems)


class _Reader:
    """Takes one setting after the other, and reports those that cannot be."""

    def __init__(self, file: YamlFile) -> None:
        self.file = file
        self.settings = Settings()

    def take(self, key: Scalar, node: Node) -> None:
        if key.value not in KEYS:
            hint = self.file.suggester.hint(key.value, KEYS) or f"There are {', '.join(KEYS)}."
            message = f"there is no setting {quoted(key.value)}; it is not read"
            self.file.error(key, "unknown-setting", message, hint)
        elif not _is_null(node):
            value: dict[str, Any] = {key.value: self._value(key.value, node)}
            self.settings = replace(self.settings, **value)

    def _value(self, key: str, node: Node) -> object:
        match key:
            case "keys":
                return tuple(self._wanted(node))
            case "motion":
                return self._choice(node, key, MOTIONS)
            case "compact" | "screen_reader":
                return self._truth(node, key)
            case _:
                return self._text(node, key)

    def _text(self, node: Node, key: str) -> str | None:
        if isinstance(node, Scalar) and node.value.strip():
            return node.value.strip()
        self._wrong(node, f"{key} must be a text, not {_kind(node)}", "Write it on the line of its key.")
        return None

    def _truth(self, node: Node, key: str) -> bool | None:
        truth = _TRUTHS.get(node.value) if isinstance(node, Scalar) and not node.style else None
        if truth is None:
            self._wrong(node, f"{key} must be true or false, not {_kind(node)}", "Write true or false.")
        return truth

    def _choice(self, node: Node, key: str, choices: tuple[str, ...]) -> str | None:
        if isinstance(node, Scalar) and node.value in choices:
            return str(node.value)
        listed = ", ".join(choices)
        self._wrong(node, f"{key} must be one of {listed}, not {_kind(node)}", f"Write one of {listed}.")
        return None

    def _wanted(self, node: Node) -> Iterator[Wanted]:
        if not isinstance(node, Mapping):
            hint = "Write one action a line, indented below it: `search: [/, ctrl+f]`."
            self._wrong(node, f"keys must be a mapping of actions to keys, not {_kind(node)}", hint)
            return
        for id_, key in node.keys.items():
            value, place = node.values[id_], self.file.place(key)
            if _is_null(value) or (isinstance(value, Sequence) and not value.items):
                yield Wanted(id_, (), place)
            elif pressed := self._pressed(id_, value):
                yield Wanted(id_, pressed, place)

    def _pressed(self, id_: str, node: Node) -> tuple[tuple[str, Place], ...]:
        """The keys of a list, or the only one that stands without brackets."""
        found = []
        for item in node.items if isinstance(node, Sequence) else [node]:
            if isinstance(item, Scalar) and item.value:
                found.append((item.value, self.file.place(item)))
            else:
                hint = f"Write a list of keys, as in `{id_}: [a, ctrl+b]`, or null for none."
                self._wrong(item, f"a key of {quoted(id_)} must be a text, not {_kind(item)}", hint)
        return tuple(found)

    def _wrong(self, node: Node, message: str, hint: str) -> None:
        self.file.error(node, "bad-setting", f"{message}; it is not read", hint)


def _kind(node: Node) -> str:
    return quoted(node.value) if isinstance(node, Scalar) else type_of(node)


def _is_null(node: Node) -> bool:
    return is_nothing(node) or (isinstance(node, Scalar) and not node.style and node.value in _NULLS)
