"""Dates as bars on one axis: where they overlap and where there is a gap between them can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.dates import describe, iso_day, parse, year_of
from explorer.records import dataclass
from explorer.tui.drawing import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.dates import EdtfDate


@dataclass(frozen=True, slots=True)
class Axis:
    """The days (ordinals, both included) that `width` cells stand for."""

    first: int
    last: int
    width: int

    def cell(self, day: int) -> int:
        """The cell of a day; days beyond the ends fall into the first and the last cell."""
        days = self.last - self.first + 1
        return max(0, min(self.width - 1, (day - self.first) * self.width // days))


def axis_of(dates: Sequence[EdtfDate], width: int) -> Axis | None:
    """The axis on which all the dates have room; None where no day of them is known.

    A margin of a twentieth on either side leaves room for the arrows of open ends.
    """
    days = [day for date in dates for day in (date.earliest, date.latest) if day is not None]
    if not days or width < 1:
        return None
    margin = max(1, (max(days) - min(days) + 1) // 20)
    return Axis(min(days) - margin, max(days) + margin, width)


def bar(date: EdtfDate, axis: Axis) -> list[Run]:
    """The bar of a date in `axis.width` cells; an open end has an arrow, an unknown date is dotted."""
    if date.earliest is None and date.latest is None:
        return [Run("·" * axis.width, "bars--axis")]
    first = 0 if date.earliest is None else axis.cell(date.earliest)
    last = axis.width - 1 if date.latest is None else axis.cell(date.latest)
    cells = ["█"] * (last - first + 1)
    if date.earliest is None:
        cells[0] = "←"
    if date.latest is None:
        cells[-1] = "→"
    after = axis.width - 1 - last
    return [Run(" " * first), Run("".join(cells), "bars--bar"), Run(" " * after)]


def scale(axis: Axis) -> list[Run]:
    """The line below the bars: the first and the last year of the axis, or its days within one year."""
    first, last = str(year_of(axis.first)), str(year_of(axis.last))
    if first == last:
        first, last = _day(axis.first), _day(axis.last)
    rule = axis.width - len(first) - len(last) - 2
    if rule < 1:
        return [Run(first[: axis.width].ljust(axis.width), "bars--axis")]
    return [Run(f"{first} {'─' * rule} {last}", "bars--axis")]


def _day(day: int) -> str:
    return describe(parse(iso_day(day) or ""))
