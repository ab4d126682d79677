"""Which keys hold: those of the registry, and in their place those that the user wants."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Protocol

from explorer.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping


class Bound(Protocol):
    """What is asked of an action here: its id, where it applies, its keys with commas between."""

    @property
    def id(self) -> str:
        """The name under which it can be remapped."""

    @property
    def where(self) -> str:
        """The part of the screen that must have the focus."""

    @property
    def keys(self) -> str:
        """The library's names of its keys."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys (the library's names) of the actions, by id, whose keys are not those of the registry."""

    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def keys_of(self, action: Bound) -> tuple[str, ...]:
        """The keys of an action that hold; none where it is unbound."""
        changed = self.changed.get(action.id)
        return tuple(filter(None, action.keys.split(","))) if changed is None else changed
