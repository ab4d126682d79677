"""How the timeline is arranged: by which periods, in which order, and what stands beside each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from explorer.records import dataclass
from explorer.store import ZOOMS

if TYPE_CHECKING:
    from explorer.store import Zoom


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What somebody has chosen for the timeline."""

    zoom: Zoom = "year"

    @property
    def words(self) -> str:
        """The arrangement in words, for the title of the pane."""
        return f"by {self.zoom}"

    def zoomed(self, step: int) -> Arrangement:
        """The same by narrower (1) or wider (-1) periods, as long as there are any."""
        place = ZOOMS.index(self.zoom) + step
        return replace(self, zoom=ZOOMS[max(0, min(len(ZOOMS) - 1, place))])


def arranged(zoom: str) -> Arrangement:
    """The arrangement that was remembered; what is not known of it is as at the beginning."""
    return Arrangement(zoom=next((known for known in ZOOMS if known == zoom), "year"))
