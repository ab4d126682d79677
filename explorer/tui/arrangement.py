"""How the timeline is arranged: by which periods, in which order, and what stands beside each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from explorer.records import dataclass
from explorer.store import ZOOMS

if TYPE_CHECKING:
    from explorer.store import Zoom

View = Literal["list", "lanes"]
Order = Literal["time", "relevance"]
# Whether the events are ranked by relevance, or are about to be.
Ranking = Literal["no", "soon", "yes"]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What somebody has chosen for the timeline."""

    zoom: Zoom = "year"
    order: Order = "time"
    view: View = "list"

    def words(self, ranked: Ranking) -> str:
        """The arrangement in words, for the title of the pane.

        `ranked` tells whether there is a ranking to sort by.
        """
        order = {"no": f"by {self.zoom}", "soon": "by relevance …", "yes": "by relevance"}[ranked]
        return f"{order}, in lanes" if self.view == "lanes" else order

    def zoomed(self, step: int) -> Arrangement:
        """The same by narrower (1) or wider (-1) periods, as long as there are any."""
        place = ZOOMS.index(self.zoom) + step
        return replace(self, zoom=ZOOMS[max(0, min(len(ZOOMS) - 1, place))])

    @property
    def reordered(self) -> Arrangement:
        """The same in the other order."""
        return replace(self, order="time" if self.order == "relevance" else "relevance")

    @property
    def in_other_view(self) -> Arrangement:
        """The same in lanes, or as a list again."""
        return replace(self, view="list" if self.view == "lanes" else "lanes")


def arranged(zoom: str, order: str = "", view: str = "") -> Arrangement:
    """The arrangement that was remembered; what is not known of it is as at the beginning."""
    return Arrangement(
        zoom=next((known for known in ZOOMS if known == zoom), "year"),
        order="relevance" if order == "relevance" else "time",
        view="lanes" if view == "lanes" else "list",
    )
