"""Sections that one process leaves in a spool for others: so less is held than when they are sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from explorer.building.indexing import Pieces
    from explorer.building.spool import Spool

# The bytes of each section, by its name.
Places: TypeAlias = dict[str, range]


def leave(spool: Spool, sections: Pieces) -> Places:
    """Write sections into a spool; returns where they are.  Raises SurpriseError."""
    return {name: spool.add(pieces) for name, pieces in sections.items()}


def left(spool: Spool, places: Places) -> Pieces:
    """The sections at some places, read anew whenever they are looked at; raises SurpriseError."""
    return {name: spool.pieces(place) for name, place in places.items()}
