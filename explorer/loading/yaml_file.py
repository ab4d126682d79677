"""The YAML file being read: its name, and what is wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.loading.nodes import Node, Scalar, place_of, place_within

if TYPE_CHECKING:
    from pathlib import Path

    from yaml.events import Event

    from explorer.loading.files import Stamp
    from explorer.loading.log import ProblemLog
    from explorer.loading.suggestions import Suggester
    from explorer.model import Place


class YamlFile:
    """A file of a dataset; its name is the path under which a person would open it.

    Where only a part of it is parsed, `lines` counts those before that part.  `stamp` is the state of the
    file before it was read; None where that is not known.
    """

    __slots__ = ("lines", "log", "name", "path", "stamp", "suggester")

    def __init__(
        self,
        path: Path,
        log: ProblemLog,
        suggester: Suggester,
        *,
        lines: int = 0,
        stamp: Stamp | None = None,
    ) -> None:
        self.path = path
        self.name = str(path)
        self.log = log
        self.suggester = suggester
        self.lines = lines
        self.stamp = stamp

    def behind(self, lines: int) -> YamlFile:
        """The same file, of which only what stands behind so many lines is parsed."""
        return YamlFile(self.path, self.log, self.suggester, lines=lines, stamp=self.stamp)

    def place(self, node: Node | Event) -> Place:
        """Where a node begins."""
        place = place_of(node, self.name)
        return self._below(place) if self.lines else place

    def place_within(self, scalar: Scalar, offset: int) -> Place:
        """The place of a scalar's character; where escapes or line ends shift it, that of the scalar."""
        return self._below(place_within(scalar, offset, self.name))

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

    def _below(self, place: Place) -> Place:
        return place._replace(line=place.line + self.lines) if place.line else place
