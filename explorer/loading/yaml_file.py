"""The YAML file being read: its name, and what is wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.loading.nodes import Node, place_of

if TYPE_CHECKING:
    from pathlib import Path

    from yaml.events import Event

    from explorer.loading.log import ProblemLog
    from explorer.loading.suggestions import Suggester
    from explorer.model import Place


class YamlFile:
    """A file of a dataset; its name is the path under which a person would open it."""

    __slots__ = ("log", "name", "path", "suggester")

    def __init__(self, path: Path, log: ProblemLog, suggester: Suggester) -> None:
        self.path = path
        self.name = str(path)
        self.log = log
        self.suggester = suggester

    def place(self, node: Node | Event) -> Place:
        """Where a node begins."""
        return place_of(node, self.name)

    def error(
        self, node: Node | Event, code: str, message: str, hint: str = "", event: str | None = None
    ) -> None:
        """Note an error where a node begins."""
        self.log.error(self.place(node), code, message, hint, event)

    def warning(
        self, node: Node | Event, code: str, message: str, hint: str = "", event: str | None = None
    ) -> None:
        """Note a warning where a node begins."""
        self.log.warning(self.place(node), code, message, hint, event)
