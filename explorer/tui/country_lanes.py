"""Lanes: a column for each country, with a mark where an event involves it, and a line between the marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from explorer.records import dataclass
from explorer.tui.drawing import Run, fit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from explorer.model import Country

# The cells of a lane: at least a code of three letters and a blank, at most as many as a name needs.
_NARROWEST, _WIDEST = 4, 14
# Where in a lane its marks stand.
_MARK_AT = 1
_MARK, _EMPTY, _LINE = "●", "·", "─"
# Behind the lanes: a country that has none takes part, too.
MORE = "+"


@dataclass(frozen=True, slots=True)
class Lane:
    """A country that may have a lane, and whether somebody has chosen it."""

    country: Country
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes that have room, each `width` cells wide, and how many countries have none."""

    shown: tuple[Lane, ...]
    width: int
    more: int

    @property
    def cells(self) -> int:
        """All lanes, and the sign behind them."""
        return len(self.shown) * self.width + len(MORE)

    def heads(self) -> Iterator[Run]:
        """The names over the lanes, in short where they are narrow, and how many countries have no lane."""
        room = self.width - 1
        has_room = all(cell_len(lane.country.name) <= room for lane in self.shown)
        for lane in self.shown:
            name, code = lane.country.name, lane.country.id
            text = name if has_room or cell_len(code) > room else code
            yield Run(f"{fit(text, room)} ", "row--strong" if lane.is_chosen else "timeline--lane")
        if self.more:
            yield Run(f"{MORE}{self.more} ", "row--dim")

    def marks(self, countries: Collection[str]) -> Iterator[Run]:
        """A mark in the lane of each country, in exactly `cells` cells."""
        places = [place for place, lane in enumerate(self.shown) if lane.country.id in countries]
        first, last = (places[0], places[-1]) if places else (0, -1)
        for place in range(len(self.shown)):
            left = _LINE if first < place <= last else " "
            right = _LINE if first <= place < last else " "
            yield Run(left * _MARK_AT, "timeline--heading")
            if place in places:
                yield Run(_MARK, "timeline--mark")
            else:
                yield Run(_LINE if left == right == _LINE else _EMPTY, "timeline--heading")
            yield Run(right * (self.width - _MARK_AT - 1), "timeline--heading")
        yield Run(MORE if len(places) < len(countries) else " ", "timeline--heading")


def lanes_in(lanes: Sequence[Lane], room: int) -> Lanes:
    """As many lanes as fit into `room` cells, the first ones, as wide as they can be."""
    room -= len(MORE)
    width = max(_NARROWEST, min(_WIDEST, room // max(1, len(lanes))))
    shown = tuple(lanes[: max(0, room // width)])
    return Lanes(shown, width, len(lanes) - len(shown))
