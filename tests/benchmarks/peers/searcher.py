"""What the searching peers have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class NotInstalledError(Exception):
    """A peer is not there to be measured."""


@dataclass(frozen=True, slots=True)
class Searcher:
    """`search` returns how many events hold a word that begins with a prefix.

    `does` says what that is, where it is not the same as Détente's; `exact` whether the number has to be the
    same.  `every` asks for only each so manyth query, where one takes long.
    """

    name: str
    does: str
    search: Callable[[str], int]
    exact: bool = True
    every: int = 1
