"""The settings, as a config file holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from explorer.records import dataclass

if TYPE_CHECKING:
    from explorer.model import Place

Motion = Literal["auto", "full", "reduced"]
MOTIONS: tuple[Motion, ...] = get_args(Motion)


class Wanted(NamedTuple):
    """The keys that somebody wants for an action (its id); none at all unbinds it.

    `place` is where the id is written; each key comes with its own place.
    """

    action: str
    keys: tuple[tuple[str, Place], ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the user has set; None leaves it to the program.

    `keys` are not checked against the actions that there are (`remapped` does that).  `motion` "auto" moves
    nothing over SSH, "reduced" nothing anywhere.  `editor` is a command with its arguments.
    """

    theme: str | None = None
    keys: tuple[Wanted, ...] = ()
    compact: bool | None = None
    motion: Motion | None = None
    screen_reader: bool | None = None
    editor: str | None = None
